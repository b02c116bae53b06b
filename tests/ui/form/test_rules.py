"""Every rule of the recognisers is said in words."""

import re
from pathlib import Path

import pytest

import annotator.korean
from annotator.ui.form.rules import said_rule

ROOT = Path(annotator.korean.__file__).parent
ID = re.compile(
    r"\"((?:date|number|range|vague|sign|agency|sector|table|relative|time)-[a-z-]+[a-z])(?::|\")"
)


def rules() -> set[str]:
    """Return what looks like the id of a rule in the sources of the recognisers."""
    return {found for path in ROOT.rglob("*.py") for found in ID.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("rule", [*sorted(rules()), "duration", "sector"])
def test_a_rule_is_said_in_words(rule: str) -> None:
    assert said_rule(f"{rule}:x") != f"{rule}:x"
