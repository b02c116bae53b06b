"""The target of exact F1 that a person sets: the field it is written in, and where it is remembered."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QWidget

from annotator.app.settings import Settings
from annotator.ui.appearance import Appearance

_STEP = 0.05


class _Number(QDoubleSpinBox):
    """Hundredths from none to 1; the wheel is left to the page around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area around."""
        event.ignore()


class TargetField(QWidget):
    """Asks for a target; it is no judgement of the program's."""

    changed = Signal(int)  # hundredths, 0 for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement-target-field")
        self._label = QLabel()
        self.number = _Number()
        self.number.setObjectName("agreement-target")
        self.number.setRange(0.0, 1.0)
        self.number.setSingleStep(_STEP)
        self.number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self._changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.number)
        self.retranslate()

    @property
    def hundredths(self) -> int:
        """The target, 0 for none."""
        return round(self.number.value() * 100)

    def set_hundredths(self, target: int) -> None:
        """Show a target."""
        if target != self.hundredths:
            self.number.setValue(target / 100)

    @Slot()
    def _changed(self) -> None:
        self.changed.emit(self.hundredths)

    def retranslate(self) -> None:
        """Say all words anew."""
        self._label.setText(self.tr("Target for exact F1:"))
        self.number.setAccessibleName(self.tr("Target for exact F1"))
        self.number.setSpecialValueText(self.tr("none"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class TargetKeeper(QObject):
    """Remembers the target beside the other settings of a person."""

    def __init__(self, field: TargetField, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        field.set_hundredths(appearance.settings.f1_target)
        field.changed.connect(appearance.set_f1_target)
        appearance.settings_changed.connect(self._follow)

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        self._field.set_hundredths(settings.f1_target)
