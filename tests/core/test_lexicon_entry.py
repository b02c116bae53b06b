"""Entries of a lexicon: as rows and back, tidied, and what is wrong with one."""

from dataclasses import replace

import pytest

from annotator.core.lexicon_entry import LONGEST, EntryKind, LexiconEntry, tidied, wrong_with
from annotator.core.messages import Message

AGENCY = LexiconEntry(
    EntryKind.AGENCY,
    "바다숲청",
    "Sea Forest Agency",
    "SFA",
    "KR",
    ("숲청",),
    2021,
    2024,
    source="관보",
    ref="kr.x",
)
SECTOR = LexiconEntry(EntryKind.SECTOR, "심해 채굴", code="X-01", hidden=True)


@pytest.mark.parametrize("entry", [AGENCY, SECTOR])
def test_a_row_holds_all_of_an_entry(entry: LexiconEntry) -> None:
    assert LexiconEntry.from_row(entry.row(3, "u3", 1)) == replace(entry, ref=entry.ref or "u3")


def test_an_entry_of_its_own_is_named_by_its_uid_and_one_without_by_its_name() -> None:
    assert LexiconEntry.from_row(replace(AGENCY, ref="").row(3, "u3", 1)).id == "u3"
    assert replace(AGENCY, ref="").id == "own.KR.바다숲청"
    assert SECTOR.id == "own.심해 채굴"


def test_tidied_loses_blanks_and_names_said_twice() -> None:
    rough = replace(
        AGENCY,
        name="  바다숲\n 청 ",
        country=" kr",
        aliases=("", " 숲청", "숲청", "SFA", "바다숲 청"),
        ref=" a ",
    )
    assert tidied(rough) == replace(AGENCY, name="바다숲 청", aliases=("숲청",), ref="a")
    assert AGENCY.names == ("바다숲청", "Sea Forest Agency", "SFA", "숲청")


def test_twins_are_of_one_kind_name_and_country_however_they_are_written() -> None:
    assert replace(AGENCY, name="ＮＡＳＡ").key == replace(AGENCY, name="nasa", english="").key
    assert replace(AGENCY, country="JP").key != AGENCY.key


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, None),
        ({"name": ""}, "lexicon.no-name"),
        ({"aliases": ("청",)}, "lexicon.name-short"),
        ({"aliases": ("가" * (LONGEST + 1),)}, "lexicon.name-long"),
        ({"aliases": ("가" * LONGEST,)}, None),
        ({"name": "12-34"}, "lexicon.name-letters"),
        ({"country": "KOREA"}, "lexicon.country"),
        ({"country": "INT"}, None),
        ({"since": 0}, "lexicon.year"),
        ({"until": 2020}, "lexicon.years"),
        ({"until": 2021}, None),
        ({"code": "X"}, "lexicon.code"),
        ({"kind": EntryKind.SECTOR}, "lexicon.no-code"),
        ({"kind": EntryKind.SECTOR, "code": "X"}, None),
        ({"kind": EntryKind.SECTOR, "hidden": True}, None),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, object], told: str | None) -> None:
    wrong: Message | None = wrong_with(replace(AGENCY, **changed))  # type: ignore[arg-type] - a table of fields
    assert (wrong and wrong.id) == told
