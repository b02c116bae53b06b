"""Sectors are proposed with their codes for the label that holds codes, by the taxonomy and a person's own terms."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.app.jobs import never
from annotator.app.lexicon.taxonomies import find_sectors, sector_by_code
from annotator.app.session import Session
from annotator.app.suggestions.sectors import SectorSuggester
from annotator.app.suggestions.suggesting import SUGGESTERS, Subject
from annotator.core.commands.lexicon import AddLexiconEntry
from annotator.core.labels import LabelSet
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from annotator.core.suggestion import Suggestion
from annotator.core.text import Zone, ZoneKind
from annotator.core.values import Norm, ValueKind
from annotator.korean.taxonomy import TAXONOMY
from tests.support.projects import make_session

TEXT = "한국원자력연구원은 AI·양자 기술과 바람개비를 본다.\n로봇 기자\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path, TEXT)
    yield made
    made.project.close()


def proposed(
    session: Session, labels: LabelSet | None = None, zones: tuple[Zone, ...] = ()
) -> list[Suggestion]:
    labels = session.labels if labels is None else labels
    subject = Subject(1, 1, TEXT, zones, "", labels, session.annotator.id)
    return list(SectorSuggester().suggest(session.project, subject, never))


def kind_of_sector(labels: LabelSet, kind: ValueKind) -> LabelSet:
    return replace(
        labels,
        labels=tuple(
            replace(label, kind=kind) if label.key == "SECTOR" else label for label in labels.labels
        ),
    )


def test_the_code_is_the_value_and_what_is_certain_goes_first(session: Session) -> None:
    assert [(one.text, one.norm, one.rule, one.rank) for one in proposed(session)] == [
        ("AI", Norm("sector", "KR-NST-09", ref=TAXONOMY), "sector:AI", 4),
        ("양자", Norm("sector", "KR-NST-12", ref=TAXONOMY), "sector-beside:양자", 5),
        ("로봇", Norm("sector", "KR-NST-11", ref=TAXONOMY), "sector:로봇", 4),
    ]


def test_a_byline_names_no_sector(session: Session) -> None:
    byline = Zone(TEXT.index("로봇"), len(TEXT) - 1, ZoneKind.BYLINE)
    assert [one.text for one in proposed(session, zones=(byline,))] == ["AI", "양자"]


def test_a_label_that_holds_other_values_is_proposed_what_it_can_hold(session: Session) -> None:
    names = proposed(session, kind_of_sector(session.labels, ValueKind.TEXT))
    assert names[0].norm == Norm("text", "KR-NST-09", ref=TAXONOMY)
    assert proposed(session, kind_of_sector(session.labels, ValueKind.DATE))[0].norm is None


def test_a_project_without_the_label_is_offered_nothing(session: Session) -> None:
    assert proposed(session, LabelSet("none", 1, ())) == []


def test_own_terms_of_the_project_count_and_hide(session: Session) -> None:
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.SECTOR, "바람개비", code="KR-NEWS-03")))
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.SECTOR, "로봇", hidden=True)))
    assert [one.text for one in proposed(session)] == ["AI", "양자", "바람개비"]
    assert [one.code for one in find_sectors("바람개비", session.project.connection)] == ["KR-NEWS-03"]
    assert find_sectors("바람개비") == []


def test_sectors_are_looked_up_by_code_and_searched_in_both_languages() -> None:
    assert sector_by_code("KR-NST-12-01") is find_sectors("양자컴퓨터")[0]
    assert sector_by_code("bio") is None
    assert find_sectors("quantum sensing")[0].korean == "양자센싱"
    assert len(find_sectors("")) > 60


def test_it_is_among_the_suggesters() -> None:
    assert "sectors" in [one.id for one in SUGGESTERS]
