"""Python in colours: keywords, numbers, strings and comments, from the tokens of the theme."""

from __future__ import annotations

import keyword
import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from widgets import theme

_WORDS = "|".join([*keyword.kwlist, "self"])
_TOKEN = re.compile(
    rf"""(?P<comment>\#.*$)
      |(?P<string>[rbf]?"(?:\\.|[^"\\])*"|[rbf]?'(?:\\.|[^'\\])*')
      |(?P<keyword>\b(?:{_WORDS})\b)
      |(?P<number>\b\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?\b)""",
    re.VERBOSE,
)
_TRIPLE = '"' * 3


class PythonHighlighter(QSyntaxHighlighter):
    """Colours a document as Python; `restyle` takes the colours of the present theme."""

    def __init__(self, document: QTextDocument):
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._take_colours()

    def _take_colours(self) -> None:
        present = theme.current()
        for name in ("keyword", "number", "string", "comment"):
            shape = QTextCharFormat()
            shape.setForeground(QColor(getattr(present, name)))
            self._formats[name] = shape

    def restyle(self) -> None:
        """Take the colours of the present theme."""
        self._take_colours()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; a text in triple quotes may go on over several."""
        start = 0
        if self.previousBlockState() == 1:
            end = text.find(_TRIPLE)
            length = len(text) if end < 0 else end + 3
            self.setFormat(0, length, self._formats["string"])
            if end < 0:
                self.setCurrentBlockState(1)
                return
            start = length
        self.setCurrentBlockState(0)
        while start < len(text):
            opening = text.find(_TRIPLE, start)
            stop = len(text) if opening < 0 else opening
            for match in _TOKEN.finditer(text, start, stop):
                self.setFormat(match.start(), match.end() - match.start(), self._formats[str(match.lastgroup)])
            if opening < 0:
                return
            closing = text.find(_TRIPLE, opening + 3)
            end = len(text) if closing < 0 else closing + 3
            self.setFormat(opening, end - opening, self._formats["string"])
            if closing < 0:
                self.setCurrentBlockState(1)
                return
            start = end
