"""The formats that can be chosen, and the names of their files."""

from pathlib import Path

import pytest

from annotator.app.exports.format_choices import FormatChoice, format_choices, renamed
from annotator.core.sentences import SENTENCES
from annotator.formats.registry import BUILT_IN

BY_ID = {choice.id: choice for choice in format_choices()}


def test_every_format_that_can_be_written_is_offered_with_a_title_our_own_first() -> None:
    assert next(iter(BY_ID)) == "native"
    assert set(BY_ID) >= {known.id for known in BUILT_IN if known.can_write}
    assert all(choice.title.id in SENTENCES for choice in BY_ID.values())


def test_those_whose_offsets_can_be_utf16_are_known_without_their_libraries() -> None:
    takes = {id_ for id_, choice in BY_ID.items() if choice.takes_utf16}
    assert takes == {"doccano", "prodigy", "label-studio"}


@pytest.mark.parametrize(
    ("path", "before", "now", "expected"),
    [
        ("news.jsonl", "native", "csv", "news.csv"),
        ("news.JSONL", "native", "parquet", "news.parquet"),
        ("news.jsonl", "native", "brat", "news"),
        ("news", "brat", "xlsx", "news.xlsx"),
        ("news.jsonl", "native", "cas-xmi", "news.zip"),
        ("news.v2", "native", "csv", "news.v2"),
        ("news.tsv", "csv", "klue", "news.tsv"),
    ],
)
def test_the_ending_follows_the_format_where_it_was_the_formats(
    path: str, before: str, now: str, expected: str
) -> None:
    assert renamed(Path("a.b", path), BY_ID[before], BY_ID[now]) == Path("a.b", expected)


def test_a_folder_alone_keeps_its_name() -> None:
    choice: FormatChoice = BY_ID["brat"]
    assert renamed(Path(), choice, BY_ID["csv"]) == Path()
