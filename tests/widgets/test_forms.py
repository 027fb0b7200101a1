"""A person changes parameters in a form, with mouse, wheel and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget
from pytestqt.qtbot import QtBot

from graphs.catalogue import fields_of, layer_type, layer_types
from graphs.edits import SetParameter
from tests.widgets.drawings import OpenProject, small_lenet
from widgets.editors import EDITORS, ChoiceEditor, NumberEditor, PairEditor, SwitchEditor
from widgets.entries import read
from widgets.forms import ParameterForm


class Open:
    """A form on the screen that follows its project, as a panel lets it."""

    def __init__(self, qtbot: QtBot, *names: str):
        self.bot = qtbot
        self.project: OpenProject = small_lenet()
        self.form = ParameterForm(self.project)
        qtbot.addWidget(self.form)
        self.project.project.changed.connect(self._changed)
        self.form.set_nodes(self.project.id(name) for name in names)
        self.form.resize(340, 400)
        with qtbot.waitActive(self.form):
            self.form.show()
            self.form.activateWindow()

    def _changed(self, change: object) -> None:
        self.form.refresh()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.project.history.undo()

    def pair(self, name: str) -> PairEditor:
        """The two boxes of a parameter."""
        box = self.form.rows[name].box
        assert isinstance(box, PairEditor)
        return box


def type_number(qtbot: QtBot, box: QAbstractSpinBox, text: str) -> None:
    """Mark what stands in a box, type over it, press Enter."""
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def turn_wheel(widget: QWidget) -> None:
    """One notch of the wheel upwards over the middle of a widget."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_typing_a_number_is_one_edit_and_one_undo(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    box = opened.form.rows["out_channels"].box
    assert isinstance(box, NumberEditor)
    type_number(qtbot, box.box, "12")
    assert opened.project.parameters("C1")["out_channels"] == 12
    opened.undo()
    assert opened.project.parameters("C1")["out_channels"] == 6
    assert box.box.value() == 6


