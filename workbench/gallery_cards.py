"""Presets as cards: a thumbnail by the real canvas, name, year, one sentence, the number of parameters."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStandardPaths,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPen, QResizeEvent, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

import graphs
import presets
from graphs.archive import write_whole
from graphs.message import counted, say
from graphs.project import Project
from presets.registry import PresetInfo
from widgets import theme
from widgets.canvas import Canvas
from widgets.controls import colour
from widgets.language import tr
from workbench import __version__
from workbench.my_presets import MyPreset
from workbench.session import Session

CARD = QSize(240, 216)
GAP = 12
THUMBNAIL = QSize(432, 168)
AT_ONCE = 0.008
"""How long thumbnails from the disk may be read in one go, in seconds."""
OWN = "own"
"""The family of one's own presets."""
_log = logging.getLogger("workbench")
_CARD = Qt.ItemDataRole.UserRole
_IMAGE = Qt.ItemDataRole.UserRole + 1
_PARAMETERS = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Card:
    """One preset: ``key`` is its name, or the path of one's own; ``stamp`` changes when its drawing may have."""

    key: str
    title: str
    foot: str
    sentence: str
    about: str
    family: str
    stamp: str
    build: Callable[[], Project]
    sizes: tuple[str, ...] = ()


def title_of(info: PresetInfo) -> str:
    """What a preset is called in the language of the window."""
    return info.chinese if QLocale().language() is QLocale.Language.Chinese else info.title


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph, in either language."""
    ends = [place + len(end.rstrip()) for end in (". ", "。") if (place := text.find(end)) >= 0]
    return text[: min(ends)] if ends else text


def card_of(name: str, stamp: str) -> Card:
    """The card of a preset that ships."""
    info = presets.info(name)
    summary = tr(say(info.summary))
    words = (info.name, info.title, info.chinese, str(info.year), info.family, tr(say(info.family)), info.source)
    return Card(
        name, title_of(info), str(info.year), first_sentence(summary),
        " ".join((*words, info.summary, summary)).lower(),
        info.family, stamp, lambda: presets.build(name), info.sizes,
    )  # fmt: skip


def own_card(mine: MyPreset) -> Card:
    """The card of one's own preset."""
    path = mine.path
    day = time.strftime("%Y-%m-%d", time.localtime(mine.saved))
    return Card(
        str(path), mine.title, day, tr("One of my presets"), mine.title.lower(), OWN, str(mine.saved),
        lambda: graphs.load(path),
    )  # fmt: skip


def shipped_stamp() -> str:
    """What changes when any preset may be drawn in another way: the version, and when a file of theirs was written."""
    files = [file for place in presets.__path__ for file in Path(place).glob("*.py")]
    return f"{__version__} {max((file.stat().st_mtime_ns for file in files), default=0)}"


