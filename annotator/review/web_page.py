"""The pages that leave the program: one HTML file that needs nothing else, in two languages, light, dark, on paper.

All words of a page stand in Korean and in English, marked as such; the reader may leave one of them out. What comes
from people (names, labels, texts) goes through `plain`: it never becomes markup, and its direction of writing ends
with it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

DASH: Final = "—"
# What a page cannot hold: control characters but tab and line feed, halves of surrogate pairs, noncharacters.
_UNFIT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d2330; --soft: #566072; --line: #ced4de; --page: #fff; --head: #f2f4f8;
  --link: #1a56b0; --tint: #e6ecf6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9f0; --soft: #a8b1c2; --line: #3d4554; --page: #171a21;
  --head: #222733; --link: #8db8f5; --tint: #2b3446; } }
* { box-sizing: border-box; }
body { font: 15px/1.6 "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif;
  color: var(--ink); background: var(--page); max-width: 1040px; margin: 1.6em auto 3em; padding: 0 1.2em;
  word-break: keep-all; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
h1 { font-size: 1.5em; line-height: 1.35; margin: .6em 0 .4em; } h2 { font-size: 1.2em; margin: 2em 0 .6em; }
h3 { font-size: 1.02em; margin: 1.5em 0 .5em; } h1, h2, h3, figcaption { break-after: avoid; }
p { margin: .4em 0; } .soft { color: var(--soft); } a { color: var(--link); }
[lang=en] { font-weight: normal; color: var(--soft); } th [lang=en], td [lang=en], dt [lang=en] { font-size: .87em; }
th [lang], td [lang] { display: block; } th[scope=row] [lang], .brief [lang] { display: inline; }
p[lang=en], .english { color: inherit; }
.languages { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .2em 1.1em; border: 0; margin: 0;
  padding: 0; font-size: .87em; color: var(--soft); } .languages label { cursor: pointer; }
body:has(#show-ko:checked) [lang=en], body:has(#show-en:checked) [lang=ko] { display: none; }
body:has(#show-en:checked) [lang=en] { font: inherit; color: inherit; }
.languages [lang] { display: inline !important; color: inherit; }
nav ul { display: flex; flex-wrap: wrap; gap: .2em 1.2em; list-style: none; margin: .8em 0; padding: 0; }
figure { margin: .6em 0 1.3em; max-width: 100%; min-width: 0; } figcaption { font-weight: 600; padding: .2em 0; }
.wide { overflow-x: auto; } .wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.beside { display: flex; flex-wrap: wrap; gap: 0 2.2em; align-items: flex-start; } .beside > * { flex: 0 1 auto;
  min-width: min(100%, 21em); } .beside figcaption { width: 0; min-width: 100%; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .25em .7em; text-align: right; vertical-align: baseline; }
th { font-weight: 600; } thead th { font-size: .94em; background: var(--head); vertical-align: bottom; }
td { white-space: nowrap; }
th > div { width: max-content; max-width: 7em; margin-left: auto; } tbody th > div { max-width: 16em; }
th:first-child, td.words { text-align: left; } th:first-child > div { margin-left: 0; }
td.words { white-space: normal; min-width: 12em; }
th.upright { padding: .5em .25em; } .upright > div { writing-mode: vertical-rl; transform: rotate(180deg);
  width: auto; max-width: none; height: max-content; max-height: 11em; margin: 0 auto; text-align: left;
  line-height: 1.25; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15em 1em; margin: .5em 0; }
dt { color: var(--soft); } dd { margin: 0; }
@media (max-width: 640px) { body { margin-top: .8em; padding: 0 .8em; } th, td { padding: .25em .45em; }
  tbody th > div { max-width: 8em; } dl.brief { grid-template-columns: minmax(0, 1fr); }
  dl.brief dd { margin: 0 0 .4em 1em; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --page: #fff; --head: #eee;
    --link: #000; --tint: #e8e8e8; }
  @page { margin: 16mm 14mm; } body { font-size: 10pt; margin: 0; padding: 0; max-width: none; }
  .languages, nav { display: none; } .wide { overflow: visible; } a { text-decoration: none; }
  tr, .difference { break-inside: avoid; }
  th, td { padding: .15em .4em; } thead th > div { max-width: 5em; } tbody th > div { max-width: 9em; } }
"""
# A page asks for nothing and runs nothing, whatever stands in it.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_LANGUAGES: Final = (
    ("both", "한국어 · English"),
    ("ko", "한국어"),
    ("en", "English"),
)


