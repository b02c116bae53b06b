"""`annotator suggest`: pages and files, JSON Lines and lines for people, dates, exit statuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.app.lexicon.lexicons import change_person_lexicon
from annotator.core.commands.lexicon import AddLexiconEntry
from annotator.core.lexicon_entry import EntryKind, LexiconEntry
from tests.support.commands import run
from tests.support.intake import html, line, page, write_lines
from tests.support.projects import make_session
from tests.support.windows import PAGE


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(one) for one in capsys.readouterr().out.splitlines()]


def test_each_document_is_a_line_with_offsets_in_its_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = tmp_path / "쪽.html"
    first.write_text(html(7), encoding="utf-8")
    second = write_lines(tmp_path / "a.jsonl", line("환경부가 3월 2일 5억 원을 썼다"), line("내년에 연다"))
    assert run("suggest", first, second, "--json") == 0
    found = rows(capsys)
    assert [Path(row["file"]).name for row in found] == ["쪽.html", "a.jsonl", "a.jsonl"]
    assert set(found[0]) == {"file", "document_date", "date_source", "text", "zones", "suggestions"}
    assert found[0]["document_date"] == "2024-05-07"
    assert {zone["zone"] for zone in found[0]["zones"]} >= {"title", "body"}
    for row in found:
        for made in row["suggestions"]:
            assert row["text"][made["start"] : made["end"]] == made["text"]
    amount = next(made for made in found[0]["suggestions"] if made["label"] == "AMOUNT")
    assert amount == {
        "start": amount["start"], "end": amount["end"], "text": "7억 원", "label": "AMOUNT",
        "norm": {"type": "money", "value": "700000000", "unit": "KRW", "mod": None, "ref": None},
        "rule": "number-currency", "rank": 1, "alternatives": [],
    }  # fmt: skip
    assert [made["label"] for made in found[1]["suggestions"]] == ["AGENCY", "DATE", "AMOUNT"]


def test_a_date_is_for_documents_that_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dated = line("올해 연다", meta={"document_date": "2020-01-05"})
    path = write_lines(tmp_path / "a.jsonl", dated, line("올해 연다"))
    assert run("suggest", path, "--json", "--date", "2024-03-01") == 0
    given = rows(capsys)
    assert [row["document_date"] for row in given] == ["2020-01-05", "2024-03-01"]
    assert [row["suggestions"][0]["norm"]["value"] for row in given] == ["2020", "2024"]
    assert given[1]["date_source"] == "user"
    assert run("suggest", path, "--json") == 0
    unknown = rows(capsys)[1]
    assert (unknown["document_date"], unknown["suggestions"][0]["norm"]) == (None, None)


def test_people_read_a_line_a_suggestion(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_lines(tmp_path / "a.jsonl", line("약 3억 원을 화요일에"))
    assert run("suggest", path, "--date", "2024-05-17") == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].endswith("a.jsonl: document date 2024-05-17 (user), suggestions 2")
    assert shown[1] == "  2-6 AMOUNT 3억 원 = 300000000 KRW APPROX [number-currency, 1]"
    assert shown[2] == "  8-11 DATE 화요일 = 2024-05-14 or 2024-05-21 [date-weekday, 1]"


def test_what_is_not_read_is_said_and_told_by_the_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"text": ""}, line("내년"))
    assert run("suggest", path, "--json", "--date", "2024-01-01") == 1
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 1
    assert "a.jsonl:1:" in shown.err
    assert run("suggest", tmp_path / "none.txt", "--json") == 2
    assert run("suggest", path, "--date", "2024-02-30") == 2


def test_lines_that_are_furniture_of_a_page_are_not_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(page(3) + "\n2031년 1월 2일 다른 기사\n", encoding="utf-8")
    assert run("suggest", path, "--json") == 0
    (row,) = rows(capsys)
    assert "2031-01-02" not in [made["norm"] and made["norm"]["value"] for made in row["suggestions"]]


@pytest.mark.skipif(not PAGE.is_file(), reason="the newspaper page is not beside this checkout")
def test_the_newspaper_page_gives_its_dates_and_its_amount(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("suggest", PAGE, "--json") == 0
    (row,) = rows(capsys)
    assert (row["document_date"], row["date_source"]) == ("2023-12-09", "caption")
    by_label: dict[str, list[tuple[str, str, str | None]]] = {}
    for made in row["suggestions"]:
        norm = made["norm"]
        if made["label"] in {"AMOUNT", "DATE"}:
            by_label.setdefault(made["label"], []).append((made["text"], norm["value"], norm["mod"]))
    assert by_label["AMOUNT"] == [("1000만 달러", "10000000", "EQUAL_OR_MORE")]
    day = "2023-12-09"
    assert by_label["DATE"] == [
        ("9일", day, None), ("9일", day, None), ("내년 초", "2024", "START"), ("9일", day, None),
        ("2023.12.09", day, None), ("지난 4월", "2023-04", None), ("9일", day, None), ("2023.12.09", day, None),
        ("내년 중", "2024", "DURING"), ("내년", "2024", None), ("이날", day, None),
    ]  # fmt: skip


def test_names_of_ones_own_count_those_of_a_project_where_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = make_session(tmp_path)
    session.do(AddLexiconEntry(LexiconEntry(EntryKind.AGENCY, "바다숲청", aliases=("숲청",))))
    session.project.close()
    change_person_lexicon(None, LexiconEntry(EntryKind.AGENCY, "바람청"))
    change_person_lexicon(None, LexiconEntry(EntryKind.SECTOR, "초전지", code="KR-NST-02"))
    path = write_lines(tmp_path / "a.jsonl", line("숲청과 바람청이 초전지로 왔다"))
    for options, expected in (
        ((), ["바람청", "KR-NST-02"]),
        (("--project", session.project.path), ["바다숲청", "바람청", "KR-NST-02"]),
    ):
        assert run("suggest", path, "--json", *options) == 0
        assert [made["norm"]["value"] for made in rows(capsys)[0]["suggestions"]] == expected
    assert run("suggest", path, "--project", tmp_path / "none.sqlite") == 2


def test_a_broken_lexicon_of_ones_own_is_told_and_nothing_else_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.lexicon_file().parent.mkdir(parents=True, exist_ok=True)
    paths.lexicon_file().write_text("kind,name\nagency,\n", encoding="utf-8")
    path = write_lines(tmp_path / "a.jsonl", line("조달청이 왔다"))
    assert run("suggest", path, "--json") == 0
    captured = capsys.readouterr()
    assert "lexicon.csv: rows that were not taken: 1. The first is in line 2." in captured.err
    assert json.loads(captured.out)["suggestions"][0]["text"] == "조달청"


def test_a_document_of_several_annotators_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kim, lee = (line("내년에 연다", id="d1", annotator=name) for name in ("kim", "lee"))
    path = write_lines(tmp_path / "a.jsonl", kim, lee, line("올해 연다", id="d2", annotator="kim"))
    assert run("suggest", path, "--json") == 0
    assert [row["text"] for row in rows(capsys)] == ["내년에 연다", "올해 연다"]


def test_a_date_without_a_source_has_no_empty_brackets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(tmp_path / "a.jsonl", line("올해 연다", meta={"document_date": "2020-01-05"}))
    assert run("suggest", path) == 0
    assert f"{path}: document date 2020-01-05, suggestions 1" in capsys.readouterr().out


def test_a_folder_with_nothing_in_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("suggest", tmp_path) == 1
    assert capsys.readouterr().err == f"annotator: there is nothing to read in {tmp_path}\n"
