"""Widgets in the dress of the program."""

import pytest

from tests.support.dressing import dress


@pytest.fixture(autouse=True)
def _dressed(qapp):
    dress(qapp)
