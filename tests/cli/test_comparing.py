"""`annotator compare`: tables, JSON and the report, from files and from a case."""

import json

from annotator.cli import main
from tests.review.cases import TEXT, pair, span
from tests.support.web_pages import sound_page


def line(annotator, spans, **more):
    marks = [{**one, "norm": None} for one in spans]
    for mark in marks:
        del mark["value"]
    record = {"id": "n1", "text": TEXT, "annotator": annotator, "status": "done", "spans": marks, **more}
    return json.dumps(record, ensure_ascii=False) + "\n"


def files(folder):
    kim, lee = folder / "kim.jsonl", folder / "lee.jsonl"
    kim.write_text(line("김하나", [span(0, 3), span(5, 10, "DATE")]), encoding="utf-8")
    lee.write_text(line("이두리", [span(0, 4), span(5, 10, "DATE")]), encoding="utf-8")
    return kim, lee


def test_two_files_are_compared_by_annotator(tmp_path, capsysbinary) -> None:
    kim, lee = files(tmp_path)
    assert main(["compare", str(kim), str(lee), "--json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert found["case"] is None
    assert found["pairs"]["김하나|이두리"]["f1_exact"] == 0.5
    assert found["pairs"]["김하나|이두리"]["boundary_kinds"] == {"josa": 1}
    assert found["coverage"] == [
        {"doc_id": "n1", "annotator": "김하나", "status": "done"},
        {"doc_id": "n1", "annotator": "이두리", "status": "done"},
    ]


def test_a_layer_that_is_not_done_stands_under_coverage_only(tmp_path, capsysbinary) -> None:
    kim, lee = files(tmp_path)
    lee.write_text(line("이두리", [span(0, 4)], status="in_progress"), encoding="utf-8")
    assert main(["compare", str(kim), str(lee), "--json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert found["pairs"]["김하나|이두리"]["n_docs"] == 0
    assert found["coverage"][1]["status"] == "in_progress"


def test_a_second_layer_of_one_annotator_on_a_document_is_told_and_left_out(tmp_path, capsysbinary) -> None:
    kim, _lee = files(tmp_path)
    assert main(["compare", str(kim), str(kim)]) == 1
    assert "김하나 has a layer on “n1” already" in capsysbinary.readouterr().err.decode()


def test_a_case_file_gives_the_same_numbers_as_the_function(tmp_path, capsysbinary) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(pair([span(0, 3)], [span(0, 4)])), encoding="utf-8")
    assert main(["compare", "--case", str(path), "--json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert found["pairs"]["A|B"]["classes"] == {"boundary": 1}
    assert "coverage" not in found


def test_what_is_no_case_ends_with_2_and_one_sentence(tmp_path, capsysbinary) -> None:
    path = tmp_path / "case.json"
    path.write_text("[", encoding="utf-8")
    assert main(["compare", "--case", str(path)]) == 2
    assert main(["compare"]) == 2
    told = capsysbinary.readouterr().err.decode().splitlines()
    assert len(told) == 2


def test_the_report_stands_alone_and_shows_names_as_text(tmp_path, capsysbinary) -> None:
    kim, lee = files(tmp_path)
    lee.write_text(line("<b>이</b>", [span(0, 4), span(5, 10, "DATE")]), encoding="utf-8")
    out = tmp_path / "report.html"
    assert main(["compare", str(kim), str(lee), "--html", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    sound_page(page)
    assert "&lt;b&gt;이&lt;/b&gt;" in page
    assert "0.500" in page
    table = capsysbinary.readouterr().out.decode()
    assert "0.500" in table
    assert "1 document of 1 done by several" in table


def test_one_who_is_taken_for_right_gives_the_others_precision_and_recall(tmp_path, capsysbinary) -> None:
    kim, lee = files(tmp_path)
    lee.write_text(line("이두리", [span(0, 3)]), encoding="utf-8")
    out = tmp_path / "report.html"
    options = ["compare", str(kim), str(lee), "--reference", "김하나"]
    assert main([*options, "--json", "--html", str(out)]) == 0
    found = json.loads(capsysbinary.readouterr().out)["reference"]
    assert found["name"] == "김하나"
    assert (found["annotators"]["이두리"]["p_exact"], found["annotators"]["이두리"]["r_exact"]) == (1.0, 0.5)
    page = out.read_text(encoding="utf-8")
    sound_page(page)
    assert "recall" in page
    assert main(options) == 0
    table = capsysbinary.readouterr().out.decode()
    assert "against 김하나" in table
    row = next(one for one in table.splitlines() if one.startswith("이두리") and "all" in one)
    assert row.split()[-4:] == ["1.000", "0.500", "0.667", "0.667"]
    assert main([*options[:-1], "없음"]) == 2
    assert "김하나, 이두리" in capsysbinary.readouterr().err.decode()


def test_without_a_reference_the_output_is_as_it_was(tmp_path, capsysbinary) -> None:
    kim, lee = files(tmp_path)
    assert main(["compare", str(kim), str(lee), "--json"]) == 0
    assert "reference" not in json.loads(capsysbinary.readouterr().out)


def test_one_annotator_is_nothing_to_compare(tmp_path, capsys) -> None:
    kim, _ = files(tmp_path)
    assert main(["compare", str(kim)]) == 1
    told = capsys.readouterr()
    assert "nothing to compare" in told.err
    assert "exact F1  lenient" not in told.out
