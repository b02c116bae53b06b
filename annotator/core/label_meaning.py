"""What the labels of a set mean, apart from how they look: by it the versions of a label set are told apart."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from annotator.core.labels import Label
from annotator.core.messages import Message, message

# A change of these makes another version of the set; title, colour, digit and order do not.
_PARTS: Final = ("key", "kind", "choices", "description")


def meaning(labels: Iterable[Label]) -> str:
    """Return what the labels mean as canonical JSON: {uid: {key, kind, choices, description}}, sorted by uid."""
    parts = {
        label.uid: {
            "key": label.key,
            "kind": str(label.kind),
            "choices": list(label.choices),
            "description": label.description,
        }
        for label in labels
    }
    return json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def differences(before: str, after: str) -> tuple[Message, ...]:
    """Return what differs between two meanings, a message for each label and part, by the present keys."""
    old, new = json.loads(before), json.loads(after)
    found = [message("labels.since.removed", label=row["key"]) for uid, row in old.items() if uid not in new]
    for uid, row in new.items():
        if uid not in old:
            found.append(message("labels.since.added", label=row["key"]))
        else:
            found.extend(_changed(old[uid], row))
    return tuple(found)


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Message]:
    for part in _PARTS:
        if old[part] == new[part]:
            continue
        if part == "key":
            yield message("labels.since.key", before=old["key"], label=new["key"])
        else:
            yield message(f"labels.since.{part}", label=new["key"])
