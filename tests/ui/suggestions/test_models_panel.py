"""The panel of models: the scores its spin boxes reach, and what they ask for."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.suggestions.suggesting import Model
from annotator.core.suggestion import Suggestion
from annotator.ui.suggestions.models_panel import ModelsPanel


def model(name: str, *scores: str) -> Model:
    made = (Suggestion(n, n + 1, "글", 1, score=score, model=name) for n, score in enumerate(scores))
    return Model(name, tuple(made))


@pytest.fixture
def panel(qtbot: QtBot) -> ModelsPanel:
    made = ModelsPanel()
    qtbot.addWidget(made)
    return made


def spin(panel: ModelsPanel, number: int = 1) -> QDoubleSpinBox:
    found = panel.findChild(QDoubleSpinBox, f"model-least-{number}")
    assert isinstance(found, QDoubleSpinBox)
    return found


@pytest.mark.parametrize(
    ("scores", "least", "lowest", "highest"),
    [
        (("0.2", ".9"), None, 0, 1),
        (("12", "93.5"), None, 0, 94),
        (("-2.3", "1.2"), None, -3, 2),
        (("0.5",), "7.5", 0, 8),
        (("1e9999",), None, 0, 1e9),
    ],
)
def test_all_scores_of_a_model_can_be_asked_for(
    panel: ModelsPanel, scores: tuple[str, ...], least: str | None, lowest: float, highest: float
) -> None:
    asked = {} if least is None else {"m1": Decimal(least)}
    panel.set_models([model("m1", *scores)], asked, editable=True)
    assert (spin(panel).minimum(), spin(panel).maximum()) == (lowest, highest)
    assert spin(panel).value() == (lowest if least is None else float(least))


def test_the_lowest_number_asks_for_nothing(panel: ModelsPanel, qtbot: QtBot) -> None:
    panel.set_models([model("m1", "0.2", "0.9")], {"m1": Decimal("0.5")}, editable=True)
    asked: list[tuple[str, str]] = []
    panel.least_changed.connect(lambda name, least: asked.append((name, least)))
    spin(panel).setValue(0.55)
    spin(panel).setValue(0)
    assert asked == [("m1", "0.55"), ("m1", "")]
    assert spin(panel).text() == "any score"


def test_without_scores_nothing_can_be_asked_and_where_nothing_can_be_written_nothing_accepted(
    panel: ModelsPanel,
) -> None:
    panel.set_models([model("m1", "", "높음"), model("m2", ".4")], {}, editable=False)
    assert [spin(panel, number).isEnabled() for number in (1, 2)] == [False, True]
    buttons = [panel.findChild(QPushButton, f"model-accept-{number}") for number in (1, 2)]
    assert [button.isEnabled() for button in buttons] == [False, False]


def test_where_there_is_none_it_says_so(panel: ModelsPanel) -> None:
    panel.set_models([model("m1", ".4")], {}, editable=True)
    panel.set_models([], {}, editable=True)
    told = panel.findChild(QLabel, "models-told")
    assert told.text() == "No file has proposed anything for this document that is still to be decided."
