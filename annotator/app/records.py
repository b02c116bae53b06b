"""Records of the open document: what is proposed."""

from annotator.app.session import Session
from annotator.core.commands.records import records_of, refused_places
from annotator.korean.facts import Fact, facts


def proposed_records(session: Session, document_id: int) -> tuple[Fact, ...]:
    """Return the records that the annotator's spans may make, in reading order, without those refused."""
    layer = session.layer(document_id)
    if layer is None or len(layer.spans) < 2:
        return ()
    tied = {member.span_id for record in records_of(session, document_id) for member in record.members}
    known = {span_id for span_id in tied if span_id is not None}
    text = session.text_version(document_id).text
    found = facts(text, layer.spans, session.labels, known)
    refused = refused_places(session, document_id) if found else set()
    return tuple(fact for fact in found if fact.place not in refused)
