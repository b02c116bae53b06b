"""Sectors in articles of our own, marked by hand in brackets: how many are found, how many of those are right."""

from pathlib import Path

from annotator.korean.sectors import sectors
from annotator.korean.text import Text

ARTICLES = Path(__file__).parent / "data" / "sector_articles.txt"


def marked() -> tuple[str, set[tuple[int, int]]]:
    """Return the text without its brackets, and what stood in them."""
    text, ranges, start = "", set(), 0
    for char in ARTICLES.read_text(encoding="utf-8"):
        if char == "[":
            start = len(text)
        elif char == "]":
            ranges.add((start, len(text)))
        else:
            text += char
    return text, ranges


def test_nine_of_ten_are_found_and_nine_of_ten_found_are_right() -> None:
    text, wanted = marked()
    found = {(one.start, one.end) for one in sectors(Text.of(text))}
    right = len(found & wanted)
    print(f"marked {len(wanted)}, recall {right / len(wanted):.3f}, precision {right / len(found):.3f}")
    assert len(wanted) > 200
    assert right / len(wanted) >= 0.9
    assert right / len(found) >= 0.9