@dataclass(frozen=True, slots=True)
class Two:
    """Words in Korean and English, as HTML."""

    korean: str
    english: str

    def __str__(self) -> str:
        """Return them side by side, each in its language."""
        return f'<span lang="ko">{self.korean}</span> <span lang="en">{self.english}</span>'


Html = str | Two
"""A part of a page: markup that is ready, or words in both languages."""


def plain(text: str) -> str:
    """Return text of a person as a part of a page: it is shown as it is, and turns no words around it."""
    return f"<bdi>{bare(text)}</bdi>"


def bare(text: str) -> str:
    """Return text as it may stand in an attribute or a title: escaped; what no page can hold is U+FFFD."""
    return escape(_UNFIT.sub("\N{REPLACEMENT CHARACTER}", text))


def page(title: Two, parts: Iterable[Html], more_style: str = "") -> str:
    """Return a whole page; `title` is markup, too, and its heading."""
    bare_title = f"{title.korean} · {title.english}".replace("<bdi>", "").replace("</bdi>", "")
    body = "\n".join(str(part) for part in parts if part)
    return (
        '<!doctype html>\n<html lang="ko">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{bare_title}</title>\n<style>{_STYLE}{more_style}</style>\n</head>\n"
        f"<body>\n{_languages()}<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _languages() -> str:
    """Return the choice of languages; it works without a script, and where it does not, both are shown."""
    choices = "".join(
        f'<label><input type="radio" name="language" id="show-{id_}"{" checked" if id_ == "both" else ""}> '
        f"{words}</label>"
        for id_, words in _LANGUAGES
    )
    return f'<fieldset class="languages" aria-label="언어 Language">{choices}</fieldset>\n'


def heading(words: Html, id_: str = "", level: int = 2) -> str:
    """Return a heading, with an anchor where it has a name."""
    anchor = f' id="{id_}"' if id_ else ""
    return f"<h{level}{anchor}>{words}</h{level}>"


def contents(links: Sequence[tuple[str, Html]]) -> str:
    """Return links to the headings of the page, by their names."""
    items = "".join(f'<li class="brief"><a href="#{id_}">{words}</a></li>' for id_, words in links)
    return f'<nav aria-label="차례 Contents"><ul>{items}</ul></nav>'


def paragraphs(words: Two, style: str = "") -> str:
    """Return a paragraph in each language."""
    name = f' class="{style}"' if style else ""
    return f'<p lang="ko"{name}>{words.korean}</p>\n<p lang="en"{name}>{words.english}</p>'


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is (its caption), the words over its columns, its rows; the first of each row names it.

    `words` are the columns whose cells are words. `upright` are headings that stand on end, where there are many.
    """

    caption: Html
    heads: Sequence[Html]
    rows: Sequence[Sequence[Html]]
    words: frozenset[int] = frozenset()
    upright: bool = False

    def __str__(self) -> str:
        """Return it in a box that scrolls where the page is too narrow."""
        first, *others = self.heads
        head = f'<th scope="col"><div>{first}</div></th>' + "".join(map(self._head, others))
        body = "\n".join(map(self._row, self.rows))
        return (
            f'<figure><figcaption>{self.caption}</figcaption>\n<div class="wide" tabindex="0"><table>\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div></figure>"
        )

    def _head(self, words: Html) -> str:
        style = ' class="upright"' if self.upright else ""
        return f'<th scope="col"{style}><div>{words}</div></th>'

    def _row(self, row: Sequence[Html]) -> str:
        name, *cells = row
        told = "".join(
            f'<td class="words">{cell}</td>' if at in self.words else f"<td>{cell}</td>"
            for at, cell in enumerate(cells, start=1)
        )
        return f'<tr><th scope="row"><div>{name}</div></th>{told}</tr>'


def terms(rows: Iterable[tuple[Html, Html]], style: str = "brief") -> str:
    """Return a list of terms with what is said of each."""
    told = "".join(f"<dt>{term}</dt><dd>{words}</dd>" for term, words in rows)
    return f'<dl class="{style}">{told}</dl>' if told else ""


def number(value: float | None) -> str:
    """Return a count with its thousands apart, another number with three decimals, — for what is not defined."""
    return DASH if value is None else f"{value:,}" if isinstance(value, int) else f"{value:z.3f}"
