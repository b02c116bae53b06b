"""Three colleagues' files on an article: made by rules from its text at run time, differing in known ways."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.app.session import Session
from annotator.core.commands.labels import SetKey
from annotator.core.people import Annotator
from annotator.korean import suggest
from annotator.korean.suggestion import Suggestion
from annotator.store.project import Project
from tests.support.intake import line, run_import, write_labels, write_lines

GARAM, NARAE, DAON = "가람", "나래", "다온"
UIDS = {GARAM: "u-garam", NARAE: "u-narae", DAON: "u-daon"}
# Written beside an agency's name without a blank: a josa of one syllable, and what follows it.
_JOSA = frozenset("은는이가을를과와의에")

Mark = tuple[int, int, str, Mapping[str, str | None] | None]
"""Start, end, label, value."""


@dataclass(frozen=True)
class Spot:
    """A place in the text at which somebody marks something, as the suggestions have it."""

    start: int
    end: int
    label: str
    norm: Mapping[str, str | None]

    def mark(
        self, left: int = 0, right: int = 0, label: str = "", norm: Mapping[str, str | None] | None = None
    ) -> Mark:
        """Return a mark here: its ends moved, with another label, with a value."""
        return (self.start + left, self.end + right, label or self.label, norm)

    @property
    def valued(self) -> Mark:
        """A mark with the value that the suggestion read."""
        return self.mark(norm=self.norm)


@dataclass
class Spots:
    """Places of a text that do not overlap, each of which is given away once."""

    text: str
    free: list[Spot] = field(default_factory=list)

    def take(self, wanted: Callable[["Spot"], bool] = lambda _spot: True) -> Spot:
        """Return the first place that is wanted, and nobody has."""
        spot = next(one for one in self.free if wanted(one))
        self.free.remove(spot)
        return spot

    def has_josa(self, spot: Spot) -> bool:
        """Tell whether a josa of one syllable and a blank follow."""
        return self.text[spot.end] in _JOSA and self.text[spot.end + 1].isspace()


def spots_of(text: str, document_date: str) -> Spots:
    """Return the places that the suggestions of the program name with a value, none overlapping another."""
    found: list[Spot] = []
    for one in suggest(text, document_date=document_date):
        if _with_value(one) and (not found or found[-1].end < one.start):
            assert one.norm is not None
            found.append(Spot(one.start, one.end, one.label, one.norm._asdict()))
    return Spots(text, found)


def _with_value(suggestion: Suggestion) -> bool:
    return suggestion.norm is not None


@dataclass
class Papers:
    """What three colleagues marked on an article, place by place under a name; written as their files.

    가람 writes values and works on two machines; 나래 writes none and calls labels otherwise; 다온 is done with the
    article and half done with the second document.
    """

    document: Mapping[str, str]
    second: Mapping[str, str]
    spots: dict[str, Spot] = field(default_factory=dict)
    marks: dict[str, dict[str, Sequence[Mark]]] = field(default_factory=dict)
    """By annotator, what they have at each place that has a name; nothing where it is missing."""

    def put(
        self, name: str, spot: Spot, *, garam: Sequence[Mark], narae: Sequence[Mark], daon: Sequence[Mark]
    ) -> None:
        """Say what everybody has at a place."""
        self.spots[name] = spot
        for who, marks in ((GARAM, garam), (NARAE, narae), (DAON, daon)):
            self.marks.setdefault(who, {})[name] = marks

    def named(self, start: int) -> str:
        """Return the name of the place nearest to an offset."""
        return min(self.spots, key=lambda name: abs(self.spots[name].start - start))

    def record(self, who: str, **changes: Sequence[Mark]) -> dict[str, object]:
        """Return a line of somebody's file on the article, some places otherwise than they were."""
        marks = [mark for there in {**self.marks[who], **changes}.values() for mark in there]
        return self._line(self.document, who, marks)

    def second_record(self, who: str, marks: Sequence[tuple[str, str]], status: str) -> dict[str, object]:
        """Return a line of somebody's file on the second document: (text, label) of its first places."""
        text = self.second["text"]
        found = [(text.index(quote), text.index(quote) + len(quote), label, None) for quote, label in marks]
        return {**self._line(self.second, who, found), "status": status}

    def _line(self, document: Mapping[str, str], who: str, marks: Sequence[Mark]) -> dict[str, object]:
        renamed = _RENAMED if who == NARAE else {}
        spans = [
            {
                "start": start,
                "end": end,
                "text": document["text"][start:end],
                "label": renamed.get(label, label),
                "norm": norm,
            }
            for start, end, label, norm in sorted(marks, key=lambda mark: mark[:3])
        ]
        more = {"id": document["id"], "annotator": who, "annotator_id": UIDS[who], "status": "done"}
        return {**line(document["text"]), "spans": spans, **more}


# 나래 has given AGENCY another name; her AMOUNT is a label that she has made herself.
_RENAMED = {"AGENCY": "ORG"}
NARAES_LABELS = (
    {"id": "agency", "text": "ORG", "title": "조직", "value": "name"},
    {"id": "sector", "text": "SECTOR", "title": "분야", "value": "code"},
    {"id": "u-money", "text": "AMOUNT", "title": "돈", "value": "money"},
    {"id": "date", "text": "DATE", "title": "날짜", "value": "date"},
)
SECOND = (
    "한빛시, 수소 버스 들인다\n"
    "한빛시는 2일 수소산업진흥원과 함께 2027년까지 1,200억 원을 들여 수소 버스를 들인다고 밝혔다.\n"
    "환경부(장관 김한결)도 300만 달러를 보탠다.\n"
)


