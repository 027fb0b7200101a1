"""Every control of the real window can be heard and explains itself, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.workbench.desk import Desk
from widgets import language
from workbench.command_palette import CommandPalette
from workbench.compare_dialog import CompareDialog, show_with
from workbench.dialogs import Listing, Report
from workbench.foreign_code import Code
from workbench.gallery import ALL, LINEAGE, Gallery, NameDialog
from workbench.gallery_cards import OWN
from workbench.import_dialog import ImportDialog
from workbench.race import Race
from workbench.settings_dialog import SettingsDialog
from workbench.trusting import TrustDialog
from workbench.weights_dialog import WeightsDialog

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider, QAbstractItemView, QPlainTextEdit,
    QTextEdit, QTabBar, QProgressBar,
)  # fmt: skip
WHOLES = (QAbstractSpinBox, QLineEdit, QComboBox, QTabBar, QMenuBar, QDockWidget)
"""What Qt makes of several widgets: the whole is the control, its parts are not."""


def parents(widget: QWidget) -> Iterator[QWidget]:
    """Everything a widget lies in, inside its panel."""
    found = widget.parentWidget()
    while found is not None and not isinstance(found, QDockWidget | QMainWindow):
        yield found
        found = found.parentWidget()


def controls(window: QWidget) -> list[QWidget]:
    """What a person can press, turn, type into or choose from, as it is shown now."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not isinstance(widget, QScrollBar | QHeaderView)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), WHOLES)
    ]


def unexplained(window: QWidget) -> list[str]:
    """The controls that lack a name for readers or a tool tip, each with where it lies."""
    found = []
    for widget in controls(window):
        name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        tip = widget.toolTip() or next((each.toolTip() for each in parents(widget) if each.toolTip()), "")
        lack = [word for word, has in (("name", name), ("tool tip", tip)) if not has]
        if lack:
            way = " in ".join(type(each).__name__ for each in (widget, *parents(widget)))
            found.append(f"no {' and no '.join(lack)}: {way} {name!r}")
    return found


@pytest.mark.parametrize("chosen", ["english", "chinese"])
def test_every_control_of_the_window_has_a_name_and_a_tool_tip(desk: Desk, chosen):
    window = desk.window
    window.actions_table[chosen].trigger()
    desk.wait(lambda: window.panels.complete, what="the rest of the window")
    seen: set[str] = set()
    count = 0
    for nodes in ((), ("C1",), ("loss",), ("C1", "C3")):
        window.canvas.select(tuple(desk.id(name) for name in nodes))
        QTest.qWait(60)
        seen.update(unexplained(window))
        count = max(count, len(controls(window)))
    window.docks.reveal("recipe")
    QTest.qWait(30)
    seen.update(unexplained(window))
    for layout in ("train", "classroom"):
        window.lay(layout)
        QTest.qWait(80)
        seen.update(unexplained(window))
    window.lay("design")
    assert not seen, "\n".join(sorted(seen))
    assert count > 40
    language.install(desk.app, {})


def dialogs_of(desk: Desk) -> Iterator[QWidget]:
    """Every dialog of the program, one after the other, with all of its pages."""
    window = desk.window
    gallery = Gallery(window, desk.session.project, "LeNet-5")
    for section in (ALL, LINEAGE, OWN):
        gallery.go_to(section)
        yield gallery
    yield SettingsDialog(window)
    yield CompareDialog(window.settings.folder, window)
    yield WeightsDialog((), window)
    imported = ImportDialog(False, window)
    for source in (imported.library, imported.own):
        source.setChecked(True)
        yield imported
    imported.let_go()
    yield CommandPalette(window.actions_table, window)
    yield NameDialog("Rename", "mine", window)
    yield Report("It fell.", "Traceback", True, window)
    yield TrustDialog([Code("mine.Layer", Path("mine.py"), "class Layer: ...")], "Trust", "It runs.", window)
    yield Listing("Doctor", "What is here.", [("Python", "3.11")], window)
    yield Race(None, window)
    window.help.open("layer:Conv2d")
    yield window.help
    window.tour.start()
    yield window.tour


@pytest.mark.parametrize("chosen", ["english", "chinese"])
def test_every_control_of_every_dialog_has_a_name_and_a_tool_tip(desk: Desk, chosen):
    desk.window.actions_table[chosen].trigger()
    seen: set[str] = set()
    for dialog in dialogs_of(desk):
        dialog.show()
        QTest.qWait(20)
        assert controls(dialog), dialog
        seen.update(f"{type(dialog).__name__}: {line}" for line in unexplained(dialog))
        dialog.hide()
    desk.window.tour.end()
    show_with(desk.window, "lenet5_1998")
    QTest.qWait(60)
    seen.update(f"comparison: {line}" for line in unexplained(desk.window))
    assert not seen, "\n".join(sorted(seen))


def test_a_control_without_a_name_is_found(desk: Desk):
    """The walk itself works: an unnamed button is told."""
    button = QToolButton(desk.window.centralWidget())
    button.show()
    assert any("QToolButton in QWidget" in line for line in unexplained(desk.window))
    button.setAccessibleName("a")
    button.setToolTip("b")
    assert not any("QToolButton in QWidget" in line for line in unexplained(desk.window))


def test_keys_reach_every_region_without_a_mouse(desk: Desk):
    for region in desk.window.docks.regions():
        assert desk.window.docks._enter(region), region.objectName()
        assert desk.app.focusWidget().focusPolicy() & Qt.FocusPolicy.TabFocus
