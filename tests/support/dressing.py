"""Widgets as they are in the program: style, fonts, palette; and a language in which every word is marked."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui import fonts
from annotator.ui.theme import LIGHT, Theme

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


def dress(
    application: QApplication, theme: Theme = LIGHT, size: fonts.TextSize = fonts.TextSize.NORMAL
) -> None:
    """Give the application our style, fonts and colours."""
    application.setStyle("Fusion")
    fonts.register(FONTS)
    application.setPalette(theme.palette())
    application.setFont(fonts.font(size.interface))


class MarkedLanguage(QTranslator):
    """Translates everything: "Label" becomes "«Label»"."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"«{source}»"

    def isEmpty(self) -> bool:  # noqa: N802  (overrides a method of Qt)
        return False


class LanguageSwitch:
    """Speaks the marked language inside a `with`, as the program switches languages at run time."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._language = MarkedLanguage(application)

    def __enter__(self) -> None:
        self._application.installTranslator(self._language)
        self._tell()

    def __exit__(self, *_: object) -> None:
        self._application.removeTranslator(self._language)
        self._tell()

    def _tell(self) -> None:
        # Qt posts the event; the test does not wait for the loop.
        self._application.sendPostedEvents(None, QEvent.Type.LanguageChange)


def unnamed(root: QWidget) -> list[QObject]:
    """Return the widgets of ours that a person can reach by keyboard and that lack a name of either kind."""
    reachable = [w for w in [root, *root.findChildren(QWidget)] if w is root or w.focusPolicy().value]
    own = [w for w in reachable if not w.objectName().startswith("qt_") and not _inside_qt(w, root)]
    return [widget for widget in own if not (widget.objectName() and widget.accessibleName())]


def _inside_qt(widget: QWidget, root: QWidget) -> bool:
    """Tell whether the widget is a part that Qt made for one of ours (the line of a combo box)."""
    parent = widget.parentWidget()
    parts = (
        "QComboBoxPrivateContainer",
        "QComboBoxListView",
        "QExpandingLineEdit",
        "QHeaderView",
        "QScrollBar",
    )
    if widget.metaObject().className() in parts:
        return True
    named = parent is not None and parent is not root
    return bool(named and parent is not None and (parent.inherits("QComboBox") or _inside_qt(parent, root)))
