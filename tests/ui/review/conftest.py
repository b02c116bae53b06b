"""A project with a document that three colleagues have done, as the rooms of the review see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from annotator.app.session import Session
from annotator.ui.bridge import Bridge
from tests.support.projects import make_session
from tests.support.reviews import TEXT, add_layer, marks

OTHER = "둘째 기사\n환경부는 4일 충전소 예산을 세웠다고 밝혔다.\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = make_session(tmp_path, TEXT, OTHER)
    add_layer(
        opened, 1, "나래",
        marks(TEXT, ("한빛시", "AGENCY"), ("수소산업진흥원", "AGENCY", "수소산업진흥원"), ("환경부", "AGENCY")),
    )  # fmt: skip
    add_layer(
        opened,
        1,
        "다솜",
        marks(TEXT, ("한빛시", "AGENCY"), ("수소산업진흥원", "AGENCY"), ("환경부", "SECTOR")),
    )
    add_layer(opened, 1, "라온", marks(TEXT, ("한빛시", "AGENCY"), ("수소산업진흥원과", "AGENCY")))
    for name in ("나래", "다솜"):
        add_layer(opened, 2, name, marks(OTHER, ("환경부", "AGENCY")))
    yield opened
    opened.project.close()


@pytest.fixture
def bridge(session: Session, qapp: object) -> Iterator[Bridge]:
    parent = QObject()
    yield Bridge(session, parent)
    parent.deleteLater()
