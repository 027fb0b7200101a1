"""Choosing what the project in front is compared with: another open one, a preset, a training, or a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import presets
from graphs.message import Message, say
from widgets.controls import Text, icon
from widgets.language import tr
from workbench import dialogs
from workbench.compare_tab import CompareTab, Side
from workbench.comparing import CannotRead, read
from workbench.gallery import title_of
from workbench.help_panels import explain_dialog
from workbench.tabs import Source

if TYPE_CHECKING:
    from workbench.window import Window

OPEN = "tab:"
"""What `CompareDialog.chosen` begins with when an open project was chosen; its place among the others follows."""
_WHAT = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
RUNS = 200
"""The most runs that are listed, the newest of them."""


class CompareDialog(QDialog):
    """Type to search, arrows to choose, Enter to compare. ``chosen`` is an open project (`OPEN` and its place), a
    preset, a run folder or a file, or empty."""

    def __init__(self, folder: Path, parent: QWidget | None = None, others: Sequence[str] = ()):
        super().__init__(parent)
        self.chosen = ""
        self._folder, self._others = folder, others
        self.setWindowTitle(tr("Compare with"))
        self.setMinimumSize(480, 520)
        title = Text(tr("Compare the open network with another"), size=20, weight=600, wrap=True)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search presets and runs"))
        self.search.setAccessibleName(tr("Search presets and runs"))
        self.search.setToolTip(tr("A name, a year or a word; arrows choose in the list below"))
        self.search.addAction(icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What can be compared"))
        self.list.setToolTip(tr("Open projects first, then presets by year, then runs as they were when they began"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setUniformItemSizes(True)
        self.empty = Text(tr("Nothing matches. Try a shorter word, or choose a file."), role="muted", wrap=True)
        self.empty.hide()
        self.file_button = QPushButton(tr("Choose a file…"))
        self.file_button.setToolTip(tr("Compare with a project from a file"))
        cancel = QPushButton(tr("Cancel"))
        cancel.setToolTip(tr("Leaves everything as it is; Esc does the same"))
        self.compare_button = QPushButton(tr("Compare"))
        self.compare_button.setToolTip(tr("Shows both side by side in a tab; Enter does the same"))
        self.compare_button.setProperty("role", "primary")
        self.compare_button.setDefault(True)
        for button in (self.file_button, cancel):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.file_button)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.compare_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for part in (title, self.search, self.empty):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.compare_button.clicked.connect(self._choose)
        self.file_button.clicked.connect(self._choose_file)
        cancel.clicked.connect(self.reject)
        self.list.setCurrentRow(0)
        self.search.setFocus()
        explain_dialog(self, "comparison")

    def _fill(self) -> None:
        from workbench.engine.runs import list_runs

        for place, title in enumerate(self._others):
            self._add(tr("{title}, open in a tab", title=title), f"{OPEN}{place}", title)
        for name in presets.names():
            info = presets.info(name)
            self._add(f"{title_of(info)}  ·  {info.year}", name, f"{name} {info.title} {info.chinese} {info.year}")
        for run in list_runs()[:RUNS]:
            when = datetime.fromtimestamp(run.started).strftime("%Y-%m-%d %H:%M")
            self._add(
                tr("{title}, trained {when}", title=run.title, when=when), str(run.folder), f"{run.title} {run.id}"
            )

    def _add(self, text: str, what: str, words: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_WHAT, what)
        item.setData(_WORDS, f"{words} {text}".lower())
        self.list.addItem(item)

    @property
    def shown(self) -> list[str]:
        """What can be chosen now: open projects, names of presets, then folders of runs."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [str(item.data(_WHAT)) for item in items if not item.isHidden()]

    @Slot(str)
    def _filter(self, text: str) -> None:
        words = text.lower().split()
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(word in str(item.data(_WORDS)) for word in words)
            item.setHidden(not fits)
            first = row if fits and first < 0 else first
        self.list.setCurrentRow(first)
        self.empty.setVisible(first < 0)
        self.compare_button.setEnabled(first >= 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose in the list while one types."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rows = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
            here = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
            way = 1 if event.key() == Qt.Key.Key_Down else -1
            if rows:
                self.list.setCurrentRow(rows[max(0, min(len(rows) - 1, here + way))])
            return
        super().keyPressEvent(event)

    @Slot()
    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen = str(item.data(_WHAT))
            self.accept()

    @Slot()
    def _choose_file(self) -> None:
        kinds = tr("Workbench projects (*.workbench)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Compare with a project from a file"), str(self._folder), kinds)
        if path:
            self.chosen = path
            self.accept()


def compare_with(window: Window) -> CompareTab | None:
    """Ask what the project in front is compared with, and show both in a tab: the other on the left, as the older."""
    others = [tab for tab in window.tabs.projects if tab is not window.tab]
    dialog = CompareDialog(window.settings.folder, window, [tr(tab.heading) for tab in others])
    answered = dialog.exec() and dialog.chosen
    dialog.deleteLater()
    if not answered:
        return None
    if dialog.chosen.startswith(OPEN):
        return show_both(window, Side.of(others[int(dialog.chosen.removeprefix(OPEN))]))
    return show_with(window, dialog.chosen)


def show_with(window: Window, what: str) -> CompareTab | None:
    """Show the project in front beside a preset, a run or a file; when that cannot be read, say why."""
    side = _read(window, f"preset:{what}:small" if what in presets.names() else what)
    return show_both(window, side) if side is not None else None


def _read(window: Window, line: str) -> Side | None:
    """Read what a line names: a preset, the folder of a run, or a file; when that cannot be read, say why."""
    source = Source.read(line)
    try:
        other, called = read(source.preset or line, source.size)
    except CannotRead as error:
        dialogs.tell(window, tr("{name} cannot be opened", name=Path(line).name), tr(error.message))
        return None
    title = Message(presets.info(source.preset).title) if source.preset else say("{title}", title=called)
    return Side(other, title, line=line)


def compared(window: Window, lines: Sequence[str]) -> CompareTab | None:
    """Compare again what two lines name: an open project is followed, everything else is read anew."""
    sides: list[Side] = []
    for line in lines:
        tab = window.tabs.showing(line)
        side = Side.of(tab) if tab is not None else _read(window, line)
        if side is None:
            return None
        sides.append(side)
    return CompareTab(*sides)


def show_both(window: Window, other: Side) -> CompareTab:
    """Show something beside the project in front."""
    tab = CompareTab(other, Side.of(window.tab))
    window.tabs.add(tab)
    tab.setFocus(Qt.FocusReason.OtherFocusReason)
    return tab
