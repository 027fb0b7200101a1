"""Formulas as they stand in a book: LaTeX to lines by ziamath, no browser and no TeX needed."""

from __future__ import annotations

import threading
import warnings
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme as look
from widgets.language import tr

_FORMULA_SIZE = 18
_USUAL_HEIGHT = 44
"""What a formula is given while nobody knows yet how high it will be, in pixels."""


@lru_cache(maxsize=512)
def formula_svg(latex: str, colour: str, size: int = _FORMULA_SIZE) -> bytes:
    """The formula as SVG in one colour (``#RRGGBB``); ``size`` is the height of its letters in pixels.

    ziamath is imported with the first formula, since it reads a whole font.
    """
    with warnings.catch_warnings():
        # ziamath finds its font by a call that Python 3.11 calls old; nothing we could mend.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath

    # SVG 1.1 has every glyph as an outline in its place; SVG 2's shared glyphs Qt's renderer puts in the wrong one.
    ziamath.config.svg2 = False
    return str(ziamath.Latex(latex, size=size, color=colour).svg()).encode("utf-8")


class Typesetter(QObject):
    """Loads ziamath and its font in a thread, so that the click that shows the first formula is not held up by it.

    ``loaded`` comes once, in the thread of the window.
    """

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Begin to load; nothing happens when that has begun already."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, name="typesetter")
            self._thread.start()

    def wait(self) -> None:
        """Return once formulas can be set."""
        self.begin()
        if self._thread is not None:
            self._thread.join()
        if not self.ready:  # what went wrong there goes wrong here, where somebody sees it
            self._load()

    def _load(self) -> None:
        formula_svg("x", "black")
        self.ready = True
        self.loaded.emit()


@cache
def typesetter() -> Typesetter:
    """The one typesetter of the program."""
    return Typesetter()


class FormulaView(QWidget):
    """One formula in the middle, made smaller when there is not enough width; the LaTeX is its spoken text.

    The first formula of all appears a moment later than its view: see `Typesetter`.
    """

    def __init__(self, latex: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._latex = ""
        self._renderer: QSvgRenderer | None = None
        self._drawn = ("", "")
        self._waits = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_latex(latex)
        self.retranslate()

    @property
    def latex(self) -> str:
        """The formula as LaTeX."""
        return self._latex

    def set_latex(self, latex: str) -> None:
        """Show another formula; empty shows nothing and takes no room."""
        self._latex = latex
        self.setAccessibleDescription(latex)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(tr("Formula"))

    def formula_size(self) -> QSize:
        """The natural size of the formula in logical pixels; (0, 0) when there is none, or none yet."""
        renderer = self._ready()
        return renderer.defaultSize() if renderer is not None else QSize(0, 0)

    def sizeHint(self) -> QSize:
        """The formula and a little air."""
        if not self._latex:
            return QSize(0, 0)
        size = self.formula_size()
        return QSize(size.width() + 2 * look.GAP_SMALL, (size.height() or _USUAL_HEIGHT) + 2 * look.GAP_SMALL)

    def minimumSizeHint(self) -> QSize:
        """As high as the formula; as narrow as one likes, since it can shrink."""
        return QSize(min(80, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the formula in the colour of text."""
        renderer = self._ready()
        if renderer is None:
            return
        size = renderer.defaultSize()
        room = self.rect().adjusted(look.GAP_TINY, look.GAP_TINY, -look.GAP_TINY, -look.GAP_TINY)
        if size.isEmpty() or room.isEmpty():
            return
        scale = min(1.0, room.width() / size.width(), room.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
        super().changeEvent(event)

    def _ready(self) -> QSvgRenderer | None:
        if not self._latex:
            return None
        if not typesetter().ready:
            if not self._waits:
                self._waits = True
                typesetter().loaded.connect(self._arrived)
                typesetter().begin()
            return None
        wanted = (self._latex, look.current().text)
        if self._renderer is None or self._drawn != wanted:
            renderer = QSvgRenderer(QByteArray(formula_svg(*wanted)))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._renderer, self._drawn = renderer, wanted
        return self._renderer

    @Slot()
    def _arrived(self) -> None:
        self.updateGeometry()
        self.update()
