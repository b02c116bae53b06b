"""Names to choose from for a value: those that the project has used, then those of the list of agencies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.app.session import Session
from annotator.core.folding import fold_term
from annotator.core.labels import Label
from annotator.core.values import Norm, ValueKind
from annotator.korean.lexicon import Agency, shipped
from annotator.store import values


@dataclass(frozen=True, slots=True)
class Name:
    """A value that can be taken; `hint` tells which it is: an English name, a country."""

    norm: Norm
    title: str
    hint: str = ""


class NameFinder:
    """Finds names by what is typed of any of their forms; reads what the project has used once."""

    def __init__(self, session: Session, label: Label) -> None:
        self._names = list(_names(session, label))

    def find(self, typed: str, most: int = 40) -> Sequence[Name]:
        """Return the names that begin with the text, or hold it, in this order; of "" those used most."""
        wanted = fold_term(typed)
        begin: list[Name] = []
        inside: list[Name] = []
        for forms, name in self._names:
            if any(form.startswith(wanted) for form in forms):
                begin.append(name)
            elif any(wanted in form for form in forms):
                inside.append(name)
            if len(begin) >= most:
                break
        return (begin + inside)[:most]


def _names(session: Session, label: Label) -> Iterator[tuple[tuple[str, ...], Name]]:
    if label.kind not in (ValueKind.NAME, ValueKind.CODE):
        return
    listed = {} if label.kind is ValueKind.CODE else {body.id: body for body in shipped().agencies}
    for norm in values.used(session.project.connection, label.id):
        body = listed.pop(norm.ref or "", None)
        yield (
            _of_body(body)
            if body is not None
            else ((fold_term(norm.value or ""),), Name(norm, norm.value or ""))
        )
    for body in listed.values():
        yield _of_body(body)


def hint_of(norm: Norm) -> str:
    """Return what tells a name from others that are written alike, "" where the list does not know it."""
    body = next((body for body in shipped().agencies if body.id == norm.ref), None) if norm.ref else None
    return "" if body is None else " ".join(part for part in (body.abbreviation, body.country) if part)


def _of_body(body: Agency) -> tuple[tuple[str, ...], Name]:
    norm = Norm("name", body.korean, ref=body.id)
    hint = " · ".join(part for part in (body.abbreviation or "", body.english, body.country) if part)
    return tuple(map(fold_term, body.names)), Name(norm, body.korean, hint)
