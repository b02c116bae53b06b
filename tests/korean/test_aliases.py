"""Short forms in brackets behind names: which pairs they are, and what is none."""

import pytest

from annotator.korean.aliases import bracketed_aliases
from tests.support.checked import LABELS, checked


def pairs(told: str) -> list[tuple[str, str]]:
    """Return (alias, name) of a text that marks agencies as [기관]; other labels as ⟨AMOUNT:…⟩."""
    made = checked(told.replace("[", "⟨AGENCY:").replace("]", "⟩"))
    return [(one.alias.text, one.name.text) for one in bracketed_aliases(made.text, made.spans, LABELS)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("[세계보건기구]([WHO])는", [("WHO", "세계보건기구")]),
        ("[세계보건기구] ( [WHO] )는", [("WHO", "세계보건기구")]),
        ("[세계보건기구]（[WHO]）는", [("WHO", "세계보건기구")]),
        ("[WHO]([세계보건기구])는", [("WHO", "세계보건기구")]),
        (
            "[과학기술정보통신부]([과기정통부]·[MSIT])",
            [("과기정통부", "과학기술정보통신부"), ("MSIT", "과학기술정보통신부")],
        ),
        ("[NASA]([JPL]) 소속", [("JPL", "NASA")]),
        # Something else stands there too, or nothing closes, or it is another label, or another line.
        ("[세계보건기구](이하 [WHO])", []),
        ("[세계보건기구]([WHO] 본부)", []),
        ("[세계보건기구]([WHO]", []),
        ("[세계보건기구]와 ([WHO])", []),
        ("[세계보건기구]\n([WHO])", []),
        ("[기상청](⟨SECTOR:AI⟩)", []),
        ("⟨AMOUNT:20억 원⟩(⟨AMOUNT:2조⟩)", []),
    ],
)
def test_a_name_alone_in_brackets_behind_another_is_its_alias(
    told: str, found: list[tuple[str, str]]
) -> None:
    assert pairs(told) == found
