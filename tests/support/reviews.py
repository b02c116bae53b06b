"""Documents that several annotators have done, for tests of the review."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.app.session import Session
from annotator.core.changes import Change, Changes, RowOp, insert
from annotator.core.decision import Content, ItemSpan
from annotator.core.layer import LayerHead, Role, Status
from annotator.core.messages import message
from annotator.core.people import Annotator
from annotator.core.span import Origin, Span
from annotator.core.values import Norm

AT = "2026-01-02T03:04:05Z"
TEXT = (
    "한빛시, 수소 버스 들인다\n"
    "한빛시는 2일 수소산업진흥원과 함께 2027년까지 1,200억 원을 들여 수소 버스를 들인다고 밝혔다.\n"
    "환경부(장관 김한결)도 300만 달러를 보탠다.\n"
)
MANY = "KRW 120000000000"

_Row = tuple[str, str] | tuple[str, str, str | None]


def marks(text: str, *rows: _Row) -> Content:
    """Return spans on the first places of some strings: (string, label[, value])."""
    return tuple(_mark(text, *row) for row in rows)


def _mark(text: str, covered: str, label: str, value: str | None = None) -> ItemSpan:
    start = text.index(covered)
    return ItemSpan(start, start + len(covered), label, None if value is None else Norm("name", value))


def add_layer(
    session: Session,
    document_id: int,
    name: str,
    spans: Iterable[ItemSpan],
    status: Status = Status.DONE,
) -> int:
    """Put a colleague's layer on a document, as an import does, and return its id; their uid is `u-<name>`."""
    annotator = session.project.ensure_annotator(f"u-{name}", name)
    text = session.text_version(document_id).text
    layer_id = session.new_id("layer")
    head = LayerHead(layer_id, document_id, annotator.id, Role.ANNOTATOR, status, False, 1, AT)
    ops = [insert("layer", head.row()), *_span_ops(session, layer_id, annotator, text, spans)]
    session.project.apply(Change(message("test.layer"), tuple(ops)), session.annotator.id)
    return layer_id


def add_spans(session: Session, layer_id: int, name: str, spans: Iterable[ItemSpan]) -> None:
    """Put more spans into a colleague's layer."""
    annotator = session.project.ensure_annotator(f"u-{name}", name)
    (row,) = session.rows("layer", "id", layer_id)
    text = session.text_version(int(row["document_id"] or 0)).text
    ops = tuple(_span_ops(session, layer_id, annotator, text, spans))
    session.project.apply(Change(message("test.spans"), ops), session.annotator.id)


def _span_ops(
    session: Session, layer_id: int, annotator: Annotator, text: str, spans: Iterable[ItemSpan]
) -> Sequence[RowOp]:
    return [
        insert(
            "span",
            Span(
                session.new_id("span"), session.new_uid(), layer_id, span.start, span.end,
                text[span.start : span.end], session.labels.by_key(span.label).id, span.norm, "", False,
                Origin.IMPORTED, annotator.id, AT, AT,
            ).row(),
        )
        for span in spans
    ]  # fmt: skip


def gold(session: Session, document_id: int) -> list[tuple[str, str, str | None]]:
    """Return what stands in the gold layer of a document: text, label and value, in reading order."""
    keys: Mapping[int, str] = {label.id: label.key for label in session.labels.labels}
    layers = [one for one in session.layers(document_id) if one.head.role is Role.ADJUDICATOR]
    return [
        (span.text, keys[span.label_id], span.norm.value if span.norm else None)
        for layer in layers
        for span in layer.spans
    ]


def told(session: Session) -> None:
    """Let the window hear of layers that were put on documents behind its back, as after an import."""
    session.refresh(Changes((), None))
