"""Every text on screen is there in both languages, and none is left in English by oversight."""

import xml.etree.ElementTree as ET

from tests.support.check_translations import CATALOGUE, problems, read

# Texts that are the same in both languages: names of languages, of formats, and the program's own.
SAME = {"한국어", "English"}


def test_the_catalogue_is_complete_fresh_and_compiled() -> None:
    assert problems() == []


def test_no_korean_text_equals_its_english_source() -> None:
    assert CATALOGUE.exists()
    equal = [
        key
        for key, (_state, text) in read(CATALOGUE).items()
        if text == key[1] and text not in SAME and any(character.isalpha() for character in text)
    ]
    assert equal == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    wrong = []
    for (context, source, _comment), (_state, text) in read(CATALOGUE).items():
        if _placeholders(source) != _placeholders(text):
            wrong.append((context, source, text))
    assert wrong == []


def _placeholders(text: str) -> list[str]:
    import re

    return sorted(re.findall(r"%\d|\{\w+\}|%n", text))


def test_the_catalogue_names_no_place_of_a_machine() -> None:
    assert [node.tag for node in ET.parse(CATALOGUE).iter("location")] == []
