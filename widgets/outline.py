"""The network as a tree that can be read aloud: the spoken twin of the canvas, always in step with it.

Under a node that places a block lies what is inside; it is filled in when it is first opened, or when a search finds
something there.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from graphs.layer import Family
from graphs.meaning import Plan
from graphs.message import counted, say
from graphs.network import Network, Node
from widgets import theme
from widgets.controls import Text, colour, icon
from widgets.editor import Editor
from widgets.icons import family_icon
from widgets.inside import OpenBlock, copies_of
from widgets.language import tr
from widgets.panel import Panel

_NODE = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1
_INSIDE = Qt.ItemDataRole.UserRole + 2
"""Of a row inside a block: the node, and the name of the block."""
_BLOCK = Qt.ItemDataRole.UserRole + 3
"""Of a node that places a block and was not opened yet: the block, and its plan there."""


class _NameAndType(QStyledItemDelegate):
    """Writes the name, and after it the type smaller and muted; the type gives way first."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background and icon as always, then the two words."""
        kind = index.data(_KIND)
        if not kind:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        name, option.text = option.text, ""  # type: ignore[attr-defined]
        style = option.widget.style()  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)  # type: ignore[attr-defined]
        place = option.rect.adjusted(28, 0, -4, 0)  # type: ignore[attr-defined]
        painter.save()
        painter.setFont(theme.ui_font(theme.sized(theme.TEXT_BASE)))
        painter.setPen(colour("text"))
        metrics = painter.fontMetrics()
        written = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, middle, written)
        place.setLeft(place.left() + metrics.horizontalAdvance(written) + 6)
        painter.setFont(theme.ui_font(theme.sized(theme.TEXT_HINT)))
        painter.setPen(colour("muted"))
        if place.width() > 24:
            painter.drawText(
                place, middle, painter.fontMetrics().elidedText(kind, Qt.TextElideMode.ElideRight, place.width())
            )
        painter.restore()


