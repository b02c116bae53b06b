"""The panel of another text: where it comes from, what it does to the marks, and the step itself."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from annotator.app.documents.texts import Plan

_ROWS = 4
_ROW_HEIGHT = 26


class TextPanel(QWidget):
    """Holds a body (an editor, a choice of encodings, or nothing) over the counts; marks at risk ask twice."""

    apply_wished = Signal()
    cancel_wished = Signal()

    def __init__(self, title: str, body: QWidget | None) -> None:
        super().__init__()
        self.setObjectName("text-panel")
        self.setAccessibleName(title)
        self._plan: Plan | None = None
        self._problem = ""
        self._asking = False
        self._title = QLabel(title)
        self._title.setObjectName("text-panel-title")
        self._counts = QLabel()
        self._counts.setObjectName("text-counts")
        self._counts.setWordWrap(True)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._list = QListWidget()
        self._list.setObjectName("text-losses")
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._cancel, self._apply = QPushButton(), QPushButton()
        self._cancel.setObjectName("text-cancel")
        self._apply.setObjectName("text-apply")
        self._cancel.clicked.connect(self.cancel_wished)
        self._apply.clicked.connect(self.apply_wished)
        self._lay_out(body)
        self.setFocusProxy(body or self._apply)
        self.show_plan(None)
        self.retranslate()

    def _lay_out(self, body: QWidget | None) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._counts, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        if body is not None:
            layout.addWidget(body, 1)
        layout.addWidget(self._list)
        layout.addLayout(buttons)

    @property
    def asking(self) -> bool:
        """Whether the next press is the answer to what is shown."""
        return self._asking

    def show_plan(self, plan: Plan | None, problem: str = "") -> None:
        """Show what would become of the marks; None where nothing differs, or where there is a problem."""
        self._plan, self._problem, self._asking = plan, problem, False
        self._list.clear()
        for before, after in plan.edited if plan is not None else ():
            self._list.addItem(
                self.tr("changed: “%1” → “%2”").replace("%1", _line(before)).replace("%2", _line(after))
            )
        for lost in plan.lost if plan is not None else ():
            around = f"…{_line(lost.before)}[{_line(lost.text)}]{_line(lost.after)}…"
            self._list.addItem(self.tr("lost: %1").replace("%1", around))
        rows = self._list.count()
        self._list.setVisible(rows > 0)
        self._list.setFixedHeight(min(_ROWS, rows) * _ROW_HEIGHT + 8)
        self._apply.setEnabled(plan is not None)
        self.retranslate()

    def ask(self) -> None:
        """Ask once more, in place, because marks change."""
        self._asking = True
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def retranslate(self) -> None:
        """Say all words anew."""
        self._counts.setText(self._told())
        self._list.setAccessibleName(self.tr("Spans that change or are lost"))
        self._cancel.setText(self.tr("Cancel"))
        self._apply.setText(self.tr("Change it all the same") if self._asking else self.tr("Change the text"))

    def _told(self) -> str:
        plan = self._plan
        if plan is None:
            return self._problem or self.tr("The text is the same.")
        if not plan.spans:
            return self.tr("Nothing is marked in it yet.")
        told = self.tr("Spans: %1 stay, %2 move, %3 change, %4 are lost (in %5 layers).")
        counts = (plan.same, plan.moved, len(plan.edited), len(plan.lost), plan.layers)
        for number, count in enumerate(counts, 1):
            told = told.replace(f"%{number}", str(count))
        if plan.lost:
            told += " " + self.tr("Lost ones wait in a tray.")
        return told


def _line(text: str) -> str:
    return text.replace("\n", " ")