class _Painter(QStyledItemDelegate):
    """Draws a preset as a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A card and half the gap on each side; as many beside each other as fit share the whole width."""
        cards = self.parent()
        return QSize(cards.cell if isinstance(cards, Cards) else CARD.width() + GAP, CARD.height() + GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Thumbnail, name and year, one sentence, parameters."""
        if option.rect.width() < CARD.width():  # type: ignore[attr-defined]
            return  # a card that is hidden or not laid out yet has no room to be drawn in
        card: Card = index.data(_CARD)
        box = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(box, theme.RADIUS_CARD, theme.RADIUS_CARD)
        inner = box.adjusted(12, 10, -12, -10)
        picture = QRectF(inner.left(), inner.top(), inner.width(), 84)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(picture, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        image = index.data(_IMAGE)
        if isinstance(image, QImage) and not image.isNull():
            size = image.size().scaled(
                picture.toRect().adjusted(4, 4, -4, -4).size(), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(picture.center().toPoint())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        self._words(painter, inner, picture.bottom() + 8, card, index.data(_PARAMETERS))
        painter.restore()

    def _words(self, painter: QPainter, inner: QRectF, y: float, card: Card, parameters: object) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.number_font(theme.TEXT_HINT))
        painter.setPen(colour("muted"))
        painter.drawText(QRectF(inner.left(), y, inner.width(), 20), right, card.foot)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(card.foot) - 8
        painter.setFont(theme.ui_font(theme.TEXT_BASE, theme.SEMIBOLD))
        painter.setPen(colour("text"))
        name = painter.fontMetrics().elidedText(card.title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(inner.left(), y, room, 20), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(colour("muted"))
        foot = QRectF(inner.left(), inner.bottom() - 16, inner.width(), 16)
        box = QRectF(inner.left(), y + 22, inner.width(), foot.top() - y - 26)
        wrapped(painter, card.sentence, box, theme.TEXT_SECONDARY)
        if isinstance(parameters, int):
            painter.setFont(theme.number_font(theme.TEXT_HINT))
            painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, tr("{n} parameters", n=counted(parameters)))


def wrapped(painter: QPainter, text: str, box: QRectF, size: float, *, centred: bool = False) -> None:
    """Break a sentence into as many lines as fit; the last one ends in dots when there is more."""
    font = theme.ui_font(size)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    rows = max(1, int(box.height() // metrics.lineSpacing()))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    for row in range(rows):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start = line.textStart()
        part = text[start:] if row == rows - 1 else text[start : start + line.textLength()]
        lines.append(metrics.elidedText(part.strip(), Qt.TextElideMode.ElideRight, int(box.width())))
    layout.endLayout()
    top = box.top() + (box.height() - len(lines) * metrics.lineSpacing()) / 2 if centred else box.top()
    for row, shown in enumerate(lines):
        place = QRectF(box.left(), top + row * metrics.lineSpacing(), box.width(), metrics.lineSpacing())
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        # Han letters of another font may be taller than a line of this one.
        painter.drawText(place, int(across) | int(Qt.TextFlag.TextDontClip), shown)


class Cards(QListWidget):
    """The cards; thumbnails come one by one once they are shown, from the disk where they were drawn before."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Painter(self))
        self._waiting: list[QListWidgetItem] = []
        self._drawer = QTimer(self)
        self._drawer.setInterval(0)
        self._drawer.timeout.connect(self._draw_next)

    @property
    def cell(self) -> int:
        """How wide a card is with the gap: what the cards of a row share, never less than `CARD`."""
        least = CARD.width() + GAP
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth() - 2
        return room // max(1, room // least) if room >= least else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the cards."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def fill(self, cards: Iterable[Card]) -> None:
        """Show these cards; a thumbnail that is known already stays."""
        known = {self._card(item): (item.data(_IMAGE), item.data(_PARAMETERS)) for item in self._every()}
        old = {(card.key, card.stamp): pictures for card, pictures in known.items()}
        self._waiting = []
        self.clear()
        for card in cards:
            item = QListWidgetItem()
            item.setData(_CARD, card)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{card.title}, {card.foot}. {card.sentence}")
            item.setToolTip(card.sentence)
            self.addItem(item)
            image, parameters = old.get((card.key, card.stamp), (None, None))
            if image is None:
                self._waiting.append(item)
            else:
                item.setData(_IMAGE, image)
                item.setData(_PARAMETERS, parameters)
        if self.isVisible() and self._waiting:
            self._drawer.start()

    def show_only(self, fits: Callable[[Card], bool]) -> None:
        """Hide the cards that do not fit, and choose the first that does."""
        first = -1
        for row in range(self.count()):
            shown = fits(self._card(self.item(row)))
            self.item(row).setHidden(not shown)
            first = row if shown and first < 0 else first
        self._waiting.sort(key=lambda item: item.isHidden())
        self.setCurrentRow(first)

    @property
    def card(self) -> Card | None:
        """The chosen card, if one is seen."""
        item = self.currentItem()
        return None if item is None or item.isHidden() else self._card(item)

    @property
    def shown(self) -> list[Card]:
        """The cards that are not hidden."""
        return [self._card(item) for item in self._every() if not item.isHidden()]

    @property
    def complete(self) -> bool:
        """Whether every card has its thumbnail."""
        return not self._waiting

    def choose(self, key: str) -> None:
        """Choose a card by its key."""
        for row in range(self.count()):
            if self._card(self.item(row)).key == key:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))

    def picture_of(self, key: str) -> QImage | None:
        """The thumbnail of a card, or None while there is none."""
        return next((item.data(_IMAGE) for item in self._every() if self._card(item).key == key), None)

    def _every(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    @staticmethod
    def _card(item: QListWidgetItem) -> Card:
        card: Card = item.data(_CARD)
        return card

    # ------------------------------------------------------------------ thumbnails

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the thumbnails."""
        super().showEvent(event)
        self._drawer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing for nobody."""
        super().hideEvent(event)
        if hasattr(self, "_drawer"):  # it is hidden once more while it is taken apart
            self._drawer.stop()

    @Slot()
    def _draw_next(self) -> None:
        """Read a few thumbnails or draw one, whenever nothing else is to be done."""
        end = time.perf_counter() + AT_ONCE
        while self._waiting and time.perf_counter() < end:
            item = self._waiting.pop(0)
            card = self._card(item)
            file = _file(card)
            image = QImage(str(file)) if file.is_file() else QImage()
            if image.isNull() or not image.text("parameters").isdigit():
                image = draw(card)
                keep(image, file)
                end = 0.0
            item.setData(_IMAGE, image)
            item.setData(_PARAMETERS, int(image.text("parameters")))
        if not self._waiting:
            self._drawer.stop()


def draw(card: Card) -> QImage:
    """Draw a thumbnail with the number of parameters written into it."""
    session = Session(card.build())
    # Never shown: the real canvas draws, so a thumbnail cannot differ from what opens.
    canvas = Canvas(session)
    image = canvas.to_image(THUMBNAIL, wordless=True)
    canvas.deleteLater()
    image.setText("parameters", str(session.summary.parameters))
    return image


def _file(card: Card) -> Path:
    """Where the thumbnail of a card is kept: for its stamp, the theme and the language."""
    words = "\n".join(("wordless", card.key, card.stamp, theme.current().name, QLocale().name()))
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(place) / "thumbnails" / f"{hashlib.sha256(words.encode()).hexdigest()[:32]}.png"


def keep(image: QImage, file: Path) -> None:
    """Keep a thumbnail for the next time; a disk that does not take it costs only that time."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]

    def fill(stream: IO[bytes]) -> None:
        stream.write(data.data())

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, fill)
    except (OSError, graphs.DocumentError) as error:
        _log.info("The thumbnail %s could not be kept: %s", file, error)
