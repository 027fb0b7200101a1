"""What one can do with the window itself: layouts, full screen, search commands, and what is told about the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from graphs.message import mark
from widgets.language import tr
from workbench import __version__, dialogs
from workbench.action import Action

if TYPE_CHECKING:
    from workbench.window import Window


def show_commands(window: Window) -> None:
    """Search everything one can do."""
    from workbench.command_palette import CommandPalette

    palette = CommandPalette(window.actions_table, window)
    palette.move(window.mapToGlobal(QPoint((window.width() - 520) // 2, 96)))
    palette.exec()
    palette.deleteLater()


def show_about(window: Window) -> None:
    """Say what Workbench is."""
    body = tr(
        "Draw a neural network, train it, and look inside while it learns. Version {version}, MIT licence.",
        version=__version__,
    )
    dialogs.Dialog("Workbench", body, [dialogs.Answer("close", tr("Close"), primary=True)], window).exec()


def show_doctor(window: Window) -> None:
    """Look at versions, devices, fonts and folders, in a thread, since it imports torch."""
    from workbench.doctor_dialog import DoctorDialog

    DoctorDialog(window).exec()


def show_help(window: Window) -> None:
    """Open the page about what has the keyboard."""
    from workbench.help_dialog import page_for

    window.help.open(page_for(window))


def show_keys(window: Window) -> None:
    """List every key and gesture."""
    window.help.open()


def show_settings(window: Window) -> None:
    """Choose language, colours, motion and folders."""
    from workbench.settings_dialog import SettingsDialog

    SettingsDialog(window).exec()


def toggle_full_screen(window: Window) -> None:
    """Fill the screen, or give it back."""
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def toggle_minimap(window: Window) -> None:
    """Show or hide the small map of the drawing."""
    window.settings.minimap = not window.canvas.map_visible
    window.canvas.set_map_visible(window.settings.minimap)


SHELL_ACTIONS: tuple[Action, ...] = (
    Action(
        "design",
        mark("Design"),
        mark("Lay the window out for drawing"),
        lambda w: w.lay("design"),
        ("Ctrl+1",),
        checked=lambda w: w.layout_name == "design",
        group="layout",
    ),
    Action(
        "watch",
        mark("Train view"),
        mark("Lay the window out for watching a training"),
        lambda w: w.lay("train"),
        ("Ctrl+2",),
        "mdi6.chart-line",
        checked=lambda w: w.layout_name == "train",
        group="layout",
    ),
    Action(
        "classroom",
        mark("Classroom"),
        mark("Large type, one view and three buttons, legible from the last row"),
        lambda w: w.lay("classroom"),
        ("Ctrl+3",),
        "mdi6.human-male-board",
        checked=lambda w: w.layout_name == "classroom",
        group="layout",
    ),
    Action(
        "full_screen",
        mark("Full screen"),
        mark("Fill the screen, or give it back"),
        toggle_full_screen,
        ("F11",),
        "mdi6.fullscreen",
        checked=lambda w: w.isFullScreen(),
    ),
    Action(
        "minimap",
        mark("Minimap"),
        mark("Show or hide the small map and the zoom beside it; while everything is in view the map stays away"),
        toggle_minimap,
        (),
        "mdi6.map-outline",
        checked=lambda w: w.canvas.map_visible,
    ),
    Action(
        "reset_layout",
        mark("Reset layout"),
        mark("Put every panel back where it was on the first day"),
        lambda w: w.docks.reset(),
    ),
    Action(
        "commands",
        mark("Command palette…"),
        mark("Search everything one can do here"),
        show_commands,
        ("Ctrl+Shift+P",),
        "mdi6.magnify",
    ),
    Action(
        "next_region",
        mark("Next region"),
        mark("Move the keyboard to the next part of the window"),
        lambda w: w.docks.go_round(1),
        ("F6",),
    ),
    Action(
        "previous_region",
        mark("Previous region"),
        mark("Move the keyboard to the part of the window before"),
        lambda w: w.docks.go_round(-1),
        ("Shift+F6",),
    ),
    Action(
        "settings",
        mark("Settings…"),
        mark("Language, colours, motion, how soon work is kept, where runs go"),
        show_settings,
        ("Ctrl+,",),
        "mdi6.cog-outline",
    ),
    Action(
        "tour",
        mark("Two-minute tour"),
        mark("Show what is where, step by step"),
        lambda w: w.tour.start(),
        (),
        "mdi6.school-outline",
    ),
    Action(
        "help",
        mark("Help"),
        mark("Explain what has the keyboard: the selected node, a layer of the palette, a live view"),
        show_help,
        ("F1",),
        "mdi6.help-circle-outline",
    ),
    Action(
        "help_keys",
        mark("Keys and gestures"),
        mark("List every key and what the mouse does on the canvas"),
        show_keys,
        ("Shift+F1",),
    ),
    Action(
        "doctor",
        mark("Doctor"),
        mark("Look at versions, devices, fonts and folders, and say what mends them"),
        show_doctor,
    ),
    Action("about", mark("About"), mark("What Workbench is"), show_about),
)
"""The rows of the table of actions that concern the window."""
