"""The report of a comparison: one HTML page that stands alone, in Korean and English, light and dark."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d2330; --soft: #5b6475; --line: #d5d9e2; --page: #fff; --head: #f3f5f9; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9f0; --soft: #a3acbd; --line: #3a4150; --page: #171a21; --head: #222733; }
}
body { font: 15px/1.6 "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; color: var(--ink);
  background: var(--page); max-width: 1000px; margin: 2em auto; padding: 0 1.2em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 2em; } h1 small, h2 small { color: var(--soft);
  font-weight: normal; } p { color: var(--soft); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { border: 1px solid var(--line);
  padding: .25em .7em; text-align: right; } th { background: var(--head); font-weight: 600; }
th:first-child, td:first-child { text-align: left; }
"""

# Heading in Korean and English, and the key of a pair.
_MAIN: Final = (
    ("문서", "documents", "n_docs"),
    ("정확 일치 F1", "exact F1", "f1_exact"),
    ("95 % 구간", "95 % interval", "ci_f1_exact"),
    ("겹침 일치 F1", "lenient F1", "f1_lenient"),
    ("경계 F1", "boundary F1", "f1_boundary"),
    ("값 일치", "values", "value_rate"),
)
_ADVANCED: Final = (
    ("uα (2016)", "does not see a cut span", "u_alpha"),
    ("|uα", "covered or not, whatever the label", "u_alpha_binary"),
    ("cuα", "labels alone, where both have one", "cu_alpha"),
    ("soft F1", "shares of overlap", "f1_soft"),
    ("문자 F1", "character F1", "f1_char"),
    ("문자 κ", "character κ", "kappa_char"),
    ("라벨 κ", "label κ, on equal spans only", "kappa_label"),
)
_CLASSES: Final = (
    ("same", "같음"),
    ("value", "값"),
    ("label", "라벨"),
    ("boundary", "경계"),
    ("boundary_label", "경계와 라벨"),
    ("split", "나눔"),
    ("merge", "합침"),
    ("only_a", "앞사람만"),
    ("only_b", "뒷사람만"),
)
_INTERVAL_FROM: Final = 10


def report(result: Mapping[str, Any], paragraphs: Sequence[str] = ()) -> str:
    """Return the page of what `compare` gave; `paragraphs` is plain text for its end."""
    pairs: Mapping[str, Mapping[str, Any]] = result["pairs"]
    parts = [
        "<h1>작업자 사이의 일치도 <small>Agreement of annotators</small></h1>",
        _group(result["group"]),
        _heading("두 사람씩", "Pairs"),
        _table(
            ["", *(f"{ko}<br><small>{en}</small>" for ko, en, _ in _MAIN)],
            (
                [_names(names), *(_main_cell(pair, key) for _, _, key in _MAIN)]
                for names, pair in pairs.items()
            ),
        ),
        _heading("차이의 종류", "Differences by class"),
        _table(
            ["", *(f"{ko}<br><small>{key}</small>" for key, ko in _CLASSES)],
            (
                [_names(names), *(str(pair["classes"].get(key, 0)) for key, _ in _CLASSES)]
                for names, pair in pairs.items()
            ),
        ),
        *(_of_pair(names, pair) for names, pair in pairs.items()),
        _heading("더 자세히", "Advanced"),
        _table(
            ["", *(f"{name}<br><small>{hides}</small>" for name, hides, _ in _ADVANCED)],
            ([_names(names), *(cell(pair[key]) for _, _, key in _ADVANCED)] for names, pair in pairs.items()),
        ),
        _coverage(result.get("coverage", ())),
        _paragraphs(paragraphs),
    ]
    body = "\n".join(part for part in parts if part)
    return (
        '<!doctype html>\n<html lang="ko"><head><meta charset="utf-8"><title>일치도 · Agreement</title>'
        f"<style>{STYLE}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def cell(value: float | None) -> str:
    """Return a number as the report writes it, — for what is not defined."""
    return "—" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


def _main_cell(pair: Mapping[str, Any], key: str) -> str:
    if key != "ci_f1_exact":
        return cell(pair[key])
    if pair["n_docs"] < _INTERVAL_FROM:
        return "<small>문서가 적음<br>too few documents</small>"
    return "—" if pair[key] is None else "–".join(map(cell, pair[key]))


def _group(group: Mapping[str, Any]) -> str:
    items = group["items"]
    return (
        f"<p>문서 {group['n_docs']}건 가운데 여럿이 한 문서 {group['n_docs_multi']}건. 정확 일치 F1 평균"
        f" {cell(group['mean_f1_exact'])}, uα (2016) {cell(group['u_alpha'])}. 항목 {items['total']}건: 모두 일치"
        f" {items['unanimous']}, 다수 일치 {items['majority']}, 불일치 {items['conflict']}.<br>"
        f"{group['n_docs_multi']} of {group['n_docs']} documents done by several. Mean exact F1"
        f" {cell(group['mean_f1_exact'])}. Items: {items['unanimous']} unanimous, {items['majority']} by majority,"
        f" {items['conflict']} in conflict. — = not defined.</p>"
    )


def _of_pair(names: str, pair: Mapping[str, Any]) -> str:
    labels = [
        [escape(label), *(cell(row[key]) for key in ("n_a", "n_b", "f1_exact", "f1_lenient", "u_alpha"))]
        for label, row in pair["per_label"].items()
        if row["n_a"] + row["n_b"]
    ]
    if not labels:
        return ""
    heads = ["라벨<br><small>label</small>", "앞", "뒤", "정확 F1", "겹침 F1", "uα"]
    return (
        _heading(_names(names), "by label, and label against label")
        + _table(heads, labels)
        + _confusion(pair)
    )


def _confusion(pair: Mapping[str, Any]) -> str:
    counts = {tuple(cells.split("|")): count for cells, count in pair["confusion"].items()}
    rows = sorted({one for one, _ in counts}, key=_last_nobody)
    columns = sorted({other for _, other in counts}, key=_last_nobody)
    return "<p></p>" + _table(
        ["앞 \\ 뒤", *map(escape, columns)],
        ([escape(one), *(str(counts.get((one, other), 0) or "·") for other in columns)] for one in rows),
    )


def _last_nobody(label: str) -> tuple[bool, str]:
    return (label == "∅", label)


def _coverage(layers: Sequence[Mapping[str, str]]) -> str:
    if not layers:
        return ""
    by: dict[str, dict[str, int]] = {}
    for layer in layers:
        counts = by.setdefault(layer["annotator"], {})
        counts[layer["status"]] = counts.get(layer["status"], 0) + 1
    statuses = sorted({status for counts in by.values() for status in counts})
    return _heading("누가 무엇을 했나", "Coverage: layers by status; only done ones are compared") + _table(
        ["", *map(escape, statuses)],
        ([escape(name), *(str(counts.get(status, 0)) for status in statuses)] for name, counts in by.items()),
    )


def _paragraphs(paragraphs: Sequence[str]) -> str:
    if not paragraphs:
        return ""
    return _heading("방법", "Methods") + "\n".join(f"<p>{escape(words)}</p>" for words in paragraphs)


def _heading(korean: str, english: str) -> str:
    return f"<h2>{korean} <small>{english}</small></h2>"


def _names(names: str) -> str:
    return escape(names.replace("|", " · "))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; the cells are HTML already."""
    head = "".join(f"<th>{cell_}</th>" for cell_ in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{cell_}</td>" for cell_ in row) + "</tr>" for row in rows)
    return f"<table>\n<tr>{head}</tr>\n{body}\n</table>"
