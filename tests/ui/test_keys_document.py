"""docs/keys.md says the keys that the window has."""

from dataclasses import replace

import pytest

from annotator.ui.actions import ACTIONS, ActionSpec
from tests.support.make_keys import DOCUMENT, document

WITH_KEYS = [spec for spec in ACTIONS if spec.keys]


def test_the_document_is_what_the_table_of_actions_makes() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python tests/support/make_keys.py"


@pytest.mark.parametrize("spec", WITH_KEYS, ids=[spec.id for spec in WITH_KEYS])
def test_another_key_or_other_words_make_it_stale(spec: ActionSpec) -> None:
    for other in (replace(spec, keys=("Ctrl+Alt+F12",)), replace(spec, text="Something else")):
        assert document([other if known is spec else known for known in ACTIONS]) != document()


def test_each_action_with_a_key_stands_there_once_with_all_its_keys() -> None:
    rows = [line for line in document().splitlines() if line.startswith("| ")]
    assert len(rows) - sum(line.startswith("| what ") for line in rows) == len(WITH_KEYS)
    for spec in WITH_KEYS:
        cell = f"| {' or '.join(f'`{key}`' for key in spec.keys)} |"
        sharing = sum(other.keys == spec.keys for other in WITH_KEYS)
        assert sum(cell in row for row in rows) == sharing, spec.id
