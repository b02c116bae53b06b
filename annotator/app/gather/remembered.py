"""What a project remembers of the files that were gathered: what their labels meant, whose they were, who is who."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from annotator.core.changes import RowOp, insert, update
from annotator.core.commands.joining_people import JOINED
from annotator.store.reading import Reading

_FILES: Final = "gathered.files"
_LABELS, _ANNOTATOR = "labels", "annotator"


@dataclass(slots=True)
class Remembered:
    """Answers by file name, and the ids under which people are known elsewhere, by the ids that they have here."""

    files: dict[str, dict[str, object]] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Return what the project remembers."""
        files, joined = (json.loads(reading.setting(key) or "{}") for key in (_FILES, JOINED))
        return cls(files, joined)

    def labels(self, file: str) -> Mapping[str, str]:
        """Return what the labels of a file of that name were said to mean."""
        said = self.files.get(file, {}).get(_LABELS)
        return dict(said) if isinstance(said, Mapping) else {}

    def annotator(self, file: str) -> str:
        """Return whose the layers of a file of that name were said to be, "" where that was never asked."""
        return str(self.files.get(file, {}).get(_ANNOTATOR, ""))

    def learn(
        self, labels: Mapping[str, Mapping[str, str]], people: Mapping[tuple[str, str, str], str]
    ) -> None:
        """Remember answers: of labels by file, of people by file where the file names nobody."""
        for file, said in labels.items():
            self.files.setdefault(file, {})[_LABELS] = {**self.labels(file), **said}
        for (file, _uid, _name), name in people.items():
            if file:
                self.files.setdefault(file, {})[_ANNOTATOR] = name

    def ops(self, reading: Reading, new_id: Callable[[str], int]) -> Iterator[RowOp]:
        """Yield what writes it down, where it differs from what stands there."""
        for key, value in ((_FILES, self.files), (JOINED, self.joined)):
            written = json.dumps(value, ensure_ascii=False, sort_keys=True)
            row = reading.setting_row(key)
            if row is None:
                if value:
                    yield insert("setting", {"id": new_id("setting"), "key": key, "value": written})
                continue
            op = update("setting", row, {**row, "value": written})
            if op is not None:
                yield op
