"""Code of somebody's own: what is shown before it runs, that No is the default, and importing in the window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import graphs
from workbench import foreign_code
from workbench.engine.events import RunFailed, RunFinished
from workbench.import_dialog import ImportDialog
from workbench.session import RunState
from workbench.trusting import TrustDialog

OWN = "tests.graphs.importing.modules.Noisy"


def project() -> graphs.Project:
    """A network with a module of somebody's own, ready to be trained."""
    network = graphs.Network()
    pixels = network.add("Input", name="pixels", field="pixels", shape=(1024,))
    label = network.add("Input", name="label", field="label", kind="index")
    given = {"target": OWN, "arguments": '{"size": 1024}', "gives": "1024", "parameters": 1024 * 1025}
    scores = network.add("PythonModule", pixels, name="own", **given)
    network.add("CrossEntropyLoss", scores, label, name="loss")
    made = graphs.Project(network, title="With code of its own")
    made.recipe = made.recipe.model_copy(update={"epochs": 1})
    return made


def test_the_class_is_found_without_being_imported() -> None:
    code = foreign_code.find(OWN)
    assert code.path is not None and code.path.parts[-2:] == ("importing", "modules.py")
    assert code.source.startswith("class Noisy(nn.Module):")
    assert foreign_code.find("nowhere_at_all.Net") == foreign_code.Code("nowhere_at_all.Net")
    words = f"import sys; from workbench.foreign_code import find; find({OWN!r}); sys.exit('tests' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0


def answering(seen: list[TrustDialog], key: Qt.Key | None) -> None:
    """Look at the question when it is there, and answer it: with a key, or with the button that runs the code."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, TrustDialog):
            QTimer.singleShot(50, look)
            return
        seen.append(dialog)
        assert dialog.code.toPlainText().startswith("class Noisy")
        assert dialog.buttons["no"].isDefault() and not dialog.buttons["yes"].isDefault()
        if key is not None:
            QTest.keyClick(dialog, key)
        else:
            QTest.mouseClick(dialog.buttons["yes"], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, look)


def test_train_asks_first_and_no_is_the_default(desk, tmp_path: Path) -> None:
    path = tmp_path / "own.workbench"
    graphs.save(project(), path)
    desk.window.files.open(path)
    seen: list[TrustDialog] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        answering(seen, key)
        desk.press(desk.window.bar.train)
        assert desk.session.state is RunState.IDLE and not desk.window.training.waiting
    assert len(seen) == 2
    answering(seen, None)
    desk.press(desk.window.bar.train)
    desk.wait(lambda: desk.count(RunFinished) or desk.count(RunFailed), 120, "the end of the training")
    assert desk.count(RunFinished)
    assert len(seen) == 3 and desk.session.project.trusted
    desk.session.save()
    assert not graphs.load(path).trusted


def test_a_run_of_code_of_its_own_goes_on_when_trusted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from workbench.cli import main

    graphs.save(project(), tmp_path / "own.workbench")
    run = ["--run-dir", str(tmp_path / "run")]
    assert main(["train", str(tmp_path / "own.workbench"), *run, "--epochs", "1", "--trust", "--json"]) == 0
    assert main(["train", "--resume", str(tmp_path / "run"), "--json"]) == 1
    assert "It runs only when you say that you trust it" in "".join(capsys.readouterr())
    assert main(["train", "--resume", str(tmp_path / "run"), "--trust", "--json"]) == 0


def test_models_of_torchvision_are_listed_without_torch() -> None:
    names = {model.name: model for model in foreign_code.torchvision_models()}
    assert {"resnet50", "vit_b_16", "swin_v2_t", "maxvit_t", "deeplabv3_resnet50"} <= set(names)
    assert names["resnet50"].what == "torchvision.models:resnet50"
    assert "weights_backbone" in names["fcn_resnet50"].arguments


def test_a_class_of_a_file_is_imported_after_a_yes(desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    file = tmp_path / "mine.py"
    file.write_text(
        "from torch import nn\n\nclass Odd(nn.Module):\n    def forward(self, x):\n"
        "        return x if x.sum() > 0 else -x\n\n\n"
        "class Net(nn.Module):\n    def __init__(self, size):\n        super().__init__()\n"
        "        self.linear, self.odd = nn.Linear(size, 3), Odd()\n\n    def forward(self, x):\n"
        "        return self.odd(self.linear(x).relu())\n",
        encoding="utf-8",
    )
    before = len(desk.window.tabs)

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        QTest.mouseClick(dialog.own, Qt.MouseButton.LeftButton)
        dialog.own.setChecked(True)
        dialog.file.setText(str(file))
        assert [dialog.name.itemText(row) for row in range(2)] == ["Odd", "Net"]
        dialog.name.setCurrentText("Net")
        dialog.given.setText('{"size": 4}')
        dialog.shape.setText("4")
        QTimer.singleShot(0, agree)
        QTest.mouseClick(dialog.buttons["import"], Qt.MouseButton.LeftButton)
        assert not dialog.buttons["import"].isEnabled()

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TrustDialog) and "class Net" in dialog.code.toPlainText()
        QTest.mouseClick(dialog.buttons["yes"], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, fill)
    desk.window.actions_table["import_module"].trigger()
    assert len(desk.window.tabs) == before + 1
    assert {"x", "linear", "relu", "odd", "output"} == desk.names()
    (odd,) = foreign_code.code_of(desk.session.project)
    assert (odd.name, odd.path) == ("mine.Odd", file)
    assert desk.session.path is None and desk.session.project.weights
