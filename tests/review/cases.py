"""Cases to compare: one worked by hand, and random ones."""

from hypothesis import strategies as st

LABELS = ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
TEXT = "기상청은 3월 5일 세종에서 위성 예산 20억 원을 공개했다."


def span(start, end, label="AGENCY", value=None):
    return {"start": start, "end": end, "label": label, "value": value}


def case(layers, texts=None, labels=None):
    """Return a case; `layers` is {annotator: {document: spans}}, all documents on one text where none are given."""
    names = sorted({document for spans in layers.values() for document in spans})
    texts = texts or dict.fromkeys(names, TEXT)
    return {
        "case": None,
        "annotators": list(layers),
        "labels": labels or LABELS,
        "documents": [{"doc_id": document, "text": text} for document, text in texts.items()],
        "annotations": [
            {"doc_id": document, "annotator": annotator, "spans": spans}
            for annotator, documents in layers.items()
            for document, spans in documents.items()
        ],
    }


def pair(a, b, text=TEXT):
    """Return a case of two layers of one document."""
    return case({"A": {"n1": a}, "B": {"n1": b}}, {"n1": text})


@st.composite
def spans_of(draw, length):
    """Draw spans of a text, crowded and nested more than people make them."""
    found = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, length - 1))
        end = draw(st.integers(start + 1, min(length, start + 9)))
        found.append(span(start, end, draw(st.sampled_from(LABELS)), draw(st.sampled_from([None, "x", "y"]))))
    return found


@st.composite
def cases(draw, annotators=("A", "B", "C")):
    """Draw a case in which not everyone did every document."""
    texts = {
        f"n{number}": draw(st.text("가나 .은는을1억원", min_size=1, max_size=20))
        for number in range(draw(st.integers(1, 3)))
    }
    layers = {
        name: {
            document: draw(spans_of(len(text))) for document, text in texts.items() if draw(st.integers(0, 4))
        }
        for name in annotators
    }
    return case(layers, texts)
