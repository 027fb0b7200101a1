"""Everything one can do, searched by typing: the rows of the table of actions in a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from graphs.message import say
from widgets.controls import icon
from widgets.language import tr
from workbench.action import Action
from workbench.dialogs import keys_text
from workbench.menus import Actions

_ID = Qt.ItemDataRole.UserRole


class CommandPalette(QDialog):
    """A field and a list. Arrows choose, Enter does, Escape leaves; what cannot be done now is greyed and stays."""

    def __init__(self, actions: Actions, parent: QWidget | None = None):
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(tr("Command palette"))
        self.setFixedWidth(520)
        self.setMinimumHeight(380)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.search.setAccessibleName(tr("Search commands"))
        self.search.setToolTip(tr("Any word of what you want to do, in English or Chinese"))
        self.search.addAction(icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self.rows = QListWidget()
        self.rows.setAccessibleName(tr("Commands"))
        self.rows.setToolTip(tr("Enter does the chosen one; its keys stand beside it"))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.itemActivated.connect(self._do)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.rows, 1)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._do)
        self._filter("")
        self.search.setFocus()

    @staticmethod
    def words(row: Action) -> str:
        """What a row is found by: its words in both languages and what it means."""
        return " ".join((row.text, tr(say(row.text)), row.tip, tr(say(row.tip)))).lower()

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.lower().split()
        self.rows.clear()
        for row, action in self._actions:
            if row.id == "commands" or not all(word in self.words(row) for word in wanted):
                continue
            keys = f"    {keys_text(row.keys)}" if row.keys else ""
            item = QListWidgetItem(f"{action.text()}{keys}")
            item.setToolTip(tr(say(row.tip)))
            item.setData(_ID, row.id)
            if row.icon:
                item.setIcon(icon(row.icon, "muted"))
            if not action.isEnabled():
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.rows.addItem(item)
        enabled = (i for i in range(self.rows.count()) if self.rows.item(i).flags() & Qt.ItemFlag.ItemIsEnabled)
        self.rows.setCurrentRow(next(enabled, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field move in the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.rows.currentRow() + step
            while 0 <= row < self.rows.count() and not self.rows.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                row += step
            if 0 <= row < self.rows.count():
                self.rows.setCurrentRow(row)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _do(self) -> None:
        item = self.rows.currentItem()
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.accept()
            self._actions[str(item.data(_ID))].trigger()
