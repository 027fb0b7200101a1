"""Every layer type there is: searched in both languages, sorted by family, dragged or chosen onto the canvas."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from graphs.catalogue import layer_type, layer_types, modules, search
from graphs.layer import Family, Layer
from graphs.message import say
from graphs.network import Network
from graphs.project import Change, Project
from widgets import theme
from widgets.controls import Card, Picture, Text, colour, icon
from widgets.editor import Editor
from widgets.icons import family_icon
from widgets.language import tr
from widgets.ready import READY

_TYPE = Qt.ItemDataRole.UserRole
_FAMILY = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.ItemDataRole.UserRole + 2


class _LeftAndRight(QStyledItemDelegate):
    """Writes the item's own words at the left and, muted, a second text at the right, which gives way first."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background, icon and words as always, in the room that the second text leaves."""
        second = str(index.data(_RIGHT) or "")
        self.initStyleOption(option, index)
        widget, words = option.widget, option.text  # type: ignore[attr-defined]
        metrics = option.fontMetrics  # type: ignore[attr-defined]
        room = option.rect.width() - 8 - (0 if option.icon.isNull() else 24)  # type: ignore[attr-defined]
        need = metrics.horizontalAdvance(words) + 8
        second = metrics.elidedText(second, Qt.TextElideMode.ElideRight, max(room - need, 40))
        taken = metrics.horizontalAdvance(second) + 8 if second else 0
        option.text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - taken)  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        painter.setPen(colour("muted"))
        painter.setFont(option.font)  # type: ignore[attr-defined]
        place = option.rect.adjusted(0, 0, -6, 0)  # type: ignore[attr-defined]
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, second)
        painter.restore()


OWN, READY_MADE = "own", "ready"
"""What the families of blocks are known by: those of the project, those that come along drawn."""

FILL_AFTER = 30
"""Milliseconds between the first picture of the window and the reading of every layer type."""


