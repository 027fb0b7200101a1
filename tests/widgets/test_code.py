"""A person reads the live source, finds the lines of a node, copies and saves it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import presets
from graphs.edits import SetParameter
from tests.widgets.drawings import OpenProject, small_lenet
from widgets import theme
from widgets.code import Code


def shown(qtbot: QtBot) -> tuple[Code, OpenProject]:
    """The source of a small network on the screen."""
    opened = small_lenet()
    code = Code(opened)
    qtbot.addWidget(code)
    code.resize(640, 700)
    with qtbot.waitExposed(code):
        code.show()
    qtbot.waitUntil(lambda: not code.is_printing)
    return code, opened


def line_of(code: Code, text: str) -> int:
    """The first line that contains a text."""
    return next(place for place, line in enumerate(code.text.toPlainText().splitlines()) if text in line)


def test_the_source_follows_the_drawing(qtbot: QtBot) -> None:
    code, opened = shown(qtbot)
    assert "self.C1 = nn.Conv2d(1, 6, kernel_size=5)" in code.text.toPlainText()
    opened.do(SetParameter(opened.id("C1"), "out_channels", 8))
    qtbot.waitUntil(lambda: "self.C1 = nn.Conv2d(1, 8, kernel_size=5)" in code.text.toPlainText())


def test_many_changes_are_one_redraw(qtbot: QtBot) -> None:
    code, opened = shown(qtbot)
    redraws: list[None] = []
    code.text.textChanged.connect(lambda: redraws.append(None))
    for filters in range(7, 12):
        opened.do(SetParameter(opened.id("C1"), "out_channels", filters))
    assert redraws == []
    qtbot.waitUntil(lambda: "nn.Conv2d(1, 11" in code.text.toPlainText())
    assert len(redraws) == 1


def test_the_lines_of_the_selection_are_tinted(qtbot: QtBot) -> None:
    code, opened = shown(qtbot)
    code.set_selection((opened.id("C1"),))
    lines = code.text.toPlainText().splitlines()
    assert len(code.text.marked) == 2
    assert all("self.C1" in lines[place] for place in code.text.marked)
    code.set_selection(())
    assert not code.text.marked


def test_clicking_a_line_tells_its_node(qtbot: QtBot) -> None:
    code, opened = shown(qtbot)
    cursor = QTextCursor(code.text.document().findBlockByNumber(line_of(code, "self.head = ")))
    place = code.text.cursorRect(cursor).center()
    with qtbot.waitSignal(code.nodeClicked) as clicked:
        qtbot.mouseClick(code.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == [opened.id("head"), ""]


def test_copy_takes_the_whole_source(qtbot: QtBot) -> None:
    code, _ = shown(qtbot)
    qtbot.mouseClick(code.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == code.source
    assert code.remark.full_text == "Copied"
    compile(code.source, "network.py", "exec")


def test_save_writes_the_file_and_says_when_it_cannot(qtbot: QtBot, tmp_path: Path) -> None:
    code, _ = shown(qtbot)
    code.save(tmp_path / "lenet.py")
    assert (tmp_path / "lenet.py").read_text(encoding="utf-8") == code.source
    code.save(tmp_path / "nowhere" / "lenet.py")
    assert "lenet.py could not be written" in code.remark.full_text


def test_words_have_their_colours_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    code, _ = shown(qtbot)
    try:
        for scheme in (theme.LIGHT, theme.DARK):
            theme.apply(qapp, scheme)
            block = code.text.document().findBlockByNumber(line_of(code, "import torch"))
            colours = {span.format.foreground().color().name() for span in block.layout().formats()}
            assert colours == {scheme.keyword.lower()}
            ground = scheme.sunken if scheme.dark else scheme.raised
            for token in (scheme.keyword, scheme.number, scheme.string, scheme.comment):
                assert theme.contrast(token, ground) >= 4.5
    finally:
        theme.apply(qapp, theme.LIGHT)


def test_panels_load_no_torch() -> None:
    modules = "widgets.code, widgets.inspector, widgets.palette, widgets.outline, widgets.problems, widgets.toast"
    asked = f"import sys, {modules}; print('torch' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_printing_leaves_the_window_free_and_the_newest_drawing_wins(qtbot: QtBot) -> None:
    """Three edits one after the other: the thread of the window waits for none of them, and the last one is shown."""
    opened = OpenProject(presets.build("resnet50", "full"))
    code = Code(opened)
    code.resize(640, 700)
    qtbot.addWidget(code)
    with qtbot.waitExposed(code):
        code.show()
    qtbot.waitUntil(lambda: not code.is_printing, timeout=20_000)
    head = opened.project.network.node("fc").id
    spent: list[float] = []
    for classes in (48, 56, 72):
        opened.do(SetParameter(head, "out_features", classes))
        assert opened.plan.step(head) is not None  # the canvas has worked it out by then
        before = time.thread_time()
        code.refresh_now()
        spent.append(time.thread_time() - before)
    assert max(spent) < 0.02
    assert code.is_printing and "nn.Linear(2048, 72)" not in code.text.toPlainText()
    before = time.thread_time()
    lines = code._printing.take(wait=True)
    code._put(lines or [])
    assert time.thread_time() - before < 0.02
    assert "nn.Linear(2048, 72)" in code.text.toPlainText()
    opened.do(SetParameter(head, "out_features", 64))
    assert "nn.Linear(2048, 64)" in code.source  # what is saved is never what was drawn before


def test_a_hidden_panel_prints_nothing_until_it_is_looked_at(qtbot: QtBot) -> None:
    """The source costs nothing while nobody reads it, and is there when somebody saves it."""
    opened = small_lenet()
    code = Code(opened)
    qtbot.addWidget(code)
    assert not code.is_printing and code.text.toPlainText() == ""
    assert "class " in code.source
