"""Names to choose from for a value: those that the project has used, then those of the list of agencies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.app.lexicon.lexicons import lexicon_of
from annotator.app.lexicon.taxonomies import taxonomy_of
from annotator.app.session import Session
from annotator.core.folding import fold_term
from annotator.core.labels import Label
from annotator.core.values import Norm, ValueKind
from annotator.korean.lexicon import Agency
from annotator.korean.taxonomy import TAXONOMY, Taxonomy
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
    connection = session.project.connection
    if label.kind is ValueKind.CODE:
        yield from _sectors(taxonomy_of(connection), values.used(connection, label.id))
    if label.kind is not ValueKind.NAME:
        return
    listed = {body.id: body for body in lexicon_of(connection).agencies}
    for norm in values.used(connection, label.id):
        body = listed.pop(norm.ref or "", None)
        yield (
            _of_body(body)
            if body is not None
            else ((fold_term(norm.value or ""),), Name(norm, norm.value or ""))
        )
    for body in listed.values():
        yield _of_body(body)


def _sectors(taxonomy: Taxonomy, used: Sequence[Norm]) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Yield the sectors of the taxonomy, those that were used first, by codes, names and terms."""
    known = {norm.value for norm in used}
    order = sorted(taxonomy.sectors, key=lambda sector: sector.code not in known)
    for sector in order:
        forms = (sector.code, sector.korean, sector.english, *sector.terms)
        norm = Norm("sector", sector.code, ref=TAXONOMY if sector.kind != "own" else None)
        yield tuple(map(fold_term, forms)), Name(norm, sector.code, f"{sector.korean} · {sector.english}")


def called(session: Session, norm: Norm | None) -> str:
    """Return what a name or a code stands for, in more words, "" where no list knows it."""
    if norm is None or norm.type not in ("name", "sector"):
        return ""
    connection = session.project.connection
    if norm.type == "sector":
        sector = taxonomy_of(connection).by_code.get(norm.value or "")
        return "" if sector is None else f"{sector.korean} · {sector.english}"
    body = lexicon_of(connection).by_id(norm.ref) if norm.ref else None
    return "" if body is None else _words(body)


def title_of(session: Session, norm: Norm) -> str:
    """Return the Korean name that a code stands for, "" for other values and where no list knows it."""
    return called(session, norm).partition(" · ")[0] if norm.type == "sector" else ""


def hint_of(session: Session, norm: Norm) -> str:
    """Return what tells a value shortly from others that are written alike, "" where no list knows it."""
    if norm.type != "name" or not norm.ref:
        return called(session, norm)
    body = lexicon_of(session.project.connection).by_id(norm.ref)
    return "" if body is None else " ".join(part for part in (body.abbreviation, body.country) if part)


def _words(body: Agency) -> str:
    return " · ".join(part for part in (body.abbreviation or "", body.english, body.country) if part)


def _of_body(body: Agency) -> tuple[tuple[str, ...], Name]:
    norm = Norm("name", body.korean, ref=body.id)
    return tuple(map(fold_term, body.names)), Name(norm, body.korean, _words(body))