class Outline(Panel):
    """The nodes in the order in which they work, under their frames, with parameters and problem marks.

    ``selectionChanged`` carries the ids a person selected here, ``revealRequested`` the one that was double-clicked or
    chosen with Enter; where that one lies in a block, ``revealInside`` carries it and the block.
    """

    selectionChanged = Signal(tuple)  # noqa: N815 - signals are named as Qt names them
    revealRequested = Signal(int)  # noqa: N815
    revealInside = Signal(int, str)  # noqa: N815

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None):
        super().__init__(editor, parent)
        self._items: dict[int, QTreeWidgetItem] = {}
        self._selection: tuple[int, ...] = ()
        self._shown: object = None
        self._closed: set[str] = set()
        self._open: set[str] = set()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        theme.hold_height(self.search, 30)
        self._magnifier = self.search.addAction(icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(3)
        self.tree.setHeaderHidden(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(1, 22)
        self.tree.setIndentation(12)
        self.tree.setItemDelegateForColumn(0, _NameAndType(self.tree))
        self.tree.setIconSize(QSize(16, 16))
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._total_word = Text(role="muted", size=12)
        self.total = Text(size=12, weight=600)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 4, 4, 0)
        foot.addWidget(self._total_word)
        foot.addStretch(1)
        foot.addWidget(self.total)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addLayout(foot)
        self.setMinimumWidth(200)
        self.tree.itemSelectionChanged.connect(self._selected)
        self.tree.itemActivated.connect(self._activated)
        self.tree.itemExpanded.connect(self._fill)
        self.search.textChanged.connect(self._filter)
        self._begin()

    def sizeHint(self) -> QSize:
        """248 pixels wide."""
        return QSize(248, 600)

    def retranslate(self) -> None:
        """Set every text that does not come from the project."""
        self.search.setPlaceholderText(tr("Find a node"))
        self.search.setAccessibleName(tr("Find a node"))
        self.search.setToolTip(tr("Show only nodes whose name or type has these letters"))
        self.tree.setToolTip(tr("The drawing as a list: every node in the order it runs, with what it costs"))
        self.tree.setAccessibleName(tr("Outline of the network"))
        self.setAccessibleName(tr("Outline"))
        self._total_word.setText(tr("Total"))
        self._shown = None

    def restyle(self) -> None:
        """Make the icons again."""
        self._magnifier.setIcon(icon("mdi6.magnify", "muted"))
        self._shown = None

    # ------------------------------------------------------------------ what it shows

    def refresh(self) -> None:
        """Make the list again when what it shows has changed; the selection stays."""
        if self.editor is None:
            self.tree.clear()
            self._items = {}
            return
        network, summary = self.editor.project.network, self.editor.summary
        faulty = {d.node: tr(d.message) for d in self.editor.diagnostics}
        now = (
            id(network),
            network.revision,
            tuple(network.frames.values()),
            tuple(faulty.items()),
            self.editor.project.title,
            self.editor.way if isinstance(self.editor, OpenBlock) else (),
        )
        self.total.setText(tr("{n} parameters", n=counted(summary.parameters)))
        if now == self._shown:
            return
        self._shown = now
        self._closed |= {i.text(0) for i in self._frames() if not i.isExpanded()}
        self._closed -= {i.text(0) for i in self._frames() if i.isExpanded()}
        self._open = {item.text(0) for item in self._items.values() if item.isExpanded()}
        blocked = self.tree.blockSignals(True)
        self.tree.clear()
        self._items = {}
        frame_of = {node: frame for frame in network.frames.values() for node in frame.nodes}
        heads: dict[int, QTreeWidgetItem] = {}
        for identity in network.order():
            node = network.node(identity)
            item = self._item(node, faulty.get(identity, ""))
            self._items[identity] = item
            frame = frame_of.get(identity)
            if frame is None:
                self.tree.addTopLevelItem(item)
                continue
            if frame.id not in heads:
                heads[frame.id] = self._head(frame.title, frame.nodes)
                self.tree.addTopLevelItem(heads[frame.id])
                heads[frame.id].setExpanded(frame.title not in self._closed)
            heads[frame.id].addChild(item)
        for item in self._items.values():
            if item.text(0) in self._open and item.data(0, _BLOCK) is not None:
                self._fill(item)
                item.setExpanded(True)
        self.tree.blockSignals(blocked)
        self._show_selection()
        self._filter(self.search.text())

    def _frames(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None and item.data(0, _NODE) is None]

    @staticmethod
    def _rows(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        found = (head.child(i) for i in range(head.childCount()))
        return [row for row in found if row is not None]

    def _item(self, node: Node, problem: str) -> QTreeWidgetItem:
        assert self.editor is not None
        counts = self.editor.summary.nodes.get(node.name)
        parameters = counts.parameters if counts is not None else 0
        item = QTreeWidgetItem([node.name, "", counted(parameters) if parameters else ""])
        item.setData(0, _KIND, node.type)
        kind = self.editor.project.network.layer_class(node.id)
        item.setIcon(0, family_icon(kind.family) if kind is not None else icon("mdi6.help-circle-outline", "muted"))
        item.setData(0, _NODE, node.id)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, self.spoken(node.id))
        item.setToolTip(0, problem or node.title or f"{node.name} {node.type}")
        item.setForeground(2, QBrush(colour("muted")))
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(0, QSize(0, 31))
        if problem:
            item.setIcon(1, icon("mdi6.alert-circle", "danger"))
            item.setToolTip(1, problem)
        elif node.frozen:
            item.setIcon(1, icon("mdi6.snowflake", "muted"))
            item.setToolTip(1, tr("frozen"))
        self._may_open(item, self.editor.project.network, self.editor.plan, node.id)
        return item

    # ------------------------------------------------------------------ what is inside blocks

    @staticmethod
    def _may_open(item: QTreeWidgetItem, network: Network, meaning: Plan, node: int) -> None:
        """Let a node that places a block be opened, without looking inside yet."""
        block, copies = network.block_of(node), copies_of(meaning, node)
        if block is not None and copies:
            family = Family.SCAN if network.node(node).scan is not None else Family.BLOCK
            item.setIcon(0, family_icon(family))
            item.setData(0, _BLOCK, (block, copies[0].body))
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    @Slot(QTreeWidgetItem)
    def _fill(self, item: QTreeWidgetItem) -> None:
        """Put what is inside a block under its node, once."""
        inside = item.data(0, _BLOCK)
        if inside is None or item.childCount():
            return
        block, body = inside
        faults = {fault.node: tr(fault.message) for fault in body.faults}
        for identity in block.order():
            node, step = block.node(identity), body.step(identity)
            parameters = step.totals.parameters if step is not None else 0
            row = QTreeWidgetItem([node.name, "", counted(parameters) if parameters else ""])
            kind = block.layer_class(identity)
            row.setIcon(0, family_icon(kind.family) if kind is not None else icon("mdi6.help-circle-outline", "muted"))
            row.setData(0, _KIND, node.type)
            row.setData(0, _INSIDE, (identity, block.block_name))
            row.setForeground(2, QBrush(colour("muted")))
            row.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.setSizeHint(0, QSize(0, 31))
            number = tr("{n} parameters", n=counted(parameters)) if parameters else tr("no parameters")
            said = ", ".join((node.name, node.type, number, faults.get(identity, tr("no problem"))))
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
            row.setToolTip(0, faults.get(identity) or node.title or f"{node.name} {node.type}")
            if identity in faults:
                row.setIcon(1, icon("mdi6.alert-circle", "danger"))
            self._may_open(row, block, body, identity)
            item.addChild(row)

    def _narrow(self, item: QTreeWidgetItem, wanted: str) -> bool:
        """Hide a row that does not have the wanted text, itself or inside; say whether it has."""
        own = wanted in f"{item.text(0)} {item.data(0, _KIND)}".lower()
        inside = item.data(0, _BLOCK)
        if inside is not None and wanted and not item.childCount() and _holds(inside[0], wanted):
            self._fill(item)
        found = [self._narrow(row, wanted) for row in self._rows(item)]
        if wanted and any(found) and not own:
            item.setExpanded(True)
        if own:  # the block itself is meant: all of it is there
            for row in self._rows(item):
                row.setHidden(False)
        item.setHidden(not own and not any(found))
        return own or any(found)

    def _head(self, title: str, nodes: Iterable[int]) -> QTreeWidgetItem:
        assert self.editor is not None
        network, summary = self.editor.project.network, self.editor.summary
        names = [network.node(n).name for n in nodes if n in network]
        total = sum(summary.nodes[name].parameters for name in names if name in summary.nodes)
        head = QTreeWidgetItem([title, "", counted(total) if total else ""])
        head.setIcon(0, icon("mdi6.select-group", "muted"))
        head.setForeground(2, QBrush(colour("muted")))
        head.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.setData(0, Qt.ItemDataRole.AccessibleTextRole, tr("Frame {title}, {n} nodes", title=title, n=len(names)))
        head.setSizeHint(0, QSize(0, 31))
        return head

    def spoken(self, identity: int) -> str:
        """What a screen reader says of a node: ``C1, Conv2d, 6 filters, 6 by 28 by 28, 156 parameters, no problem``."""
        assert self.editor is not None
        network = self.editor.project.network
        node = network.node(identity)
        said = [node.name, node.type]
        step = self.editor.plan.step(identity)
        if step is not None:
            for name, info in type(step.layer).model_fields.items():
                extra = info.json_schema_extra
                face = str(extra.get("face") or "") if isinstance(extra, dict) else ""
                if face and name in node.parameters:
                    said.append(
                        tr("{value} {face}", value=_spoken_value(getattr(step.layer, name)), face=tr(say(face)))
                    )
            outputs = list(step.outputs.values())
            if outputs and outputs[0].dims:
                said.append(tr(" by ").join(str(dim) for dim in outputs[0].dims))
        else:
            said.append(tr("shape not known yet"))
        counts = self.editor.summary.nodes.get(node.name)
        if counts is not None:
            said.append(
                tr("{n} parameters", n=counted(counts.parameters)) if counts.parameters else tr("no parameters")
            )
        if node.frozen:
            said.append(tr("frozen"))
        problem = next((tr(d.message) for d in self.editor.diagnostics if d.node == identity), "")
        said.append(problem or tr("no problem"))
        return ", ".join(said)

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        for item in self._items.values():
            self._narrow(item, wanted)
        for head in self._frames():
            head.setHidden(bool(wanted) and all(row.isHidden() for row in self._rows(head)))

    # ------------------------------------------------------------------ selection

    def set_selection(self, nodes: Iterable[int]) -> None:
        """Show what is selected elsewhere; nobody is told."""
        self._selection = tuple(nodes)
        self._show_selection()

    def _show_selection(self) -> None:
        blocked = self.tree.blockSignals(True)
        self.tree.clearSelection()
        chosen = [self._items[node] for node in self._selection if node in self._items]
        for item in chosen:
            item.setSelected(True)
        if chosen:
            self.tree.setCurrentItem(chosen[-1], 0, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollToItem(chosen[-1])
        self.tree.blockSignals(blocked)
        self.tree.viewport().update()

    @Slot()
    def _selected(self) -> None:
        nodes: dict[int, None] = {}
        for item in self.tree.selectedItems():
            if item.data(0, _INSIDE) is not None:
                continue  # the canvas selects in what it shows; Enter or a double click goes there
            if item.data(0, _NODE) is None:
                nodes.update({row.data(0, _NODE): None for row in self._rows(item)})
            else:
                nodes[item.data(0, _NODE)] = None
        self._selection = tuple(nodes)
        self.selectionChanged.emit(self._selection)

    @Slot(QTreeWidgetItem, int)
    def _activated(self, item: QTreeWidgetItem, column: int) -> None:
        if item.data(0, _INSIDE) is not None:
            self.revealInside.emit(*item.data(0, _INSIDE))
        elif item.data(0, _NODE) is not None:
            self.revealRequested.emit(item.data(0, _NODE))


def _holds(block: Network, wanted: str) -> bool:
    """Whether something in a block, or in blocks in it, has a text in its name or type."""
    return any(
        wanted in f"{node.name} {node.type}".lower()
        or ((inner := block.block_of(node.id)) is not None and _holds(inner, wanted))
        for node in block
    )


def _spoken_value(value: object) -> str:
    if isinstance(value, tuple):
        return tr(" by ").join(str(item) for item in value)
    return str(value)
