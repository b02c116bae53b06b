"""Labels: their ids, keys, colour roles and value kinds, and the set of them that a project uses."""

import hashlib
import json
from dataclasses import dataclass
from typing import Self

from annotator.core.changes import Row
from annotator.core.values import ValueKind

# Background colours of the light theme, written into the sidecar for tools that know no colour roles.
ROLE_BACKGROUNDS = {
    "label-1": "#D7DEF4",
    "label-2": "#CEDCD4",
    "label-3": "#ECE1CC",
    "label-4": "#E1D3DD",
    "label-5": "#D7DEF4",
    "label-6": "#CEDCD4",
    "label-7": "#ECE1CC",
    "label-8": "#E1D3DD",
    "label-9": "#D7DEF4",
}
ROLES = tuple(ROLE_BACKGROUNDS)


@dataclass(frozen=True, slots=True)
class Label:
    """A label. `uid` survives renaming; `key` is what files carry (AGENCY); `hotkey` a digit or ""."""

    id: int
    uid: str
    key: str
    title: str
    hotkey: str
    role: str
    kind: ValueKind
    description: str
    choices: tuple[str, ...]
    position: int

    def row(self) -> Row:
        """Return the label as a row of its table."""
        return {
            "id": self.id,
            "uid": self.uid,
            "key": self.key,
            "title": self.title,
            "hotkey": self.hotkey,
            "role": self.role,
            "kind": str(self.kind),
            "description": self.description,
            "choices": json.dumps(self.choices, ensure_ascii=False),
            "position": self.position,
        }

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read a label from a row of its table."""
        return cls(
            id=int(row["id"] or 0),
            uid=str(row["uid"]),
            key=str(row["key"]),
            title=str(row["title"]),
            hotkey=str(row["hotkey"]),
            role=str(row["role"]),
            kind=ValueKind(str(row["kind"])),
            description=str(row["description"]),
            choices=tuple(json.loads(str(row["choices"]))),
            position=int(row["position"] or 0),
        )

    def definition(self) -> dict[str, object]:
        """Return the label as a member of the sidecar list: doccano's keys, then ours (`docs/native-format.md`)."""
        return {
            "id": self.uid,
            "text": self.key,
            "title": self.title,
            "prefix_key": None,
            "suffix_key": self.hotkey or None,
            "background_color": ROLE_BACKGROUNDS.get(self.role, "#DDDDDD"),
            "text_color": "#000000",
            "role": self.role,
            "value": str(self.kind),
            "choices": list(self.choices),
            "description": self.description,
        }


def _default(position: int, key: str, title: str, kind: ValueKind, description: str) -> Label:
    return Label(
        id=position,
        uid=key.lower(),
        key=key,
        title=title,
        hotkey=str(position),
        role=f"label-{position}",
        kind=kind,
        description=description,
        choices=(),
        position=position,
    )


DEFAULT_LABELS = (
    _default(1, "AGENCY", "기관", ValueKind.NAME, "이름이 있는 공공기관. 나라 이름과 조사는 밖에 둔다."),
    _default(
        2, "SECTOR", "분야", ValueKind.CODE, "기술·산업 분야. 기관이나 행사 이름 안에서는 표시하지 않는다."
    ),
    _default(3, "AMOUNT", "금액", ValueKind.MONEY, "통화가 있는 금액. 약·최소·이상은 밖에 두고 값에 적는다."),
    _default(4, "DATE", "날짜", ValueKind.DATE, "날짜와 때. 기간(3년간)은 아니다. 부터·까지는 밖에 둔다."),
)


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The labels of a project in their order, with the id and version that files name."""

    uid: str
    version: int
    labels: tuple[Label, ...]

    def by_id(self, label_id: int) -> Label | None:
        """Return the label with that row id, or None."""
        return next((label for label in self.labels if label.id == label_id), None)

    def by_key(self, key: str) -> Label | None:
        """Return the label that files call `key`, or None."""
        return next((label for label in self.labels if label.key == key), None)

    def by_hotkey(self, hotkey: str) -> Label | None:
        """Return the label bound to that digit, or None."""
        return next((label for label in self.labels if label.hotkey == hotkey), None)

    def definitions(self) -> list[dict[str, object]]:
        """Return the sidecar list, in label order."""
        return [label.definition() for label in self.labels]

    @property
    def sha256(self) -> str:
        """The digest of the canonical JSON of the sidecar list (`docs/native-format.md`)."""
        return definitions_digest(self.definitions())


def definitions_digest(definitions: list[dict[str, object]]) -> str:
    """Return the SHA-256 of a sidecar list as canonical JSON: sorted keys, no spaces, UTF-8, no escapes."""
    text = json.dumps(definitions, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