class _Tree(QTreeWidget):
    """The families and their layer types. A drag is the canvas's own gesture, not a system drag."""

    dragStarted = Signal(str, QPoint)  # noqa: N815 - signals are named as Qt names them
    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._pressed: tuple[str, QPoint] | None = None
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setItemDelegate(_LeftAndRight(self))
        self.setIndentation(14)
        self.setIconSize(QSize(16, 16))
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)

    def _type_at(self, place: QPoint) -> str:
        item = self.itemAt(place)
        return str(item.data(0, _TYPE) or "") if item is not None else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin; a click on a family opens or closes it."""
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        name, item = self._type_at(place), self.itemAt(place)
        self._pressed = (name, place) if name else None
        if item is not None and not name and place.x() >= self.visualItemRect(item).x():
            item.setExpanded(not item.isExpanded())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag once the mouse has gone far enough; tell what lies under it."""
        place = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            if (
                self._pressed is not None
                and (place - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
            ):
                (name, _), self._pressed = self._pressed, None
                self.dragStarted.emit(name, event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)
        if name := self._type_at(place):
            self.pointed.emit(name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press without a drag was a click."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click chooses."""
        if name := self._type_at(event.position().toPoint()):
            self.chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses a type and opens a family."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            if name := str(item.data(0, _TYPE) or ""):
                self.chosen.emit(name)
            else:
                item.setExpanded(not item.isExpanded())
            return
        super().keyPressEvent(event)


class Palette(QWidget):
    """The list of layer types with a search field above and an explanation below.

    ``dragStarted`` carries the type and the place on the screen where a drag began; the canvas takes it from there.
    ``chosen`` carries the type that was double-clicked or chosen with Enter.
    """

    dragStarted = Signal(str, QPoint)  # noqa: N815 - signals are named as Qt names them
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, later: bool = False):
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        theme.hold_height(self.search, 30)
        self._magnifier = self.search.addAction(icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.tree = _Tree()
        self.nothing = Text(role="muted", size=12, wrap=True)
        self.nothing.hide()
        self._explained = ""
        self._card = Card("raised", "line")
        self._card_icon = Picture(size=18)
        self._card_title = Text(weight=600, elide=True)
        self._card_text = Text(role="muted", size=12, wrap=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._card_icon)
        top.addWidget(self._card_title, 1)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(6)
        inside.addLayout(top)
        inside.addWidget(self._card_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.nothing)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._card)
        self.setMinimumWidth(200)
        self.tree.dragStarted.connect(self.dragStarted)
        self.tree.chosen.connect(self.chosen)
        self.tree.pointed.connect(self.explain)
        self.tree.currentItemChanged.connect(self._current_changed)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self._project: Project | None = None
        self._own: tuple[str, ...] = ()
        self._filled = not later
        self._reading: Iterator[object] | None = None
        self._reader = QTimer(self)
        self._reader.timeout.connect(self._read)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list once the window has been drawn: reading every layer type takes longer than opening it."""
        super().showEvent(event)
        if not self._filled and self._reading is None:
            self._reading = modules()
            self._reader.start(FILL_AFTER)

    @Slot()
    def _read(self) -> None:
        """Read one more file of layer types in each turn, so that nothing a person does has to wait for them all."""
        self._reader.setInterval(0)
        if self._filled or self._reading is None:
            self._reader.stop()
        elif next(self._reading, None) is None:
            self._reader.stop()
            self._fill()

    @Slot()
    def _fill_once(self) -> None:
        if not self._filled:
            self._fill()

    def sizeHint(self) -> QSize:
        """248 pixels wide."""
        return QSize(248, 600)

    # ------------------------------------------------------------------ the project's own blocks

    def set_editor(self, editor: Editor | None) -> None:
        """Offer the blocks of a project, above everything else."""
        if self._project is not None:
            self._project.changed.disconnect(self._project_changed, missing_ok=True)
        self._project = editor.project if editor is not None else None
        if self._project is not None:
            self._project.changed.connect(self._project_changed)
        self._offer_own()

    def _project_changed(self, change: Change) -> None:
        self._offer_own()

    def _offer_own(self) -> None:
        """Show the blocks there are; only when there are others than before, for every edit asks."""
        known = tuple(sorted(self._blocks()))
        if known != self._own and self._filled:
            self._fill()
            self._filter(self.search.text())
            self._show_card()

    def _blocks(self) -> Mapping[str, Network]:
        return self._project.network.blocks if self._project is not None else {}

    # ------------------------------------------------------------------ filling

    def _fill(self) -> None:
        self._filled = True
        opened = {item.data(0, _FAMILY) for item in self._families() if item.isExpanded()}
        self.tree.clear()
        of_family: dict[Family, list[type[Layer]]] = {}
        for kind in layer_types().values():
            of_family.setdefault(kind.family, []).append(kind)
        self._own = tuple(sorted(self._blocks()))
        if self._own:
            said = tr("A block of this project: one more copy of it")
            rows = [self._item(name, name, "", said) for name in self._own]
            self._add_family(OWN, tr("Blocks of this project"), Family.BLOCK, rows, opened | {OWN})
        rows = []
        for ready in READY.values():
            names = [tr(say(ready.title)), ready.chinese]
            if QLocale().language() is QLocale.Language.Chinese:
                names = [ready.chinese, ready.kind]
            rows.append(self._item(ready.key, names[0], names[1], tr(say(ready.sentence))))
        self._add_family(READY_MADE, tr("Ready-made blocks and cells"), Family.BLOCK, rows, opened)
        for family in Family:
            if kinds := of_family.get(family, []):
                rows = [self._row(kind) for kind in kinds]
                self._add_family(family.value, tr(say(family.value)), family, rows, opened)

    def _add_family(
        self, key: str, title: str, family: Family, rows: Sequence[QTreeWidgetItem], opened: Collection[object]
    ) -> None:
        head = QTreeWidgetItem([title])
        head.setData(0, _RIGHT, str(len(rows)))
        head.setData(0, _FAMILY, key)
        head.setIcon(0, family_icon(family))
        said = tr("{family}, {n} layers", family=title, n=len(rows))
        if key in (OWN, READY_MADE):
            said = tr("{family}, {n} blocks", family=title, n=len(rows))
        head.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        head.setSizeHint(0, QSize(0, 31))
        self.tree.addTopLevelItem(head)
        head.addChildren(list(rows))
        head.setExpanded(key in opened)

    def _row(self, kind: type[Layer]) -> QTreeWidgetItem:
        names = [kind.type_name(), kind.chinese]
        if kind.chinese and QLocale().language() is QLocale.Language.Chinese:
            names.reverse()
        return self._item(kind.type_name(), names[0], names[1], tr(say(kind.sentence())))

    @staticmethod
    def _item(key: str, left: str, right: str, sentence: str) -> QTreeWidgetItem:
        """A row: what stands at its left and, muted, at its right, and what it is for those who listen."""
        row = QTreeWidgetItem([left])
        row.setData(0, _TYPE, key)
        row.setData(0, _RIGHT, right)
        row.setSizeHint(0, QSize(0, 28))
        said = f"{', '.join(name for name in (left, right) if name)}. {sentence}"
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        return row

    @staticmethod
    def _rows(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        found = (head.child(i) for i in range(head.childCount()))
        return [row for row in found if row is not None]

    def _families(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def shown_types(self) -> list[str]:
        """The layer types that can be seen now, in their order; families that are closed hide theirs."""
        opened = [head for head in self._families() if not head.isHidden() and head.isExpanded()]
        return [str(row.data(0, _TYPE)) for head in opened for row in self._rows(head) if not row.isHidden()]

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._fill_once()
        wanted = self._found(text) if text.strip() else []
        first: QTreeWidgetItem | None = None
        for item in self._families():
            rows = self._rows(item)
            for row in rows:
                row.setHidden(bool(text.strip()) and row.data(0, _TYPE) not in wanted)
                if wanted and row.data(0, _TYPE) == wanted[0]:
                    first = row
            item.setHidden(all(row.isHidden() for row in rows))
            item.setExpanded(not item.isHidden() if text.strip() else item.data(0, _FAMILY) == OWN)
        self.nothing.setVisible(bool(text.strip()) and not wanted)
        self.nothing.setText(
            tr("No layer is called “{text}”. Try another word, in English or Chinese.", text=text.strip())
        )
        if first is not None:
            self.tree.setCurrentItem(first)
            self.tree.scrollToItem(first)

    def _found(self, text: str) -> list[str]:
        """What a search finds, the best first: layer types, or blocks whose very name begins with what is typed."""
        words = text.lower().split()
        own = [name for name in self._own if all(word in name.lower() for word in words)]
        types = [kind.type_name() for kind in search(text)]
        ready = [one.key for one in READY.values() if one.matches(text)]
        first = [name for name in own if name.lower().startswith(words[0])]
        return [*first, *types, *ready, *(name for name in own if name not in first)]

    # ------------------------------------------------------------------ what a person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field Down goes to the list, Enter chooses the first find, Escape clears."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                if self.tree.currentItem() is None and self._families():
                    self.tree.setCurrentItem(self._families()[0])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.tree.currentItem()
                if self.search.text().strip() and item is not None and not item.isHidden() and item.data(0, _TYPE):
                    self.chosen.emit(str(item.data(0, _TYPE)))
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _current_changed(self, current: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        if current is not None and current.data(0, _TYPE):
            self.explain(str(current.data(0, _TYPE)))

    @Slot(str)
    def explain(self, name: str) -> None:
        """Explain a layer type in the card below."""
        self._explained = name
        self._show_card()

    @property
    def explained(self) -> str:
        """The layer type the card explains, empty at first."""
        return self._explained

    @property
    def explanation(self) -> str:
        """What the card says."""
        return self._card_text.full_text

    def _show_card(self) -> None:
        if not self._explained:
            self._card_icon.set_icon("mdi6.information-outline", "muted")
            self._card_title.setText(tr("Layers"))
            self._card_text.setText(tr("Drag a layer onto the canvas, or onto a wire to put it in between."))
            return
        ready, block = READY.get(self._explained), self._blocks().get(self._explained)
        if ready is not None:
            self._card_icon.set_picture(family_icon(ready.family))
            self._card_title.setText(tr(say(ready.title)))
            self._card_text.setText(tr(say(ready.sentence)) + " " + tr("Open it to see how it is drawn."))
            return
        if block is not None:
            self._card_icon.set_picture(family_icon(Family.BLOCK))
            self._card_title.setText(self._explained)
            said = tr("A block of this project: one more copy of it")
            self._card_text.setText(f"{said}. " + tr("What is changed in it changes in every copy."))
            return
        if self._explained not in layer_types():
            self._explained = ""  # a block that is gone
            self._show_card()
            return
        kind = layer_type(self._explained)
        self._card_icon.set_picture(family_icon(kind.family))
        self._card_title.setText(kind.type_name())
        how = tr("Drop it on a wire to insert it.") if kind.inputs and kind.outputs else ""
        self._card_text.setText(" ".join(part for part in (tr(say(kind.sentence())), how) if part))

    # ------------------------------------------------------------------ language and theme

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.search.setPlaceholderText(tr("Conv2d, 卷积, attention"))
        self.search.setAccessibleName(tr("Search layers"))
        self.search.setToolTip(tr("Find a layer by its English or Chinese name, or by its name in torch"))
        self.tree.setToolTip(tr("Drag a layer onto the canvas, or onto a wire to put it in between; Enter places it"))
        self.tree.setAccessibleName(tr("Layers"))
        self.setAccessibleName(tr("Layers"))
        if self._filled:
            self._fill()
            self._filter(self.search.text())
        self._show_card()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if (
            event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
            and hasattr(self, "_magnifier")
            and hasattr(self, "_card")
        ):
            self._magnifier.setIcon(icon("mdi6.magnify", "muted"))
            self.retranslate()
