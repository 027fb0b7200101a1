"""Language, theme and the size of words, switched while the window runs."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyle

from widgets import language, theme
from workbench.settings import WORDS, Language, Settings, ThemeChoice
from workbench.translations import vocabulary


def system_is_still(app: QApplication) -> bool:
    """Whether a person told the system to move nothing, as far as Qt can tell.

    Windows says it by its switch for effects; elsewhere a style without a duration for its own animations does.
    """
    if sys.platform == "win32" and not app.isEffectEnabled(Qt.UIEffect.UI_General):
        return True
    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class Appearance(QObject):
    """Dresses the application as the settings say and whenever a person, or the system, changes them.

    ``changed`` tells that language, theme or the size of words are others; ``fontsMissing`` that Chinese was chosen
    where no font has it.
    """

    changed = Signal()
    fontsMissing = Signal(object)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, app: QApplication, settings: Settings):
        super().__init__(app)
        self._app, self._settings = app, settings
        settings.system_is_still = system_is_still(app)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def dress(self) -> None:
        """Apply what the settings say; once, before the window is made."""
        self._speak(self._settings.language)
        theme.apply(self._app, self._scheme())
        if self._settings.words != WORDS[0]:
            theme.write(self._app, self._settings.words / 100)

    def _speak(self, chosen: Language) -> None:
        words = vocabulary(chosen.locale)
        language.install(self._app, words, chosen.locale if chosen is Language.CHINESE else None)

    def _scheme(self) -> theme.Theme:
        choice = self._settings.theme
        if choice is ThemeChoice.SYSTEM:
            return theme.DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else theme.LIGHT
        return theme.DARK if choice is ThemeChoice.DARK else theme.LIGHT

    def speak(self, chosen: Language) -> None:
        """Show everything in another language, and remember it."""
        self._settings.language = chosen
        self._speak(chosen)
        self.changed.emit()
        if chosen is Language.CHINESE and not language.has_chinese_glyphs():
            self.fontsMissing.emit(language.missing_font_advice())

    def wear(self, choice: ThemeChoice) -> None:
        """Show everything in another theme, and remember it."""
        self._settings.theme = choice
        theme.apply(self._app, self._scheme())
        self.changed.emit()

    def write(self, percent: int) -> None:
        """Write every word in another size, and remember it."""
        self._settings.words = percent
        theme.write(self._app, percent / 100)
        self.changed.emit()

    @Slot(Qt.ColorScheme)
    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._settings.theme is ThemeChoice.SYSTEM and theme.current() is not self._scheme():
            theme.apply(self._app, self._scheme())
            self.changed.emit()
