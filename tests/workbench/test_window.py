"""The window as a whole: opening, closing, keeping, dropping, switching language and theme, and fitting its screen."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

import graphs
from graphs.document import snapshot
from graphs.edits import Describe, SetParameter
from graphs.journal import Journal
from graphs.message import say
from tests.workbench.desk import Desk
from widgets import language, theme
from workbench import dialogs
from workbench.app import refusal
from workbench.data import data_set
from workbench.durations import duration
from workbench.engine.events import EpochDone, Failure, RunFailed, RunFinished, RunStarted
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer
from workbench.recovery import offer_recovery
from workbench.runbar import read_rate
from workbench.session import RunState
from workbench.settings import RECENT, Language, Settings, ThemeChoice
from workbench.training import Training

CHANGE = Describe(notes="changed")


@pytest.fixture
def answers(monkeypatch):
    """What the questions are answered with, by their name; each question asked is noted."""
    given, asked = {"ask_save": "cancel", "ask_stop": "cancel", "ask_recover": "later"}, []

    def replace(name):
        def ask(parent, *about):
            asked.append((name, *about))
            return given[name]

        monkeypatch.setattr(dialogs, name, ask)

    for name in given:
        replace(name)
    monkeypatch.setattr(dialogs, "tell", lambda parent, title, body: asked.append(("tell", title, body)))
    given["asked"] = asked
    return given


# ---------------------------------------------------------------------- closing and keeping


def test_closing_with_unsaved_work_asks_and_cancel_keeps_the_window(desk, answers):
    desk.session.do(CHANGE)
    desk.window.close()
    assert answers["asked"] == [("ask_save", "LeNet-5")]
    assert desk.window.isVisible()
    answers["ask_save"] = "discard"
    desk.window.close()
    assert not desk.window.isVisible()


def test_closing_without_changes_asks_nothing(desk, answers):
    desk.window.close()
    assert answers["asked"] == [] and not desk.window.isVisible()


def test_closing_during_a_training_asks_and_keeps_the_run(desk, answers):
    recipe = desk.session.project.recipe.model_copy(update={"epochs": 10_000})
    desk.session.project.recipe = recipe
    desk.press(desk.window.bar.train)
    desk.wait(lambda: desk.session.state is RunState.RUNNING)
    desk.wait(lambda: any(isinstance(event, EpochDone) for event in desk.events))
    desk.window.close()
    assert answers["asked"][0][0] == "ask_stop"
    assert desk.window.isVisible() and desk.session.running

    answers |= {"ask_stop": "stop", "ask_save": "discard"}
    desk.window.close()
    assert not desk.window.isVisible() and not desk.session.running
    folder = desk.session.run_folder
    stopped = desk.last(RunFinished).steps
    again = Trainer.resumed(folder)
    again.control.stop()
    started = next(event for event in again.run() if isinstance(event, RunStarted))
    assert started.step == stopped


def test_the_last_run_goes_on_only_with_its_own_drawing(desk, answers, tmp_path, monkeypatch):
    """Another drawing is open: its weights would not fit, so the run's own is offered."""
    Run.create(tmp_path / "run", snapshot(desk.session.project), "LeNet-5").__exit__(None, None, None)
    desk.settings.resumable = (tmp_path / "run", "LeNet-5")
    begun: list[str] = []
    monkeypatch.setattr(Training, "_begin", lambda self, start: begun.append(self._session.project.title))
    monkeypatch.setattr(dialogs, "ask_open_run", lambda parent, name: answers["asked"].append(name) or choice)
    desk.window.training.go_on()
    assert begun == ["LeNet-5"] and answers["asked"] == []

    desk.session.open_preset("perceptron")
    choice = "cancel"
    desk.window.training.go_on()
    assert answers["asked"] == ["LeNet-5"] and begun == ["LeNet-5"] and "C1" not in desk.names()
    choice = "open"
    desk.window.training.go_on()
    assert begun == ["LeNet-5", "LeNet-5"] and "C1" in desk.names() and len(desk.window.tabs) == 2


