"""The words of W3C Web Annotations, and the names by which ours find themselves again."""

from typing import Final, NamedTuple
from urllib.parse import quote, unquote

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
ANNOTATION: Final = "Annotation"
POSITION: Final = "TextPositionSelector"
QUOTE: Final = "TextQuoteSelector"
BODY: Final = "TextualBody"

TAGGING: Final = "tagging"
COMMENTING: Final = "commenting"
# A value is what identifies what is meant; a doubt is a question.
IDENTIFYING: Final = "identifying"
QUESTIONING: Final = "questioning"
UNSURE: Final = "unsure"
JSON: Final = "application/json"

AROUND: Final = 32
"""How many code points before and after a quote are written with it."""

_OURS: Final = "urn:annotator:span:"
_DOCUMENT: Final = "urn:annotator:document:"
_PERSON: Final = "urn:annotator:person:"
_PARTS: Final = 3


class Name(NamedTuple):
    """What the id of one of our annotations says."""

    document: str
    annotator: str
    span: str


def name_of_span(name: Name) -> str:
    """Return the id of an annotation."""
    return _OURS + ":".join(quote(part, safe="") for part in name)


def span_of_name(uid: object) -> Name | None:
    """Return what the id of an annotation says, None where it is not one of ours."""
    if not isinstance(uid, str) or not uid.startswith(_OURS):
        return None
    parts = uid.removeprefix(_OURS).split(":")
    return Name(*map(unquote, parts)) if len(parts) == _PARTS else None


def name_of_document(uid: str) -> str:
    """Return the source of annotations on a document without an address."""
    return _DOCUMENT + quote(uid, safe="")


def document_of_name(source: str) -> str:
    """Return the id of a document that a source names in our way, else ""."""
    return unquote(source.removeprefix(_DOCUMENT)) if source.startswith(_DOCUMENT) else ""


def name_of_person(uid: str) -> str:
    """Return the id of a creator."""
    return _PERSON + quote(uid, safe="")


def person_of_name(uid: object) -> str:
    """Return the id of an annotator that the id of a creator names in our way, else ""."""
    named = isinstance(uid, str) and uid.startswith(_PERSON)
    return unquote(str(uid).removeprefix(_PERSON)) if named else ""
