"""The history list says when a step was made."""

from datetime import datetime

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from annotator.core.history import Step
from annotator.core.messages import message
from annotator.ui.history_panel import HistoryPanel


def test_the_year_is_shown_of_a_step_of_another_year(qtbot: QtBot) -> None:
    this_year = datetime.now().astimezone().year
    noons = [datetime(year, 6, 15, 12, 30).astimezone() for year in (this_year, this_year - 1)]
    steps = [
        Step(number, message("step.nothing"), noon.isoformat(), 1, None) for number, noon in enumerate(noons)
    ]
    panel = HistoryPanel([(step, "", False) for step in steps], can_undo=False, can_redo=False)
    qtbot.addWidget(panel)
    shown = panel.findChild(QListWidget, "history-list")
    assert shown.item(0).text().startswith("06-15 12:30 ")
    assert shown.item(1).text().startswith(f"{this_year - 1}-06-15 12:30 ")
