"""Published data are fetched in the window and in a terminal; the server is one on this machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.workbench.data.published_files import contents
from tests.workbench.data.servers import Server, cut_after, hang_after, says, serving
from tests.workbench.desk import Desk
from workbench import cli
from workbench.data import data_set, fetching, mnist
from workbench.data.downloads import Downloaded
from workbench.data.fetching import Remote
from workbench.dialogs import Dialog
from workbench.session import RunState


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """MNIST, small, on this machine; and an empty data folder."""
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(fetching, "TIMEOUT", 0.3)
    monkeypatch.setattr(fetching, "PAUSE", 0.01)
    files = contents("mnist")
    with serving(files) as made:
        real = mnist.Mnist.remotes

        def here(self: mnist.Mnist) -> tuple[Remote, ...]:
            sums = {name: f"md5:{hashlib.md5(content).hexdigest()}" for name, content in files.items()}
            names = [remote.name for remote in real(self)]
            return tuple(Remote(name, (f"{made.url}{name}",), len(files[name]), sums[name]) for name in names)

        monkeypatch.setattr(mnist.Mnist, "remotes", here)
        yield made


def choose_mnist(desk: Desk) -> Downloaded:
    """The small digits of the test server, for LeNet-5, which sees 32 by 32."""
    desk.session.do(desk.session.choose_data("mnist", {"border": 2}))
    dataset = desk.session.data_set
    assert isinstance(dataset, Downloaded)
    return dataset


def answer(name: str, seen: list[str]) -> None:
    """Press a button of the question that opens next, and note what it asked."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog):
            QTimer.singleShot(20, press)
            return
        seen.append(f"{dialog.title.text()} {dialog.body.text()}")
        dialog.buttons[name].click()

    QTimer.singleShot(20, press)


def test_train_asks_downloads_and_then_trains(desk: Desk, server: Server, tmp_path: Path) -> None:
    dataset = choose_mnist(desk)
    asked: list[str] = []
    answer("no", asked)
    desk.press(desk.window.bar.train)
    assert not server.asked and desk.session.state is RunState.IDLE
    assert "Download MNIST?" in asked[0] and "kB come from 127.0.0.1" in asked[0]
    assert str(tmp_path / "data" / "mnist") in asked[0]
    answer("yes", asked)
    desk.press(desk.window.bar.train)
    bar = desk.window.tab.training.downloads.bar  # type: ignore[union-attr]
    assert bar is not None and bar.isVisible() and "Downloading MNIST" in bar.title.text()
    assert not desk.window.training.can_toggle
    desk.wait(lambda: desk.session.running, what="the training")
    assert dataset.missing() == () and desk.window.tab.training.downloads.bar is None  # type: ignore[union-attr]
    desk.window.stop_and_wait()


def test_cancel_is_heard_at_once_and_the_next_time_nobody_is_asked(desk: Desk, server: Server) -> None:
    dataset = choose_mnist(desk)
    server.acts[:] = [hang_after(3000)] * 8
    asked: list[str] = []
    answer("yes", asked)
    desk.press(desk.window.bar.train)
    downloads = desk.window.tab.training.downloads
    assert downloads is not None and downloads.bar is not None
    bar = downloads.bar
    part = dataset.folder() / "train-images-idx3-ubyte.gz.part"
    desk.wait(lambda: "downloading train-images-idx3-ubyte.gz: 3.0 kB of" in bar.sentence.text(), what="3 kB")
    desk.press(bar.cancel_button)
    assert not downloads.busy and desk.window.training.can_toggle
    bar.obtaining.join(5)
    assert part.stat().st_size == 3000
    server.acts.clear()
    server.silence.set()
    QTest.qWait(200)  # the window looks again which commands there are
    desk.press(desk.window.bar.train)  # no question: it was answered
    desk.wait(lambda: desk.session.running or desk.window.tab.banner.isVisible(), 20, what="the training")
    assert not desk.window.tab.banner.isVisible(), desk.window.tab.banner.sentence.full_text
    assert "bytes=3000-" in server.asked
    desk.window.stop_and_wait()
    assert len(asked) == 1


def test_a_download_that_fails_is_said_over_the_drawing(desk: Desk, server: Server) -> None:
    dataset = choose_mnist(desk)
    server.acts[:] = [says(404)]
    answer("yes", [])
    desk.press(desk.window.bar.train)
    desk.wait(desk.window.tab.banner.isVisible, what="the banner")
    assert "answers 404" in desk.window.tab.banner.sentence.text()
    assert str(dataset.folder()) in desk.window.tab.banner.sentence.full_text
    assert "Press Train to go on" in desk.window.tab.banner.remedy.text()
    assert not desk.session.running


def test_closing_the_tab_stops_the_download(desk: Desk, server: Server) -> None:
    choose_mnist(desk)
    server.acts[:] = [hang_after(3000)] * 8
    answer("yes", [])
    desk.press(desk.window.bar.train)
    tab = desk.window.tab
    obtaining = tab.training.downloads.bar.obtaining  # type: ignore[union-attr]
    tab.going.emit()
    assert obtaining.cancelled and not tab.training.fetching
    obtaining.join(5)
    assert obtaining.over and obtaining.failure is None


def test_in_a_terminal_a_line_says_what_comes(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.acts[:] = [cut_after(2000)]
    assert cli.main(["datasets", "--download", "mnist"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "kB to download into" in told.err and "downloading train-images-idx3-ubyte.gz" in told.err
    assert "MNIST is here:" in told.err
    assert server.asked[1] == "bytes=2000-"
    assert len(data_set("mnist").load()) == 40
    assert cli.main(["datasets", "--download", "mnist", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["event"] == "obtained"
    assert len(server.asked) == 5


def test_a_terminal_is_told_why_not(server: Server, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    server.acts[:] = [says(404)]
    assert cli.main(["datasets", "--download", "mnist"]) == 1
    assert "answers 404 (Not Found)" in capsys.readouterr().err
    assert cli.main(["datasets", "--download", "iris"]) == 2
    assert "iris needs no download" in capsys.readouterr().err
    assert cli.main(["datasets", "--download", "mnisd"]) == 2
    assert "Did you mean mnist" in capsys.readouterr().err
    run = ["train", "lenet5", "--data", "mnist", "--set", "border=2", "--run-dir", str(tmp_path / "run")]
    assert cli.main([*run, "--epochs", "1", "--threads", "1"]) == 1
    assert "workbench datasets --download mnist" in capsys.readouterr().err
    QTest.qWait(0)
