"""A lexicon as CSV: written for spreadsheets, read from what they write, bad rows told of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.core.lexicon_entry import EntryKind, LexiconEntry, tidied, wrong_with
from annotator.formats.lexicon_csv import COLUMNS, LexiconFile, lexicon_bytes, read_lexicon

FOREST = LexiconEntry(
    EntryKind.AGENCY,
    "바다숲청",
    "Sea Forest Agency, Office",
    "SFA",
    "KR",
    ("숲청", "=숲", "'=숲"),
    2021,
    None,
    ref="kr.x",
)
HIDDEN = LexiconEntry(EntryKind.SECTOR, "@심해", source="+82", hidden=True)


def told(content: str | bytes) -> tuple[list[str], list[tuple[int, str]]]:
    """The names read, and the lines refused with why."""
    read = read_lexicon(content.encode() if isinstance(content, str) else content, "a.csv")
    return [entry.name for entry in read.entries], [(one.line, one.reason.id) for one in read.rejects]


def refused(content: bytes) -> str:
    with pytest.raises(UserError) as raised:
        read_lexicon(content, "a.csv")
    return raised.value.message.id


def test_what_is_written_is_read_again_begins_with_a_bom_and_holds_no_formula() -> None:
    content = lexicon_bytes([FOREST, HIDDEN])
    assert content.startswith(b"\xef\xbb\xbfkind,name,")
    assert "'@심해" in content.decode()
    assert "'+82" in content.decode()
    assert read_lexicon(content, "a.csv") == LexiconFile((FOREST, HIDDEN))


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(
    st.builds(
        LexiconEntry,
        kind=st.sampled_from(EntryKind),
        name=TEXTS,
        english=TEXTS,
        country=st.sampled_from(["", "KR", "INT"]),
        aliases=st.lists(TEXTS.filter(lambda text: not {*";|"} & {*text}), max_size=3).map(tuple),
        since=st.none() | st.integers(1, 9999),
        source=TEXTS,
        ref=TEXTS,
        hidden=st.booleans(),
    )
)
def test_every_right_entry_comes_back(entry: LexiconEntry) -> None:
    entry = tidied(entry)
    if wrong_with(entry) is None:
        assert read_lexicon(lexicon_bytes([entry]), "a.csv").entries == (entry,)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"kind,name\n{text}".encode()))
def test_any_bytes_are_read_or_refused_with_a_word(content: bytes) -> None:
    told = "lexicon.read"
    try:
        read_lexicon(content, "a.csv")
    except UserError as error:
        told = error.message.id
    assert told.startswith("lexicon.")


def test_korean_columns_and_kinds_semicolons_tabs_and_what_excel_saves_are_read() -> None:
    korean = "이름;종류;별칭;모르는 열\n바다숲청;기관;숲청 | 큰숲; x\n심해;분야;;\n"
    (entry,) = read_lexicon(korean.encode(), "a.csv").entries
    assert (entry.name, entry.kind, entry.aliases) == ("바다숲청", EntryKind.AGENCY, ("숲청", "큰숲"))
    assert told(korean)[1] == [(3, "lexicon.no-code")]
    assert told("kind\tname\nagency\t바다숲청\n".encode("utf-16"))[0] == ["바다숲청"]
    assert told("kind,name\r\nagency,바다숲청\r\n".encode("cp949"))[0] == ["바다숲청"]


def test_a_bad_row_is_told_with_its_line_and_the_rest_is_read() -> None:
    rows = [
        "kind,name,country,since,code,hidden",
        "agency,바다숲청",
        "",
        "ministry,바람청",
        'agency,"여러\n줄청",Korea',
        "agency,구름청,,19x0",
        "agency,눈청,,,,maybe",
        "agency,바다숲청",
        "sector,심해 채굴",
        "agency,비청,KR,1999,,no",
    ]
    names, rejects = told("\n".join(rows))
    assert names == ["바다숲청", "비청"]
    assert rejects == [
        (4, "lexicon.kind"),
        (5, "lexicon.country"),
        (7, "lexicon.year"),
        (8, "lexicon.yes-no"),
        (9, "lexicon.twice"),
        (10, "lexicon.no-code"),
    ]


@pytest.mark.parametrize(
    ("content", "id_"),
    [
        (b"", "lexicon.no-header"),
        ("바다숲청,agency\n".encode(), "lexicon.no-header"),
        (b"kind,name\n\x00", "lexicon.no-text"),
        (b"\xff\xff\xff", "lexicon.no-text"),
        (f"kind,name\nagency,{'가' * 140_000}".encode(), "lexicon.no-table"),
        (b"x" * 20_000_001, "lexicon.too-large"),
    ],
)
def test_what_is_no_lexicon_is_refused_with_a_word(content: bytes, id_: str) -> None:
    assert refused(content) == id_


def test_all_that_an_entry_holds_has_a_column() -> None:
    assert len(COLUMNS) == len(LexiconEntry.__slots__)
