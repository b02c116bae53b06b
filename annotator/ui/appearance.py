"""How the window looks and speaks: text size, theme, language; changed at once and remembered."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.app.settings import Settings
from annotator.ui.calls import Call
from annotator.ui.fonts import TextSize, font
from annotator.ui.theme import DARK, LIGHT, Theme
from annotator.ui.widgets.outlined_style import OutlinedStyle

LANGUAGES = ("system", "ko", "en")
THEMES = ("system", "light", "dark")


class Appearance(QObject):
    """Owns the translator, the palette and the fonts of the application."""

    theme_changed = Signal(object)  # Theme
    text_size_changed = Signal(object)  # TextSize
    settings_changed = Signal(object)  # Settings, to be saved

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._translator = QTranslator(self)
        if not isinstance(application.style(), OutlinedStyle):
            application.setStyle(OutlinedStyle())
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.apply()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    @property
    def theme(self) -> Theme:
        """The theme that holds now."""
        if self._settings.theme == "system":
            scheme = self._application.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._settings.theme == "dark" else LIGHT

    @property
    def text_size(self) -> TextSize:
        """The text size that holds now."""
        sizes = list(TextSize)
        return sizes[self._settings.text_size - 1]

    @property
    def language(self) -> str:
        """The language that holds now: "ko" or "en"."""
        if self._settings.language != "system":
            return self._settings.language
        return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"

    def apply(self) -> None:
        """Put everything into force."""
        self._load_language()
        self._application.setPalette(self.theme.palette())
        self._application.setFont(font(self.text_size.interface))

    def set_theme(self, name: str) -> None:
        """Choose light, dark, or as the system."""
        self._change(replace(self._settings, theme=name))
        self._application.setPalette(self.theme.palette())
        self.theme_changed.emit(self.theme)

    def set_text_size(self, number: int) -> None:
        """Choose one of the five sizes, 1 to 5; the form and the lists follow."""
        self._change(replace(self._settings, text_size=max(1, min(5, number))))
        self._application.setFont(font(self.text_size.interface))
        self.text_size_changed.emit(self.text_size)

    def set_language(self, name: str) -> None:
        """Choose Korean, English, or as the system; every widget hears of it."""
        self._change(replace(self._settings, language=name))
        self._load_language()

    def remember_project(self, path: str) -> None:
        """Make a project the last one and the first of the recent ones."""
        self._change(self._settings.opened(path))

    def remember_annotator(self, uid: str, name: str) -> None:
        """Remember who works on this machine."""
        self._change(replace(self._settings, annotator_uid=uid, annotator_name=name))

    def remember_grouping(self, grouping: str) -> None:
        """Remember how the list of spans is grouped."""
        self._change(replace(self._settings, span_grouping=grouping))

    def switch_suggester(self, suggester: str) -> None:
        """Switch a suggester off, or on again."""
        off = set(self._settings.suggesters_off) ^ {suggester}
        self._change(replace(self._settings, suggesters_off=tuple(sorted(off))))

    def ask_score(self, model: str, least: str) -> None:
        """Ask a score of the suggestions of a model from now on, "" for none."""
        scores = {**self._settings.least_scores, model: least}
        self._change(replace(self._settings, least_scores={name: s for name, s in scores.items() if s}))

    def set_f1_target(self, hundredths: int) -> None:
        """Mark cells of exact F1 by whether they reach a target from now on; 0 for none."""
        if hundredths != self._settings.f1_target:
            self._change(replace(self._settings, f1_target=hundredths))

    def remember_shortcuts(self, shortcuts: Mapping[str, list[str]]) -> None:
        """Remember the keys that a person gave actions."""
        self._change(replace(self._settings, shortcuts=dict(shortcuts)))

    def remember_columns(self, columns: Mapping[str, Mapping[str, str]]) -> None:
        """Remember what the columns of tables hold, by their headings."""
        self._change(replace(self._settings, table_columns=columns))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the table do here."""
        found: dict[str, Callable[[], object]] = {
            "view.larger": self._larger,
            "view.smaller": self._smaller,
            "view.normal": self._normal,
        }
        found.update({f"view.text-{n}": Call(self.set_text_size, n) for n in range(1, 6)})
        found.update({f"view.theme-{name}": Call(self.set_theme, name) for name in THEMES})
        found.update({f"view.language-{name}": Call(self.set_language, name) for name in LANGUAGES})
        return found

    def checks(self) -> dict[str, bool]:
        """Return which of the checkable actions hold."""
        return {
            **{f"view.text-{n}": n == self._settings.text_size for n in range(1, 6)},
            **{f"view.theme-{name}": name == self._settings.theme for name in THEMES},
            **{f"view.language-{name}": name == self._settings.language for name in LANGUAGES},
        }

    def _larger(self) -> None:
        self.set_text_size(self._settings.text_size + 1)

    def _smaller(self) -> None:
        self.set_text_size(self._settings.text_size - 1)

    def _normal(self) -> None:
        self.set_text_size(Settings().text_size)

    def _system_changed(self) -> None:
        if self._settings.theme == "system":
            self._application.setPalette(self.theme.palette())
            self.theme_changed.emit(self.theme)

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)

    def _load_language(self) -> None:
        self._application.removeTranslator(self._translator)
        if self.language == "ko":
            self._translator.load(str(resources.path("i18n", "annotator_ko.qm")))
            self._application.installTranslator(self._translator)