def test_a_last_run_that_is_damaged_is_one_sentence(desk, answers, tmp_path):
    (tmp_path / "run").mkdir()
    desk.settings.resumable = (tmp_path / "run", "LeNet-5")
    desk.window.training.go_on()
    assert answers["asked"][0][1] == "The last run cannot be continued" and not desk.session.running


def test_an_edit_is_kept_within_two_seconds_and_offered_at_the_next_start(desk, answers):
    desk.session.do(CHANGE)
    mine = desk.session.journal
    desk.wait(mine.file.is_file, 2.0, "an autosave")
    left = Journal(mine.path.with_name("untitled-999999999-1.workbench"))
    mine.file.rename(left.file)  # as if the program that wrote it had ended
    desk.session.new()
    answers["ask_recover"] = "recover"
    offer_recovery(desk.window)
    assert answers["asked"][0][:2] == ("ask_recover", ["LeNet-5"])
    assert desk.session.project.notes == "changed" and not desk.session.is_clean
    assert desk.session.journal.file.is_file() and not left.file.exists()


def test_work_on_a_file_is_offered_again_after_the_program_ended_early(desk, answers, tmp_path):
    path = tmp_path / "mine.workbench"
    graphs.save(desk.session.project, path)
    assert desk.window.files.open(path)
    desk.session.do(CHANGE)
    desk.window.files.autosave()
    desk.session.open_preset("perceptron")
    desk.settings.open_at_the_end = [path]  # as the next start finds it
    offer_recovery(desk.window)
    assert answers["asked"] == [("ask_recover", ["mine.workbench"], answers["asked"][0][2])]
    assert "C1" not in desk.names()
    answers["ask_recover"] = "recover"
    offer_recovery(desk.window)
    assert desk.session.project.notes == "changed" and desk.session.path == path


def test_a_full_disk_is_told_once_and_the_window_lives_on(desk, monkeypatch):
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.session, "autosave", full)
    desk.window.files.autosave()
    assert "No space left" in desk.window.toast.text
    desk.window.toast.hide()
    desk.window.files.autosave()
    assert not desk.window.toast.isVisible()


# ---------------------------------------------------------------------- files


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 and nothing more"])
def test_a_bad_file_is_one_sentence_and_the_open_project_stays(desk, answers, tmp_path, content):
    bad = tmp_path / "bad.workbench"
    bad.write_bytes(content)
    before = desk.document()
    assert desk.window.files.open(bad) is False
    ((_, title, body),) = answers["asked"]
    assert title == "bad.workbench cannot be opened" and body
    assert desk.document() == before and desk.settings.recent == []


def test_a_file_that_is_gone_is_one_sentence(desk, answers, tmp_path):
    assert desk.window.files.open(tmp_path / "gone.workbench") is False
    assert "gone.workbench" in answers["asked"][0][1]


def test_a_project_dropped_on_the_window_opens(desk, tmp_path):
    path = tmp_path / "dropped.workbench"
    graphs.save(desk.session.project, path)
    desk.session.open_preset("perceptron")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(300, 300), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    desk.window.dropEvent(event)
    desk.wait(lambda: desk.session.path == path, 5)
    assert "C1" in desk.names()


def test_recent_files_are_listed_newest_first_and_missing_ones_greyed(desk, tmp_path):
    kept, gone = tmp_path / "kept.workbench", tmp_path / "gone.workbench"
    graphs.save(desk.session.project, kept)
    desk.settings.remember(gone)
    desk.settings.remember(kept)
    table = desk.window.actions_table
    table.fill_recent()
    first, second = table.recent_menu.actions()[:2]
    assert (first.text(), first.isEnabled()) == ("kept.workbench", True)
    assert (second.text(), second.isEnabled()) == ("gone.workbench", False)
    first.trigger()
    assert desk.session.path == kept


