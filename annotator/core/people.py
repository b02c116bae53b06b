"""Annotators: an id made once, and a name."""

from dataclasses import dataclass

from annotator.core.changes import Row


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person. `uid` is made once and travels with their layers; `name` is "" until they give it."""

    id: int
    uid: str
    name: str

    def row(self) -> Row:
        """Return the annotator as a row of its table."""
        return {"id": self.id, "uid": self.uid, "name": self.name}
