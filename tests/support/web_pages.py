"""Reads a page that the program hands out, and says what of it no browser would forgive."""

from html.parser import HTMLParser

_VOID = {"meta", "br", "input"}
_ASKING = {"src", "href", "action", "data", "poster", "srcset"}


class WebPage(HTMLParser):
    """A page: what it links to, what it asks of others, its words; tags that are not closed in order raise."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.asks: list[str] = []
        self.runs: list[str] = []
        self.heads: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "script":
            self.runs.append(tag)
        if tag == "th":
            self.heads.append(found)
        self.runs += [name for name in found if name.startswith("on")]
        self.ids += [found["id"] or ""] if "id" in found else []
        for name in _ASKING & set(found):
            value = found[name] or ""
            (self.links if value.startswith("#") else self.asks).append(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    @property
    def text(self) -> str:
        """Return all words of the page, those of both languages."""
        return "".join(self.words)


def sound_page(page: str) -> WebPage:
    """Return a page that is whole, asks for nothing, runs nothing, and whose links lead somewhere in it."""
    read = WebPage(page)
    assert read.open == []
    assert (read.asks, read.runs) == ([], [])
    assert "url(" not in page
    assert "@import" not in page
    assert len(set(read.ids)) == len(read.ids)
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert all(head.get("scope") in ("col", "row") for head in read.heads)
    assert page.startswith('<!doctype html>\n<html lang="ko">')
    assert '<meta charset="utf-8">' in page
    assert "<title></title>" not in page
    page.encode()
    return read
