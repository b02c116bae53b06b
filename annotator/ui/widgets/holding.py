"""A button that is held back while its job runs, without the keyboard leaving its panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

_WAITS = "keyboardWaits"


def hold_back(button: QPushButton, panel: QWidget, *, enabled: bool) -> None:
    """Enable or disable a button of a panel; what had the keyboard has it again once the button can be pressed.

    Qt hands the keyboard of a disabled widget on to the next one of the window, where Esc would not mean the panel.
    """
    if not enabled and _holder(panel) is button:
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setProperty(_WAITS, "yes")
    button.setEnabled(enabled)
    if enabled and button.property(_WAITS):
        button.setProperty(_WAITS, "")
        if panel.isAncestorOf(_holder(panel)):
            button.setFocus(Qt.FocusReason.OtherFocusReason)


def _holder(panel: QWidget) -> QWidget:
    """Return what has the keyboard in the panel's window."""
    focus: QWidget | None = panel.window().focusWidget()  # the stubs forget that there may be none
    return panel.window() if focus is None else focus