def test_turning_the_same_field_is_one_step_of_undo(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    box = opened.form.rows["out_channels"].box
    assert isinstance(box, NumberEditor)
    box.box.setFocus()
    for _ in range(4):
        qtbot.keyClick(box.box, Qt.Key.Key_Up)
    assert opened.project.parameters("C1")["out_channels"] == 10
    opened.undo()
    assert opened.project.parameters("C1")["out_channels"] == 6
    assert opened.project.history.undo_label is None


def test_leaving_the_field_ends_the_step(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    first = opened.form.rows["out_channels"].box
    assert isinstance(first, NumberEditor)
    first.box.setFocus()
    qtbot.keyClick(first.box, Qt.Key.Key_Up)
    opened.form.rows["out_channels"].left.emit()
    qtbot.keyClick(first.box, Qt.Key.Key_Up)
    opened.undo()
    assert opened.project.parameters("C1")["out_channels"] == 7


def test_a_linked_pair_changes_together_and_an_open_one_alone(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    pair = opened.pair("kernel_size")
    type_number(qtbot, pair.boxes[0], "7")
    assert opened.project.parameters("C1")["kernel_size"] == 7
    qtbot.mouseClick(pair.link, Qt.MouseButton.LeftButton)
    type_number(qtbot, pair.boxes[1], "3")
    assert opened.project.parameters("C1")["kernel_size"] == [7, 3]


def test_two_different_numbers_from_a_file_open_the_link(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    opened.project.do(SetParameter(opened.project.id("C1"), "kernel_size", [5, 3]))
    pair = opened.pair("kernel_size")
    assert [box.value() for box in pair.boxes] == [5, 3]
    assert not pair.link.isChecked()


def test_the_wheel_turns_a_box_only_with_the_focus(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    box = opened.form.rows["out_channels"].box
    assert isinstance(box, NumberEditor)
    opened.form.setFocus()
    turn_wheel(box.box)
    assert opened.project.parameters("C1")["out_channels"] == 6
    box.box.setFocus()
    turn_wheel(box.box)
    assert opened.project.parameters("C1")["out_channels"] == 7


def test_equals_begins_arithmetic_and_shows_its_value(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    row = opened.form.rows["out_channels"]
    assert isinstance(row.box, NumberEditor)
    row.box.box.setFocus()
    qtbot.keyClicks(row.box.box, "=")
    assert row.text.isVisible()
    assert not row.box.isVisible()
    qtbot.keyClicks(row.text.line, "2*classes")
    qtbot.keyClick(row.text.line, Qt.Key.Key_Return)
    assert opened.project.parameters("C1")["out_channels"] == "=2*classes"
    assert row.result.full_text == "= 20"
    opened.undo()
    assert row.box.isVisible()


def test_escape_leaves_arithmetic_without_a_change(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    row = opened.form.rows["out_channels"]
    row.begin_expression()
    qtbot.keyClicks(row.text.line, "cla")
    qtbot.keyClick(row.text.line, Qt.Key.Key_Escape)
    assert row.box.isVisible()
    assert opened.project.history.undo_label is None


def test_arithmetic_with_an_unknown_name_says_so_at_the_field(qtbot: QtBot) -> None:
    opened = Open(qtbot, "head")
    row = opened.form.rows["out_features"]
    row.text.line.setFocus()
    row.text.line.selectAll()
    qtbot.keyClicks(row.text.line, "=clases")
    qtbot.keyClick(row.text.line, Qt.Key.Key_Return)
    assert row.error.isVisible()
    assert "clases" in row.error.full_text
    assert "classes" in row.error.full_text


def test_a_word_where_a_number_goes_is_refused_in_words_and_nothing_changes(qtbot: QtBot) -> None:
    opened = Open(qtbot, "head")
    row = opened.form.rows["out_features"]
    row.text.line.setFocus()
    row.text.line.selectAll()
    qtbot.keyClicks(row.text.line, "many")
    qtbot.keyClick(row.text.line, Qt.Key.Key_Return)
    assert "many" in row.error.full_text
    assert opened.project.parameters("head")["out_features"] == "=classes"


def test_what_differs_from_the_default_is_marked_and_can_be_reset(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    assert opened.form.changed_parameters == 2
    row = opened.form.rows["kernel_size"]
    assert row.reset.isVisible()
    assert not opened.form.rows["stride"].reset.isVisible()
    qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert "kernel_size" not in opened.project.parameters("C1")
    assert not row.is_changed
    assert not row.menu().actions()[0].isEnabled()


def test_a_switch_and_a_choice(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    bias = opened.form.rows["bias"].box
    assert isinstance(bias, SwitchEditor)
    bias.switch.setFocus()
    qtbot.keyClick(bias.switch, Qt.Key.Key_Space)
    assert opened.project.parameters("C1")["bias"] is False
    choice = opened.form.rows["padding_mode"].box
    assert isinstance(choice, ChoiceEditor)
    choice.box.setFocus()
    qtbot.keyClick(choice.box, Qt.Key.Key_Down)
    assert opened.project.parameters("C1")["padding_mode"] == "reflect"


def test_a_shape_is_typed_as_a_row(qtbot: QtBot) -> None:
    opened = Open(qtbot, "image")
    line = opened.form.rows["shape"].text.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "3, 28, 28")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened.project.parameters("image")["shape"] == [3, 28, 28]


def test_several_nodes_show_mixed_and_change_in_one_step(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1", "C3")
    row = opened.form.rows["out_channels"]
    assert row.text.line.placeholderText() == "mixed"
    row.text.line.setFocus()
    qtbot.keyClicks(row.text.line, "8")
    qtbot.keyClick(row.text.line, Qt.Key.Key_Return)
    assert [opened.project.parameters(name)["out_channels"] for name in ("C1", "C3")] == [8, 8]
    opened.undo()
    assert [opened.project.parameters(name)["out_channels"] for name in ("C1", "C3")] == [6, 16]


def test_different_types_share_only_what_both_have(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1", "S2")
    conv = {info.name: info.editor for info in fields_of(layer_type("Conv2d"))}
    pool = {info.name: info.editor for info in fields_of(layer_type("AvgPool2d"))}
    assert set(opened.form.rows) == {name for name in conv if pool.get(name) == conv[name]}


def test_the_tool_tip_says_what_it_is_with_its_bounds(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    tip = opened.form.rows["out_channels"].label.toolTip()
    assert "how many filters" in tip
    assert "1 to 65,536" in tip


def test_a_value_no_box_can_show_is_shown_as_text(qtbot: QtBot) -> None:
    opened = Open(qtbot, "C1")
    opened.project.do(SetParameter(opened.project.id("C1"), "out_channels", 0))
    row = opened.form.rows["out_channels"]
    assert row.text.isVisible()
    assert row.text.line.text() == "0"
    assert row.error.isVisible()


@pytest.mark.parametrize("name", sorted(layer_types()))
def test_every_layer_type_has_a_form(qtbot: QtBot, name: str) -> None:
    for info in fields_of(layer_type(name)):
        box = EDITORS[info.editor](info)
        qtbot.addWidget(box)
        if info.default is not None and box.takes(info.default):
            box.set_value(info.default)


def test_what_is_typed_is_read_as_its_kind() -> None:
    infos = {info.name: info for info in fields_of(layer_type("Conv2d"))}
    assert read(infos["kernel_size"], "3, 5") == [3, 5]
    assert read(infos["kernel_size"], "=classes, 3") == ["=classes", 3]
    assert read(infos["kernel_size"], "=min(classes, 3)") == "=min(classes, 3)"
    assert read(infos["bias"], "off") is False
    assert read(infos["padding_mode"], "circular") == "circular"
