"""The gallery: the networks that come along, each as a card with its drawing, its year and one sentence."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

import presets
from graphs.message import say
from presets.registry import PresetInfo
from widgets import theme
from widgets.canvas import Canvas
from widgets.controls import Text, colour, icon
from widgets.language import tr
from workbench.session import Session

CARD = QSize(240, 216)
GAP = 12
_NAME = Qt.ItemDataRole.UserRole
_IMAGE = Qt.ItemDataRole.UserRole + 1
_PARAMETERS = Qt.ItemDataRole.UserRole + 2


def title_of(info: PresetInfo) -> str:
    """What a preset is called in the language of the window."""
    return info.chinese if QLocale().language() is QLocale.Language.Chinese else info.title


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph, in either language."""
    ends = [place + len(end.rstrip()) for end in (". ", "。") if (place := text.find(end)) >= 0]
    return text[: min(ends)] if ends else text


class _Cards(QStyledItemDelegate):
    """Draws a preset as a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A card and half the gap on each side."""
        return QSize(CARD.width() + GAP, CARD.height() + GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Thumbnail, name and year, one sentence, parameters."""
        info = presets.info(str(index.data(_NAME)))
        box = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
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
        y = picture.bottom() + 8
        painter.setFont(theme.ui_font(theme.TEXT_BASE, theme.SEMIBOLD))
        year = str(info.year)
        name_room = inner.width() - painter.fontMetrics().horizontalAdvance(year) - 8
        painter.setPen(colour("text"))
        name = painter.fontMetrics().elidedText(title_of(info), Qt.TextElideMode.ElideRight, int(name_room))
        painter.drawText(QRectF(inner.left(), y, name_room, 20), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(colour("muted"))
        painter.setFont(theme.number_font(theme.TEXT_HINT))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(inner.left(), y, inner.width(), 20), right, year)
        foot = QRectF(inner.left(), inner.bottom() - 16, inner.width(), 16)
        self._wrapped(
            painter,
            first_sentence(tr(say(info.summary))),
            QRectF(inner.left(), y + 22, inner.width(), foot.top() - y - 26),
        )
        parameters = index.data(_PARAMETERS)
        if parameters is not None:
            painter.setFont(theme.number_font(theme.TEXT_HINT))
            painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, tr("{n} parameters", n=f"{parameters:,}"))
        painter.restore()

    @staticmethod
    def _wrapped(painter: QPainter, text: str, box: QRectF) -> None:
        """Break a sentence into as many lines as fit; the last one ends in dots when there is more."""
        font = theme.ui_font(theme.TEXT_SECONDARY)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        rows = max(1, int(box.height() // metrics.lineSpacing()))
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        for row in range(rows):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            part = (
                text[line.textStart() :]
                if row == rows - 1
                else text[line.textStart() : line.textStart() + line.textLength()]
            )
            shown = metrics.elidedText(part.strip(), Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(
                QRectF(box.left(), box.top() + row * metrics.lineSpacing(), box.width(), metrics.lineSpacing()),
                0,
                shown,
            )
        layout.endLayout()


class Gallery(QDialog):
    """The dialog: type to search, arrows to choose, Enter to open. ``chosen`` is the name of the preset, or empty."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.chosen = ""
        self.setWindowTitle(tr("Presets"))
        self.setMinimumSize(3 * (CARD.width() + GAP) + 68, 560)
        title = Text(tr("Open a network that comes along"), size=20, weight=600)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search by name, year or word"))
        self.search.setAccessibleName(tr("Search presets"))
        self.search.addAction(icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setFixedWidth(280)
        self.cards = QListWidget()
        self.cards.setViewMode(QListWidget.ViewMode.IconMode)
        self.cards.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.cards.setMovement(QListWidget.Movement.Static)
        self.cards.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.cards.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cards.setUniformItemSizes(True)
        self.cards.setItemDelegate(_Cards(self.cards))
        self.cards.setAccessibleName(tr("Presets"))
        self.empty = Text(tr("No preset matches. Try a shorter word."), role="muted")
        self.empty.hide()
        self.open_button = QPushButton(tr("Open"))
        self.open_button.setProperty("role", "primary")
        self.open_button.setDefault(True)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.search)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.cards, 1)
        layout.addLayout(foot)
        for name in presets.names():
            item = QListWidgetItem()
            item.setData(_NAME, name)
            info = presets.info(name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title_of(info)}, {info.year}. {tr(say(info.summary))}")
            item.setToolTip(tr(say(info.summary)))
            self.cards.addItem(item)
        self._waiting = list(range(self.cards.count()))
        self._drawer = QTimer(self)
        self._drawer.setInterval(0)
        self._drawer.timeout.connect(self._draw_next)
        self._drawer.start()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._open)
        self.cards.itemActivated.connect(self._open)
        self.open_button.clicked.connect(self._open)
        cancel.clicked.connect(self.reject)
        self.cards.setCurrentRow(0)
        self.search.setFocus()

    @property
    def shown(self) -> list[str]:
        """The names of the presets that match the search."""
        items = [self.cards.item(row) for row in range(self.cards.count())]
        return [str(item.data(_NAME)) for item in items if not item.isHidden()]

    @Slot()
    def _draw_next(self) -> None:
        """Draw one thumbnail whenever nothing else is to be done."""
        if not self._waiting:
            self._drawer.stop()
            return
        item = self.cards.item(self._waiting.pop(0))
        session = Session(presets.build(str(item.data(_NAME))))
        item.setData(_PARAMETERS, session.summary.parameters)
        # Never shown: the real canvas draws, so a thumbnail cannot differ from what opens.
        canvas = Canvas(session)
        item.setData(_IMAGE, canvas.to_image(QSize(432, 168)))
        canvas.deleteLater()

    @Slot(str)
    def _filter(self, text: str) -> None:
        words = text.lower().split()
        first = -1
        for row in range(self.cards.count()):
            info = presets.info(str(self.cards.item(row).data(_NAME)))
            about = " ".join(
                (
                    info.name,
                    info.title,
                    info.chinese,
                    str(info.year),
                    info.family,
                    info.source,
                    info.summary,
                    tr(say(info.summary)),
                )
            )
            fits = all(word in about.lower() for word in words)
            self.cards.item(row).setHidden(not fits)
            first = row if fits and first < 0 else first
        self.cards.setCurrentRow(first)
        self.empty.setVisible(first < 0)
        self.open_button.setEnabled(first >= 0)

    @Slot()
    def _open(self) -> None:
        item = self.cards.currentItem()
        if item is not None and not item.isHidden():
            self.chosen = str(item.data(_NAME))
            self.accept()
