"""Which language the window speaks, and how a text is put into it.

English is the key. A `Vocabulary` holds the words of one other language; installing it makes Qt send every widget a
``LanguageChange``, upon which it sets its texts again, so the language can change while a network trains.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

from graphs.message import Message, say

CONTEXT = "Workbench"
"""The one translation context: a text means the same wherever it stands."""

_PROPERTY = "workbench_translators"


def _translate(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def tr(text: str | Message, /, **values: Any) -> str:
    """The text in the language of the window, its gaps filled: ``tr("{n} nodes", n=3)``.

    A `Message` brings its own values, messages inside it included. A text the vocabulary lacks stays English.
    """
    message = text if isinstance(text, Message) else Message(text, values)
    return message.render(_translate) if message.text else ""


class Vocabulary(QTranslator):
    """The words of one language, from a plain mapping of English to that language."""

    def __init__(self, words: Mapping[str, str], parent: QCoreApplication | None = None):
        super().__init__(parent)
        self._words = dict(words)

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        """The word, or None, so that Qt asks the next translator; an empty text would be taken for the translation."""
        return self._words.get(source) if context == CONTEXT else None

    def isEmpty(self) -> bool:
        """Say that there are words: Qt leaves out an empty translator."""
        return not self._words


def install(app: QCoreApplication, words: Mapping[str, str], qt_translation: str | None = None) -> None:
    """Make the window speak a language: its words, Qt's own texts (``"zh_CN"``), and the locale of numbers and fonts.

    No words and no Qt translation is English. What was installed before is taken away first.
    """
    for old in app.property(_PROPERTY) or ():
        app.removeTranslator(old)
    # The locale comes first, since the widgets read it when the new translator tells them of the change.
    QLocale.setDefault(QLocale(qt_translation or "en_US"))
    translators: list[QTranslator] = []
    if qt_translation:
        own = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if own.load(f"qtbase_{qt_translation}", folder):
            app.installTranslator(own)
            translators.append(own)
    if words:
        vocabulary = Vocabulary(words)
        app.installTranslator(vocabulary)
        translators.append(vocabulary)
    app.setProperty(_PROPERTY, tuple(translators))


def has_chinese_glyphs() -> bool:
    """Whether any font of this machine can draw simplified Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def missing_font_advice() -> Message:
    """What to install where Chinese comes out as boxes."""
    return say(
        "No font here can draw Chinese. On Debian and Ubuntu install {package}, then start the program again. "
        "Windows and macOS bring such fonts.",
        package="fonts-noto-cjk",
    )
