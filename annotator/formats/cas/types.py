"""The types that our CAS files use: those of DKPro Core for what INCEpTION shows, our own for everything else."""

from typing import Final, NamedTuple

ANNOTATION: Final = "uima.tcas.Annotation"
TOP: Final = "uima.cas.TOP"
DOCUMENT: Final = "uima.tcas.DocumentAnnotation"
ENTITY: Final = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
METADATA: Final = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
CAS_METADATA: Final = "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata"

LAYER: Final = "annotator.Layer"
FIELD: Final = "annotator.Field"
ZONE: Final = "annotator.Zone"
DETAIL: Final = "annotator.Detail"
SUGGESTION: Final = "annotator.Suggestion"
RELATION: Final = "annotator.Relation"
RECORD: Final = "annotator.Record"
MEMBER: Final = "annotator.Member"
COMMENT: Final = "annotator.Comment"

_TEXT: Final = "uima.cas.String"
_FLAG: Final = "uima.cas.Boolean"
_NUMBER: Final = "uima.cas.Integer"

NORM: Final = {"type": "value_type", "value": "value", "unit": "unit", "mod": "mod", "ref": "ref"}
"""The features of a value, by its keys."""

_NORM: Final = dict.fromkeys(NORM.values(), _TEXT)


class CasType(NamedTuple):
    """A type: its parent, and the range of each of its features by its name."""

    parent: str
    features: dict[str, str]


def _texts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, _TEXT)


TYPES: Final[dict[str, CasType]] = {
    ENTITY: CasType(ANNOTATION, _texts("value", "identifier")),
    METADATA: CasType(
        DOCUMENT,
        {
            **_texts("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"),
            "isLastSegment": _FLAG,
        },
    ),
    LAYER: CasType(
        TOP,
        {
            **_texts("annotator", "annotator_id", "role", "status"),
            "flagged": _FLAG,
            **_texts("revision", "parent", "created_at", "updated_at", "rest"),
        },
    ),
    FIELD: CasType(TOP, _texts("name", "value")),
    ZONE: CasType(ANNOTATION, _texts("zone")),
    DETAIL: CasType(
        TOP,
        {
            "span": ENTITY,
            **_texts("uid"),
            **_NORM,
            **_texts("note"),
            "unsure": _FLAG,
            **_texts("origin", "annotator", "created_at", "updated_at"),
        },
    ),
    SUGGESTION: CasType(
        ANNOTATION,
        {
            **_texts("uid", "label"),
            **_NORM,
            **_texts("rule"),
            "rank": _NUMBER,
            **_texts("score", "alternatives", "annotator"),
        },
    ),
    RELATION: CasType(
        TOP, {**_texts("uid", "kind"), "source": ANNOTATION, "target": ANNOTATION, **_texts("note")}
    ),
    RECORD: CasType(TOP, _texts("uid", "kind")),
    MEMBER: CasType(TOP, {"record": RECORD, **_texts("role"), "span": ANNOTATION, **_NORM}),
    COMMENT: CasType(
        TOP,
        {
            **_texts("uid"),
            "span": ANNOTATION,
            **_texts("author", "addressee", "at", "text"),
            "resolved": _FLAG,
        },
    ),
}
"""Every type that a file of ours defines, in the order in which it does."""

REFS: Final = {
    name: frozenset(
        feature for feature, range_ in type_.features.items() if not range_.startswith("uima.cas.")
    )
    for name, type_ in TYPES.items()
}
"""Of each of our types the features that name another structure."""

FLAGS: Final = frozenset(
    (name, feature)
    for name, type_ in TYPES.items()
    for feature, range_ in type_.features.items()
    if range_ == _FLAG
)
NUMBERS: Final = frozenset(
    (name, feature)
    for name, type_ in TYPES.items()
    for feature, range_ in type_.features.items()
    if range_ == _NUMBER
)

PASSED_OVER: Final = (
    "uima.cas.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.",
    "de.tudarmstadt.ukp.dkpro.core.api.syntax.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
)
"""How the types begin that cut the text into words and sentences, or describe the file: no annotations."""

ORIGINS: Final = ("Dependent", "Governor")
"""The features by which an annotation of WebAnno and INCEpTION ties two others: where it ends, where it begins."""
