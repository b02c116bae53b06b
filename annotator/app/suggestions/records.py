"""Records and relations of the open document: what is proposed."""

from typing import Final

from annotator.app.session import Session
from annotator.core.commands.records import records_of, refused_places
from annotator.core.commands.relations import relations_of
from annotator.core.relation import ALIAS
from annotator.core.span import Span
from annotator.korean.aliases import AliasPair, bracketed_aliases
from annotator.korean.facts import Fact, FactFinder

_FEWEST: Final = 2


def proposed_records(
    session: Session, document_id: int, finder: FactFinder | None = None
) -> tuple[Fact, ...]:
    """Return the records that the annotator's spans may make, in reading order, without those refused.

    Who asks again after each change gives the same `finder`: it reads only the lines that have changed.
    """
    layer = session.layer(document_id)
    if layer is None or len(layer.spans) < _FEWEST:
        return ()
    tied = {member.span_id for record in records_of(session, document_id) for member in record.members}
    known = {span_id for span_id in tied if span_id is not None}
    text = session.text_version(document_id).text
    found = (finder or FactFinder()).find(text, layer.spans, session.labels, known)
    refused = refused_places(session, document_id) if found else set()
    return tuple(fact for fact in found if fact.place not in refused)


def open_aliases(session: Session, document_id: int, near: Span | None = None) -> tuple[AliasPair, ...]:
    """Return the names with another in brackets behind them that are not tied yet, either way, in reading order.

    `near` asks for those on its line alone: brackets and names stand on one.
    """
    layer = session.layer(document_id)
    if layer is None or len(layer.spans) < _FEWEST:
        return ()
    text, spans = session.text_version(document_id).text, layer.spans
    if near is not None:
        low, end = text.rfind("\n", 0, near.start), text.find("\n", near.end)
        high = len(text) if end < 0 else end
        spans = tuple([span for span in spans if span.end > low and span.start < high])
    found = bracketed_aliases(text, spans, session.labels)
    known = relations_of(session, document_id) if found else ()
    tied = {frozenset((one.from_id, one.to_id)) for one in known if one.type == ALIAS}
    return tuple(pair for pair in found if frozenset((pair.alias.id, pair.name.id)) not in tied)