def test_settings_keep_ten_recent_files_and_forget_a_run_whose_folder_is_gone(tmp_path):
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    for number in range(15):
        settings.remember(tmp_path / f"{number}.workbench")
    assert len(settings.recent) == RECENT and settings.recent[0].name == "14.workbench"
    assert settings.folder == tmp_path
    settings.resumable = (tmp_path / "run", "LeNet-5")
    assert settings.resumable is None
    (tmp_path / "run").mkdir()
    assert settings.resumable == (tmp_path / "run", "LeNet-5")
    settings.theme = ThemeChoice.DARK
    settings.language = Language.CHINESE
    again = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    assert (again.theme, again.language) == (ThemeChoice.DARK, Language.CHINESE)


# ---------------------------------------------------------------------- language, theme, size


def test_language_and_theme_change_while_the_window_is_open(desk):
    window = desk.window
    window.actions_table["chinese"].trigger()
    QTest.qWait(30)
    assert window.bar.train.text() == "训练" and window.menus.actions()[0].text() == "文件"
    assert window.docks.docks["recipe"].windowTitle() == "训练方案"
    assert window.status.state.text() == "就绪"
    window.actions_table["dark"].trigger()
    QTest.qWait(30)
    assert theme.current() is theme.DARK
    picture = window.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 4).lightness() < 80
    window.actions_table["english"].trigger()
    QTest.qWait(30)
    assert window.bar.train.text() == "Train" and window.status.language.text() == "English"


def test_a_machine_without_chinese_fonts_is_told_what_to_install(desk, monkeypatch):
    monkeypatch.setattr(language, "has_chinese_glyphs", lambda: False)
    desk.window.actions_table["chinese"].trigger()
    assert "fonts-noto-cjk" in desk.window.toast.text


def cut(label: QWidget) -> bool:
    """Whether words have less room than they need."""
    if isinstance(label, QLabel) and (label.wordWrap() or hasattr(label, "full_text")):
        return False
    words = label.text()
    lines = max((label.fontMetrics().horizontalAdvance(line) for line in words.split("\n")), default=0)
    return bool(words) and not words.startswith("<") and lines > label.width() + 1


@pytest.mark.parametrize("chosen", ["english", "chinese"])
@pytest.mark.parametrize("layout", ["design", "train"])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_nothing_is_cut_off_in_either_language_at_either_size(qapp, tmp_path, size, layout, chosen):
    desk = Desk(qapp, tmp_path, size=size)
    window = desk.window
    window.actions_table[chosen].trigger()
    window.docks.lay(layout)
    QTest.qWait(80)
    assert (window.width(), window.height()) == size
    bars = [window.bar, window.status, window.header]
    parts = [
        w
        for bar in bars
        for kind in (QLabel, QPushButton, QToolButton)
        for w in bar.findChildren(kind)
        if w.isVisible()
    ]
    assert [w.text() for w in parts if cut(w)] == []
    outside = [w for w in parts if not window.rect().contains(w.mapTo(window, QPoint(w.width() - 1, w.height() - 1)))]
    assert outside == []
    assert window.canvas.width() > 0.4 * size[0]
    desk.leave()
    language.install(qapp, {})


def test_every_control_of_the_bars_has_a_name_and_is_large_enough_to_hit(desk):
    for layout in ("design", "train"):
        desk.window.docks.lay(layout)
        QTest.qWait(50)
        buttons = [
            b for kind in (QPushButton, QToolButton) for b in desk.window.bar.findChildren(kind) if b.isVisible()
        ]
        assert len(buttons) >= 6
        for button in buttons:
            assert button.accessibleName() or button.text(), button
            assert min(button.width(), button.height()) >= 24, button.text()


def test_an_arrangement_is_kept_for_the_layout_it_belongs_to(desk):
    docks = desk.window.docks
    docks.toggle("code")
    docks.lay("train")
    assert docks.is_shown("views") and not docks.is_shown("palette")
    docks.lay("design")
    assert docks.is_shown("palette") and not docks.is_shown("code")
    docks.reset()
    assert docks.is_shown("code")


