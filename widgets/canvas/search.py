"""Search and add: type a few letters in either language, press Enter, and the layer is placed where the mouse was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from graphs.catalogue import search
from graphs.layer import Family, Layer
from graphs.message import say
from graphs.network import Network
from graphs.tensors import Kind
from widgets.canvas.commands import accepts
from widgets.icons import FAMILY_ICONS, OUTPUT_ICON, icon
from widgets.language import tr
from widgets.ready import READY, brought

WIDTH, HEIGHT = 320, 330
_TYPE = Qt.ItemDataRole.UserRole


class LayerSearch(QFrame):
    """A field over a list of layer types; ``chosen`` carries the type, ``closed`` tells that it went away."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._given: Kind | None = None
        self._loose = False
        self._ready = True
        self._at_output = False
        self._network = Network()
        self.field = QLineEdit()
        self.field.setFixedHeight(30)
        self.list = QListWidget()
        self.list.setIconSize(QSize(16, 16))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.resize(WIDTH, HEIGHT)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set its words."""
        words = tr("Conv2d, attention, 卷积 …")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(tr("Search for a layer to add"))
        self.field.setToolTip(tr("Find a layer by its English or Chinese name, or by its name in torch"))
        self.list.setToolTip(tr("Enter or a click places the layer where the search was opened"))
        self.list.setAccessibleName(tr("Layers that were found"))

    def set_network(self, network: Network | None) -> None:
        """Offer the blocks of a project too."""
        self._network = network if network is not None else Network()

    def open_at(
        self, x: int, y: int, *, loose: bool = False, given: Kind | None = None, at_output: bool = False
    ) -> None:
        """Show the search; for a loose wire end only what fits it: what takes ``given``, or what gives an output."""
        self._loose, self._given, self._at_output = loose, given, at_output
        self._ready = True
        parent = self.parentWidget()
        assert parent is not None
        self.move(
            max(8, min(x, parent.width() - self.width() - 8)), max(8, min(y, parent.height() - self.height() - 8))
        )
        self.field.clear()
        self._fill()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def only_layers(self) -> None:
        """Until the next search, find nothing that comes along drawn: it takes no layer's place."""
        self._ready = False

    def found(self) -> list[str]:
        """The types in the list, in their order."""
        return [str(self.list.item(row).data(_TYPE)) for row in range(self.list.count())]

    def _fits(self, kind: type[Layer]) -> bool:
        return self._type_fits(kind.type_name())

    def _type_fits(self, name: str) -> bool:
        if not self._loose:
            return True
        return accepts(self._network, name, self._given, at_output=self._at_output) is not None

    def _blocks(self) -> list[str]:
        """The project's own blocks that fit what is typed and may stand here: a block never holds itself."""
        network, text = self._network, self.field.text().strip().lower()
        own = network.block_name
        return [
            name
            for name, block in sorted(network.blocks.items())
            if text in name.lower()
            and self._type_fits(name)
            and not (own is not None and (name == own or block.contains_block(own)))
        ]

    @Slot()
    def _fill(self) -> None:
        self.list.clear()
        for name in self._blocks():
            item = QListWidgetItem(name)
            item.setIcon(icon(FAMILY_ICONS[Family.BLOCK], Family.BLOCK, 16))
            item.setData(_TYPE, name)
            item.setToolTip(tr("A block of this project: one more copy of it"))
            item.setSizeHint(QSize(0, 28))
            self.list.addItem(item)
        for kind in search(self.field.text()):
            if not self._fits(kind):
                continue
            name = kind.type_name()
            item = QListWidgetItem(f"{name}   {kind.chinese}" if kind.chinese else name)
            item.setIcon(icon(OUTPUT_ICON if name == "Output" else FAMILY_ICONS[kind.family], kind.family, 16))
            item.setData(_TYPE, name)
            item.setToolTip(tr(kind.sentence()))
            item.setSizeHint(QSize(0, 28))
            self.list.addItem(item)
        self._fill_ready()
        self.list.setCurrentRow(0)

    def _fill_ready(self) -> None:
        """After the layers, the blocks and cells that come along drawn; only to whoever types for them."""
        text = self.field.text().strip()
        for ready in READY.values() if text and self._ready else ():
            if ready.matches(text) and self._ready_fits(ready.key):
                item = QListWidgetItem(tr(say(ready.title)))
                item.setIcon(icon(FAMILY_ICONS[ready.family], ready.family, 16))
                item.setData(_TYPE, ready.key)
                item.setToolTip(tr(say(ready.sentence)))
                item.setSizeHint(QSize(0, 28))
                self.list.addItem(item)

    def _ready_fits(self, key: str) -> bool:
        if not self._loose:
            return True
        network, node, _ = brought(self._network, key, (0.0, 0.0))
        return accepts(network, node.type, self._given, at_output=self._at_output) is not None

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        name = str(item.data(_TYPE))
        self.close_search()
        self.chosen.emit(name)

    def close_search(self) -> None:
        """Go away without adding anything."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list while one types; Enter takes, Esc leaves."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key, row, last = event.key(), self.list.currentRow(), self.list.count() - 1
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list.currentItem()
                if item is not None:
                    self._take(item)
                return True
            if key == Qt.Key.Key_Escape:
                self.close_search()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
                self.list.setCurrentRow(min(row + 1, last))
                return True
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
                self.list.setCurrentRow(max(row - 1, 0))
                return True
        elif isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.close_search()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