def papers_on(document: Mapping[str, str], date: str) -> Papers:
    """Lay out what three colleagues have on an article: one place of each kind of difference, and many alike."""
    spots = spots_of(document["text"], date)
    papers = Papers(document, {"id": "second", "text": SECOND})

    def everybody(name: str, spot: Spot, narae: Sequence[Mark], others: Sequence[Mark]) -> None:
        papers.put(name, spot, garam=others, narae=narae, daon=others)

    spot = spots.take(lambda one: one.label == "AGENCY" and spots.has_josa(one))
    everybody("josa", spot, [spot.mark(right=1)], [spot.mark()])
    spot = spots.take(lambda one: one.label == "AGENCY" and one.end - one.start >= 6)
    everybody("split", spot, [spot.mark(right=-3), spot.mark(left=spot.end - spot.start - 3)], [spot.mark()])
    spot = spots.take(lambda one: one.label == "AGENCY" and one.end - one.start >= 6)
    papers.put(
        "ends",
        spot,
        garam=[spot.mark(left=1)],
        narae=[spot.mark(right=1)],
        daon=[spot.mark(left=2, right=-1)],
    )
    spot = spots.take(lambda one: one.label == "AGENCY")
    everybody("label", spot, [spot.mark(label="SECTOR")], [spot.mark()])
    spot = spots.take(lambda one: one.label == "DATE")
    other = {**spot.norm, "value": "2001-01-01"}
    papers.put("value", spot, garam=[spot.valued], narae=[spot.mark()], daon=[spot.mark(norm=other)])
    spot = spots.take(lambda one: one.label == "AMOUNT")
    everybody("amount", spot, [spot.mark()], [spot.valued])
    for name in ("spare", "missed", "doubtful", "later"):
        spot = spots.take()
        everybody(
            name, spot, [spot.mark()] if name == "spare" else [], [] if name == "spare" else [spot.mark()]
        )
    for number in range(4):
        spot = spots.take()
        everybody(f"filled{number}", spot, [spot.mark()], [spot.valued])
    for number in range(6):
        spot = spots.take()
        everybody(f"same{number}", spot, [spot.mark()], [spot.mark()])
    for name in ("laptop-shorter", "laptop-more"):
        spot = spots.take(lambda one: one.end - one.start > 2)
        everybody(name, spot, [spot.mark()], [spot.mark()])
    spot = spots.take()
    papers.put("new", spot, garam=[], narae=[], daon=[])
    return papers


def write_first(papers: Papers, folder: Path) -> list[Path]:
    """Write the files that come first: four, of three people."""
    shorter, more = papers.spots["laptop-shorter"], papers.spots["laptop-more"]
    desk, laptop = {"revision": "g-desk", "parent": "g-0"}, {"revision": "g-laptop", "parent": "g-0"}
    second = [("한빛시", "AGENCY"), ("환경부", "AGENCY")]
    files = [
        write_lines(
            folder / "가람 desk.jsonl",
            {**papers.record(GARAM, **{"laptop-more": []}), **desk},
            papers.second_record(GARAM, second, "done"),
        ),
        write_lines(
            folder / "가람 laptop.jsonl",
            {
                **papers.record(
                    GARAM, **{"laptop-shorter": [shorter.mark(right=-1)], "laptop-more": [more.mark()]}
                ),
                **laptop,
            },
        ),
        write_lines(
            folder / "나래.jsonl",
            {**papers.record(NARAE), "revision": "n-1"},
            papers.second_record(NARAE, [("한빛시", "AGENCY"), ("환경부", "SECTOR")], "done"),
        ),
        write_lines(
            folder / "다온.jsonl",
            {**papers.record(DAON), "revision": "d-1"},
            {**papers.second_record(DAON, [("300만 달러", "AMOUNT")], "in_progress"), "revision": "d2-1"},
        ),
    ]
    write_labels(folder / "나래.labels.json", *NARAES_LABELS)
    return files


def write_again(papers: Papers, folder: Path) -> list[Path]:
    """Write what comes later: 나래 has changed two places of hers, 다온 has finished the second document."""
    spots = papers.spots
    changed = {
        "josa": [spots["josa"].mark()],
        "same0": [],
        "new": [spots["new"].mark()],
    }
    files = [
        write_lines(
            folder / "나래.jsonl",
            {**papers.record(NARAE, **changed), "revision": "n-2", "parent": "n-1"},
            papers.second_record(NARAE, [("한빛시", "AGENCY"), ("환경부", "SECTOR")], "done"),
        ),
        write_lines(
            folder / "다온.jsonl",
            {**papers.record(DAON), "revision": "d-1"},
            {
                **papers.second_record(
                    DAON, [("한빛시", "AGENCY"), ("환경부", "AGENCY"), ("300만 달러", "AMOUNT")], "done"
                ),
                "revision": "d2-2",
                "parent": "d2-1",
            },
        ),
    ]
    write_labels(folder / "나래.labels.json", *NARAES_LABELS)
    return files


def own_project(folder: Path, page: Path, file: Path) -> Path:
    """Make 나래's own project: the page as she imported it, what her file has on it, her name for a label."""
    folder.mkdir(parents=True, exist_ok=True)
    project = Project.create(
        folder / "project.sqlite",
        lock_dir=folder / "locks",
        backups_dir=folder / "backups",
        annotator=Annotator(1, UIDS[NARAE], NARAE),
    )
    session = Session(project, project.reading.annotator(1))
    run_import(session, page)
    run_import(session, file)
    agency = session.labels.by_key("AGENCY")
    assert agency is not None
    session.do(SetKey(agency.id, "ORG"))
    project.close()
    return project.path