def test_train_and_pause_have_the_same_place_and_width_in_every_layout(desk):
    bar = desk.window.bar
    before = bar.train.geometry()
    desk.window.docks.lay("train")
    QTest.qWait(30)
    assert bar.train.geometry() == before


# ---------------------------------------------------------------------- training from afar


def test_a_failed_run_is_told_above_the_drawing_and_leads_to_its_node(desk):
    window, node = desk.window, desk.id("C3")
    failed = RunFailed(
        say("C3 gave a number that is not finite."), node, say("Try a smaller learning rate."), Failure.NOT_FINITE
    )
    window.training.take(failed)
    assert window.banner.isVisible()
    assert window.banner.sentence.full_text == "C3 gave a number that is not finite."
    assert window.banner.remedy.full_text == "Try a smaller learning rate."
    desk.press(window.banner.show_button)
    assert window.selection == (node,)
    desk.press(window.banner.close_button)
    assert not window.banner.isVisible()


def test_the_data_chip_counts_the_examples_and_opens_the_recipe(desk):
    bar = desk.window.bar
    desk.wait(lambda: "1,797 × 1×32×32" in bar.data.text(), 10, "the count")
    assert len(data_set("digits").load()) == 1797
    desk.press(bar.data)
    assert desk.window.docks.is_shown("recipe")


def test_a_learning_rate_that_is_none_is_refused_in_words(desk):
    desk.window.docks.lay("train")
    bar = desk.window.bar
    bar.rate.setFocus()
    bar.rate.selectAll()
    QTest.keyClicks(bar.rate, "fast")
    desk.key(Qt.Key.Key_Return, on=bar.rate)
    assert "fast" in desk.window.toast.text and bar.rate.property("wrong") is True
    assert desk.session.project.recipe.players[0].optimizer.learning_rate == 0.001
    bar.rate.selectAll()
    QTest.keyClicks(bar.rate, "2e-3")
    desk.key(Qt.Key.Key_Return, on=bar.rate)
    assert desk.session.project.recipe.players[0].optimizer.learning_rate == 0.002
    assert bar.rate.property("wrong") is False


def test_times_are_written_as_people_say_them():
    assert [str(duration(seconds)) for seconds in (4.6, 75, 3720, float("inf"))] == [
        "5 s",
        "1 min 15 s",
        "1 h 2 min",
        "–",
    ]
    assert [read_rate(text) for text in ("0.1", "1e-3", "0", "-1", "101", "x")] == [0.1, 0.001, None, None, None, None]


def test_no_part_of_the_window_ever_opens_as_a_window_of_its_own(desk):
    # A widget that is told to show before it has a parent would flash on a real desktop and take the keyboard.
    others = []
    desk.app.focusWindowChanged.connect(others.append)
    desk.click("C1")
    desk.session.do(SetParameter(desk.id("C1"), "kernel_size", 7))
    QTest.qWait(80)
    desk.window.docks.reveal("recipe")
    QTest.qWait(50)
    desk.press(desk.window.problems.rows[0].fix_buttons[0])
    for identity in ("watch", "chinese", "dark", "design", "english"):
        desk.window.actions_table[identity].trigger()
        QTest.qWait(50)
    desk.session.open_preset("perceptron")
    QTest.qWait(80)
    desk.app.focusWindowChanged.disconnect(others.append)
    assert [window for window in others if window is not desk.window.windowHandle()] == []
    assert desk.window.isActiveWindow()


# ---------------------------------------------------------------------- starting


def test_without_a_screen_one_sentence_names_what_runs_there(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    said = refusal()
    if sys.platform.startswith("linux"):
        assert said is not None and "workbench train lenet5" in str(said)


def test_the_window_opens_without_torch():
    program = (
        "import sys\n"
        "from workbench.shell import Shell\n"
        "shell = Shell(['workbench'])\n"
        "window = shell.open_window('lenet5')\n"
        "shell.app.processEvents()\n"
        "assert window.isVisible() and len(shell.session.project.network) > 10\n"
        "print([name for name in ('torch', 'torchvision', 'sklearn', 'scipy') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
