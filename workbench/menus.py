"""The table of actions made into menus, shortcuts and icons for one window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from graphs.message import mark, say
from widgets.canvas.scans import READY
from widgets.controls import icon
from widgets.language import tr
from workbench.action import Action
from workbench.actions import ACTIONS
from workbench.canvas_actions import CANVAS_ACTIONS

if TYPE_CHECKING:
    from workbench.window import Window

EXPORT = (mark("Export"), ("export_drawing", "export_selection", None, "export_python"))

MENUS: tuple[tuple[str, tuple[object, ...]], ...] = (
    (
        mark("File"),
        (
            "new",
            "presets",
            "open",
            "import_module",
            "recent",
            "reopen_tab",
            None,
            "save",
            "save_as",
            EXPORT,
            None,
            "close_tab",
            "settings",
            "quit",
        ),
    ),
    (
        mark("Edit"),
        (
            "undo",
            "redo",
            None,
            "cut",
            "copy",
            "paste",
            "duplicate",
            "delete",
            "select_all",
            None,
            "add",
            (mark("Add a drawn cell"), tuple(f"cell_{kind}" for kind in READY)),
            "rename",
            "replace",
            "add_after",
            "join",
            "cut_wires",
            "freeze",
            "mute",
            "bypass",
            None,
            "frame",
            "note",
            (
                mark("Blocks"),
                ("make_block", "open_block", "open_here", "step_in", "next_copy", "close_block", "dissolve_block"),
            ),
            (mark("Cells"), ("draw_cell", "fuse_cell")),
            (
                mark("Align and distribute"),
                (
                    "align_left",
                    "align_right",
                    "align_top",
                    "align_bottom",
                    "align_centre",
                    "align_middle",
                    "align_wires",
                    None,
                    "gaps_across",
                    "gaps_down",
                    None,
                    "tidy_selection",
                    "turn",
                ),
            ),
            "tidy",
            None,
            "compare",
        ),
    ),
    (
        mark("View"),
        (
            "design",
            "watch",
            "classroom",
            "full_screen",
            None,
            (mark("Language"), ("english", "chinese")),
            (mark("Theme"), ("light", "dark", "system")),
            (
                mark("Panels"),
                ("dock_palette", "dock_inspector", "dock_recipe", "dock_problems", "dock_code", "dock_views"),
            ),
            None,
            "fit",
            "zoom_in",
            "zoom_out",
            "minimap",
            None,
            "next_region",
            "previous_region",
            "next_tab",
            "previous_tab",
            "reset_layout",
            "commands",
        ),
    ),
    (
        mark("Run"),
        (
            *("train", "step", "step_epoch", "stop", "walk", None, "continue", "runs", "take_weights", None),
            *("train_later", "queue", "search", None, "race", "loss_surface", None),
            (
                mark("Ask the network"),
                ("try", "write", None, "why", "attacks", None, "check_gradient", "check_sight", "check_worth"),
            ),
        ),
    ),
    (mark("Help"), ("help", "help_keys", "tour", None, "doctor", None, "about")),
)
"""The menus: ids of actions, None for a line, (title, ids) for a menu inside; ``recent`` is their list."""

CANVAS_KEYS = frozenset({"cut", "copy", "paste", "duplicate", "delete", "select_all", "rename", "add"}) | {
    row.id for row in CANVAS_ACTIONS
}
"""Actions whose keys mean the canvas only while it has the focus: in a field they mean the text."""


EVERYWHERE = frozenset(
    {
        *("new", "presets", "open", "import_module", "quit", "close_tab", "reopen_tab", "next_tab", "previous_tab"),
        *("english", "chinese", "light", "dark", "system", "full_screen", "commands", "settings"),
        *("next_region", "previous_region", "help", "help_keys", "doctor", "about"),
        *("train", "step", "step_epoch", "stop", "queue"),
    }
)
"""What can be done while something else than a project is in front."""

GESTURES: tuple[tuple[str, str], ...] = (
    (mark("Double-click the canvas"), mark("Search and add a layer")),
    (mark("Drag from port to port"), mark("Connect")),
    (mark("Drag a wire onto empty canvas"), mark("Search for a layer that fits")),
    (mark("Drop a layer on a wire"), mark("Insert it")),
    (mark("Double-click a block, or Enter"), mark("Open it; Esc goes out")),
    (mark("Double-click a value on a node"), mark("Change it in its place")),
    (mark("Double-click a frame's title, or a note"), mark("Write")),
    (mark("Drag beside other nodes"), mark("Hold on to their edges; with Alt move freely")),
    (mark("Alt+click a wire"), mark("Cut it")),
    (mark("Drag on empty canvas"), mark("Select what the rectangle touches")),
    (mark("Middle button or Space+drag"), mark("Move the paper")),
    (mark("Wheel"), mark("Zoom at the mouse")),
    (mark("Arrows"), mark("Move the selected nodes by the grid")),
    (mark("Ctrl+arrows"), mark("Move the paper")),
    (mark("Ctrl+Shift+arrows"), mark("Make the selected note larger or smaller")),
    (mark("Drag a node over an open block, or out of one"), mark("Move it into the block, or out of it")),
    (mark("[ and ]"), mark("Take the next node along the wires into the selection, or let it go")),
    (mark("F or Home, full stop"), mark("Show everything, show the selection")),
    (mark("M"), mark("Show or hide the minimap")),
    (mark("Tab on the canvas"), mark("Go along the wires")),
)
"""What the mouse and single keys do on the canvas, for the list of shortcuts."""


class Actions:
    """The rows of the table as Qt's actions for one window, and the menus made of them."""

    def __init__(self, window: Window):
        self._window = window
        self._menus: list[tuple[QMenu, str]] = []
        self._groups: dict[str, QActionGroup] = {}
        self._qt: dict[str, QAction] = {}
        self.recent_menu = QMenu(window)
        for row in ACTIONS:
            self._qt[row.id] = self._make(row)
        for title, rows in MENUS:
            menu = window.menus.addMenu("")
            self._menus.append((menu, title))
            self._fill(menu, rows)
        self.recent_menu.aboutToShow.connect(self.fill_recent)
        self.retranslate()

    def _make(self, row: Action) -> QAction:
        action = QAction(self._window)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setCheckable(row.checked is not None)
        if row.group:
            group = self._groups.setdefault(row.group, QActionGroup(self._window))
            group.addAction(action)
        action.triggered.connect(partial(self.run, row.id))
        if row.id not in CANVAS_KEYS:
            self._window.addAction(action)
        return action

    def _fill(self, menu: QMenu, rows: tuple[object, ...]) -> None:
        for row in rows:
            if row is None:
                menu.addSeparator()
            elif row == "recent":
                menu.addMenu(self.recent_menu)
            elif isinstance(row, str):
                menu.addAction(self._qt[row])
            elif isinstance(row, tuple):
                inner = menu.addMenu("")
                self._menus.append((inner, row[0]))
                self._fill(inner, row[1])

    def __getitem__(self, identity: str) -> QAction:
        return self._qt[identity]

    def __iter__(self) -> Iterator[tuple[Action, QAction]]:
        return ((row, self._qt[row.id]) for row in ACTIONS)

    def run(self, identity: str, checked: bool = False) -> None:
        """Do it, and bring the menus up to date."""
        row = next(row for row in ACTIONS if row.id == identity)
        if self._can(row):
            row.run(self._window)
        self.refresh()

    def _can(self, row: Action) -> bool:
        """Whether it can be done now: what concerns a project needs one in front."""
        return (row.id in EVERYWHERE or self._window.tab.is_shown) and row.enabled(self._window)

    def refresh(self) -> None:
        """Enable what can be done now, tick what is on, and say what Undo takes back."""
        for row, action in self:
            action.setEnabled(self._can(row))
            if row.checked is not None:
                action.setChecked(row.checked(self._window))
            if row.label is not None:
                said = row.label(self._window)
                action.setText(tr(said) if said is not None else tr(say(row.text)))

    def retranslate(self) -> None:
        """Set every text in the language of the window, and every icon in its colours."""
        self.recent_menu.setTitle(tr("Open recent"))
        for menu, title in self._menus:
            menu.setTitle(tr(say(title)))
        for row, action in self:
            action.setText(tr(say(row.text)))
            action.setToolTip(tr(say(row.tip)))
            action.setStatusTip(tr(say(row.tip)))
            if row.icon:
                action.setIcon(icon(row.icon))
                action.setIconVisibleInMenu(False)
        self.refresh()

    def fill_recent(self) -> None:
        """List the recent files, those that are gone greyed."""
        self.recent_menu.clear()
        recent = self._window.settings.recent
        for path in recent:
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.setEnabled(path.exists())
            action.triggered.connect(partial(self._window.files.open, path))
        if recent:
            self.recent_menu.addSeparator()
            self.recent_menu.addAction(tr("Clear the list")).triggered.connect(self._window.settings.forget_recent)
        else:
            self.recent_menu.addAction(tr("No file was opened yet")).setEnabled(False)
