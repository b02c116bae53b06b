"""How soon the memory of a project helps: agencies of labelled sentences, some of them tagged, proposed in others.

Of the sentences of a corpus the first 2, 10, 40 and 80 in a hundred are tagged by their labels, as documents that were
done, in a real project; the last 20 in a hundred are then asked about. The corpus may not be copied into this
repository and is looked for in shared/data/ner beside the checkout. Run from the checkout:

    python -m tests.benchmarks.memory
"""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from annotator.app.jobs import never
from annotator.app.session import Session
from annotator.app.suggestions.agencies import AgencySuggester
from annotator.app.suggestions.memory import MemorySuggester
from annotator.app.suggestions.suggesting import Subject
from annotator.core.commands.documents import SetStatus
from annotator.core.commands.suggestions import AcceptSuggestions
from annotator.core.layer import Status
from annotator.core.suggestion import Suggestion
from tests.benchmarks.suggesting import DATA, Range, Score, outermost, rows
from tests.support.projects import add_document, make_session

CORPUS: Final = "konne"
LABEL: Final = "AGENCY"
TAGGED: Final = (2, 10, 40, 80)
TESTED: Final = 20
# About as many as an article has.
SENTENCES_A_DOCUMENT: Final = 20
# What a prototype had: memory alone, then with a list and suffixes.
PROTOTYPE: Final = {
    2: ((0.69, 0.11, 0.19), 0.515),
    10: ((0.93, 0.13, 0.23), 0.526),
    40: ((0.94, 0.34, 0.50), 0.607),
    80: ((0.88, 0.49, 0.63), 0.635),
}
Sentence = dict[str, Any]


def gold(sentence: Sentence) -> list[Range]:
    """Return the spans of the label that lie in no other one."""
    return outermost((span["start"], span["end"]) for span in sentence["spans"] if span["label"] == LABEL)


def chunks(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences in groups as long as an article."""
    for at in range(0, len(sentences), SENTENCES_A_DOCUMENT):
        yield sentences[at : at + SENTENCES_A_DOCUMENT]


def tag(session: Session, sentences: Sequence[Sentence]) -> None:
    """Make a document of sentences, tag their agencies, and finish it."""
    text, spans = "", list[Range]()
    for sentence in sentences:
        spans += [(len(text) + start, len(text) + end) for start, end in gold(sentence)]
        text += sentence["text"].replace("\n", " ") + "\n"
    document_id = add_document(session, text)
    label = session.labels.by_key(LABEL)
    assert label is not None
    session.do(AcceptSuggestions(document_id, tuple(Suggestion(s, e, text[s:e], label.id) for s, e in spans)))
    session.do(SetStatus(document_id, Status.DONE))


def asked(session: Session, sentence: Sentence) -> tuple[list[Range], list[Range]]:
    """Return what the memory proposes in a sentence, and what it does with the list and the suffixes."""
    subject = Subject(0, 0, sentence["text"], (), "", session.labels, session.annotator.id)
    memory = [made.place for made in MemorySuggester().suggest(session.project, subject, never)]
    others = [made.place for made in AgencySuggester().suggest(session.project, subject, never)]
    return outermost(memory), outermost([*memory, *others])


def measured(session: Session, tested: Sequence[Sentence]) -> tuple[Score, Score]:
    """Return the scores of the memory alone, and with the rest."""
    alone, together = Score(), Score()
    for sentence in tested:
        for score, found in zip((alone, together), asked(session, sentence), strict=True):
            score.add(sentence["text"], found, gold(sentence))
    return alone, together


def main() -> int:
    """Print the table."""
    if not (DATA / f"{CORPUS}.jsonl").exists():
        print(f"no {CORPUS}.jsonl in {DATA}", file=sys.stderr)
        return 2
    sentences = list(rows(CORPUS))
    tested = sentences[-len(sentences) * TESTED // 100 :]
    print(f"{CORPUS} {LABEL}, exact spans, tested on the last {TESTED} % ({len(tested)} sentences)")
    print(
        f"{'tagged':>8}{'memory P R F':>20}{'(prototype)':>18}{'with list, suffix P R F':>26}{'(F)':>8}{'ms':>7}"
    )
    for share in (0, *TAGGED):
        with tempfile.TemporaryDirectory() as folder:
            session = make_session(Path(folder))
            for group in chunks(sentences[: len(sentences) * share // 100]):
                tag(session, group)
            began = time.perf_counter()
            alone, together = measured(session, tested)
            each = (time.perf_counter() - began) * 1000 / len(tested)
            session.project.close()
        before, with_list = PROTOTYPE.get(share, ((), None))
        cells = (
            (8, f"{share} %"),
            (20, _figures(*alone.figures("exact"))),
            (18, _figures(*before)),
            (26, _figures(*together.figures("exact"))),
            (8, "" if with_list is None else f"{with_list:.3f}"),
            (7, f"{each:.1f}"),
        )
        print("".join(words.rjust(width) for width, words in cells))
    return 0


def _figures(*figures: float) -> str:
    return " ".join(f"{figure:.2f}" for figure in figures)


if __name__ == "__main__":
    sys.exit(main())
