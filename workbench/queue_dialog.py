"""The queue as a list: what waits, in which order, what trains now, and how the others ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem

from widgets.language import tr
from workbench.dialogs import Answer, Dialog
from workbench.queueing import Entry, QueueError, Turn

if TYPE_CHECKING:
    from workbench.queue_runner import QueueRunner
    from workbench.window import Window

WIDTH, HEIGHT, ROW = 720, 260, 31
LOOK = 1000
"""How often the list is read again, since other programs may change it; in milliseconds."""


class QueueDialog(Dialog):
    """Shows the queue and lets one order it; it stays open beside the window."""

    def __init__(self, window: Window, runner: QueueRunner):
        super().__init__("", " ", [Answer("close", tr("Close"), leaves=True)], window)
        self.setMaximumWidth(WIDTH)
        self.setMinimumWidth(WIDTH)
        self._runner = runner
        self._shown: object = None
        self.tree = QTreeWidget()
        self.tree.setMinimumHeight(HEIGHT)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setColumnCount(3)
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setColumnWidth(0, 220)
        self.tree.currentItemChanged.connect(self._enable)
        self.start = QPushButton()
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._toggle)
        self.wishes = {name: QPushButton() for name in ("earlier", "later", "retry", "remove")}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.start)
        row.addStretch(1)
        for name, button in self.wishes.items():
            button.setProperty("wish", name)
            button.clicked.connect(self._wish)
            row.addWidget(button)
        self.clear_ended = QPushButton()
        self.clear_ended.clicked.connect(self._clear)
        row.addWidget(self.clear_ended)
        for button in (self.start, self.clear_ended, *self.wishes.values()):
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
        self.content.addWidget(self.tree)
        self.content.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        runner.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        title = tr("Queue")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)
        self.body.setText(
            tr("Trainings that wait for their turn, each with the drawing and the recipe it was added with. They are "
               "trained one after another in a tab of their own; the list is still here at the next start.")
        )  # fmt: skip
        self.tree.setAccessibleName(title)
        self.tree.setHeaderLabels([tr("Project"), tr("How it stands"), tr("What came of it")])
        texts = {
            "earlier": (tr("Move up"), tr("Let it have its turn one place earlier")),
            "later": (tr("Move down"), tr("Let it have its turn one place later")),
            "retry": (tr("Again"), tr("Let it wait for another turn; a run that can go on goes on")),
            "remove": (tr("Take out"), tr("Take it out of the queue; a run it has stays")),
        }
        for name, (text, tip) in texts.items():
            self.wishes[name].setText(text)
            self.wishes[name].setToolTip(tip)
        self.clear_ended.setText(tr("Clear"))
        self.clear_ended.setToolTip(tr("Take out everything that has had its turn"))
        self.buttons["close"].setText(tr("Close"))
        self._shown = None
        self.refresh()

    @property
    def chosen(self) -> int | None:
        """The number of the entry that is chosen."""
        item = self.tree.currentItem()
        return int(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else None

    @Slot()
    def refresh(self) -> None:
        """Read the list again and show it, if it is another."""
        try:
            entries, trouble = self._runner.list.entries(), ""
        except QueueError as error:
            entries, trouble = (), tr(error.message)
        now = (entries, trouble, self._runner.active)
        if now == self._shown:
            return
        self._shown, chosen = now, self.chosen
        self.tree.clear()
        for entry in entries:
            item = QTreeWidgetItem([tr(entry.title), tr(entry.turn), entry.said])
            item.setData(0, Qt.ItemDataRole.UserRole, entry.id)
            item.setSizeHint(0, QSize(0, ROW))
            for column in range(3):
                item.setToolTip(column, entry.said or entry.folder)
            self.tree.addTopLevelItem(item)
            if entry.id == chosen:
                self.tree.setCurrentItem(item)
        if trouble:
            self.body.setText(trouble)
        self.start.setText(tr("Rest after this one") if self._runner.active else tr("Start the queue"))
        waits = any(entry.turn is Turn.WAITING for entry in entries)
        self.start.setEnabled(self._runner.active or waits)
        self.clear_ended.setEnabled(any(entry.over for entry in entries))
        self._enable()

    @Slot()
    def _enable(self) -> None:
        shown = self._shown[0] if isinstance(self._shown, tuple) else ()
        entry: Entry | None = next((one for one in shown if one.id == self.chosen), None)
        place = shown.index(entry) if entry is not None else -1
        waits = entry is not None and entry.turn is not Turn.RUNNING
        self.wishes["earlier"].setEnabled(waits and place > 0)
        self.wishes["later"].setEnabled(waits and place < len(shown) - 1)
        self.wishes["remove"].setEnabled(waits)
        self.wishes["retry"].setEnabled(entry is not None and entry.turn is Turn.FAILED)

    @Slot()
    def _toggle(self) -> None:
        if self._runner.active:
            self._runner.rest()
        else:
            self._runner.start()
        self.refresh()

    @Slot()
    def _wish(self) -> None:
        sender, chosen = self.sender(), self.chosen
        if sender is not None and chosen is not None:
            self._runner.change(str(sender.property("wish")), chosen)

    @Slot()
    def _clear(self) -> None:
        self._runner.change("clear")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "clear_ended"):
            self.retranslate()


def show_queue(window: Window) -> None:
    """Open the list, or bring it to the front."""
    known = window.findChild(QueueDialog)
    dialog = known if known is not None else QueueDialog(window, window.queue)
    dialog.refresh()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
