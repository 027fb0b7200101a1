"""Questions and news: the safe answer is the default, Escape loses nothing, and a crash is told with its log."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench import dialogs
from workbench.crash import Net
from workbench.gallery import Gallery, first_sentence


def answer_with(key: Qt.Key) -> None:
    """Press a key as soon as a dialog is open."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, press)
        else:
            QTest.keyClick(dialog, key)

    QTimer.singleShot(0, press)


@pytest.mark.parametrize("key, answer", [(Qt.Key.Key_Return, "save"), (Qt.Key.Key_Escape, "cancel")])
def test_the_question_about_unsaved_work_defaults_to_saving(qtbot, key, answer):
    answer_with(key)
    assert dialogs.ask_save(None, "mine") == answer


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_question_about_a_running_training_defaults_to_going_on(qtbot, key):
    answer_with(key)
    assert dialogs.ask_stop(None, "mine") == "cancel"


def test_a_dialog_is_480_wide_and_its_verbs_can_be_clicked(qtbot):
    answers = [dialogs.Answer("discard", "Discard"), dialogs.Answer("save", "Save", primary=True, leaves=True)]
    dialog = dialogs.Dialog("Save mine before it closes?", "What you changed would be lost.", answers)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() == 480
    assert dialog.buttons["save"].isDefault()
    QTest.mouseClick(dialog.buttons["discard"], Qt.MouseButton.LeftButton)
    assert dialog.answer == "discard" and not dialog.isVisible()


def test_a_report_can_be_copied_with_its_log(qtbot):
    report = dialogs.Report("KeyError: 7", "trace and log", True)
    qtbot.addWidget(report)
    report.show()
    QTest.mouseClick(report.buttons["copy"], Qt.MouseButton.LeftButton)
    assert report.isVisible()
    assert "KeyError: 7" in QGuiApplication.clipboard().text() and "trace and log" in QGuiApplication.clipboard().text()


@pytest.fixture
def net():
    made = Net()
    told: list[tuple[str, str]] = []
    made.spread(lambda sentence, report: told.append((sentence, report)))
    made.told = told
    yield made
    made.gather()


def test_an_exception_that_nobody_caught_is_told_with_versions_trace_and_log(qtbot, net):
    logging.getLogger("workbench").warning("the disk is nearly full")
    try:
        raise RuntimeError("seven is not a port")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(net.told))
    ((sentence, report),) = net.told
    assert sentence == "RuntimeError: seven is not a port"
    assert "test_dialogs.py" in report and "PySide6" in report and "the disk is nearly full" in report


def test_an_exception_in_a_thread_reaches_the_window_too(qtbot, net):
    def fall() -> None:
        raise ValueError("from a thread")

    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(net.told))
    assert net.told[0][0] == "ValueError: from a thread"


def test_an_exception_while_the_first_is_told_does_not_stack_up_dialogs(qtbot):
    net, told = Net(), []

    def tell(sentence: str, report: str) -> None:
        told.append(sentence)
        net.fell.emit("again", "")
        QApplication.processEvents()

    net.spread(tell)
    net.fell.emit("first", "")
    qtbot.wait(50)
    net.gather()
    assert told == ["first"]


def test_the_gallery_finds_by_year_and_word_and_opens_with_enter(qtbot):
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.show()
    every = gallery.shown
    assert "lenet5" in every and len(every) >= 7
    QTest.keyClicks(gallery.search, "1998")
    assert gallery.shown == ["lenet5", "lenet5_1998"]
    QTest.keyClicks(gallery.search, " courses")
    assert gallery.shown == ["lenet5"]
    QTest.keyClick(gallery.search, Qt.Key.Key_Return)
    assert gallery.chosen == "lenet5" and not gallery.isVisible()


def test_the_gallery_says_when_nothing_matches(qtbot):
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.show()
    QTest.keyClicks(gallery.search, "zzz")
    assert gallery.shown == [] and gallery.empty.isVisible() and not gallery.open_button.isEnabled()
    QTest.keyClick(gallery.search, Qt.Key.Key_Return)
    assert gallery.isVisible() and gallery.chosen == ""


def test_the_first_sentence_ends_at_the_first_full_stop_of_either_language():
    assert first_sentence("One. Two.") == "One."
    assert first_sentence("一。二。") == "一。"
    assert first_sentence("No end") == "No end"
