"""Files and folders dragged onto the window: what a person drops, what is asked, and what comes of it."""

import json

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import graphs
import presets
from tests.workbench.data.own_boxes import coco, yolo
from tests.workbench.data.own_files import flowers, heights, masked, pictures, prices, sounds, story
from workbench.data.guessing import guesses
from workbench.dialogs import Dialog
from workbench.dropping import WhichDialog
from workbench.import_dialog import ImportDialog


def drop(desk, *paths) -> bool:
    """Drag files over the drawing and let go; whether they were taken."""
    over = desk.viewport
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, left = QPoint(60, 60), Qt.MouseButton.LeftButton
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copy, data, left, none)
    QApplication.sendEvent(over, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(over, QDragMoveEvent(place, copy, data, left, none))
    dropped = QDropEvent(QPointF(place), copy, data, left, none)
    QApplication.sendEvent(over, dropped)
    return dropped.isAccepted()


def answering(seen: list, kind: type = Dialog, press: str = "", choose: int | None = None) -> None:
    """When a dialog comes, note what it says, choose one of its lines, and press a button."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if type(dialog) is not kind:
            QTimer.singleShot(20, look)
            return
        seen.append(dialog)
        if isinstance(dialog, WhichDialog):
            seen[-1] = [button.text() for button in dialog.group.buttons()]
            if choose is not None:
                QTest.mouseClick(dialog.group.button(choose), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        elif isinstance(dialog, ImportDialog):
            seen[-1] = (dialog.own.isChecked(), dialog.file.text(), dialog.name.currentText())
        else:
            seen[-1] = f"{dialog.title.full_text} {dialog.body.full_text}"
        if press:
            QTest.mouseClick(dialog.buttons[press], Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(20, look)


def chosen(desk):
    """The data of the project in front."""
    return desk.session.project.recipe.data


def test_a_project_opens_in_a_tab(desk, tmp_path):
    graphs.save(presets.build("lenet5"),
                tmp_path / "mine.workbench")  # fmt: skip
    assert drop(desk, tmp_path / "mine.workbench")
    desk.wait(lambda: len(desk.window.tabs.projects) == 2, 10)
    assert desk.session.path == tmp_path / "mine.workbench"


def test_a_folder_of_pictures_becomes_the_data_at_once_and_undo_takes_it_back(desk, tmp_path):
    pictures(tmp_path / "animals")
    before = desk.document()
    assert drop(desk, tmp_path / "animals")
    desk.wait(lambda: chosen(desk).name == "image_folder", 10)
    assert chosen(desk).parameters == {"folder": str(tmp_path / "animals")}
    assert desk.session.project.network.parameters["classes"] == 2
    assert desk.window.docks.is_shown("recipe")
    desk.session.undo()
    assert desk.document() == before


def test_a_table_that_could_be_several_things_is_asked_about(desk, tmp_path):
    prices(tmp_path)
    seen: list = []
    before = desk.document()
    answering(seen, WhichDialog)  # Escape
    assert drop(desk, tmp_path / "prices.csv")
    desk.wait(lambda: seen, 10)
    QTest.qWait(30)
    assert desk.document() == before
    seen.clear()
    answering(seen, WhichDialog, "use", 2)
    assert drop(desk, tmp_path / "prices.csv")
    desk.wait(lambda: chosen(desk).name == "csv_series", 10)
    assert seen == [["CSV table: a number", "CSV table: a class", "CSV series"]]


def test_tensors_are_weights_or_data_and_weights_that_do_not_fit_say_so(desk, tmp_path):
    from safetensors.numpy import save_file

    save_file({"c1.weight": np.ones((2, 2), np.float32)}, tmp_path / "some.safetensors")
    seen: list = []
    answering(seen, WhichDialog, "use", 0)
    answering(seen, Dialog, "close")
    assert drop(desk, tmp_path / "some.safetensors")
    desk.wait(lambda: len(seen) == 2, 10)
    assert seen[0] == ["Weights to begin with", "File of arrays"]
    assert "No weights were taken over" in seen[1]


def test_what_cannot_be_used_says_what_can(desk, tmp_path):
    (tmp_path / "model.pt").write_bytes(b"x")
    (tmp_path / "strange.xyz").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    before = desk.document()
    for name, sentence in (
        ("model.pt", "safetensors.torch.save_file"),
        ("strange.xyz", "Drop a .workbench project"),
        ("empty", "A folder can be"),
        ("gone.csv", "gone.csv is not there any more"),
    ):
        seen: list = []
        answering(seen, Dialog, "close")
        assert drop(desk, tmp_path / name)
        desk.wait(lambda seen=seen: seen, 10)
        assert sentence in seen[0] and desk.document() == before


def test_python_goes_to_the_import(desk, tmp_path):
    (tmp_path / "net.py").write_text("import torch\n\n\nclass Small(torch.nn.Module):\n    pass\n")
    seen: list = []
    answering(seen, ImportDialog)
    assert drop(desk, tmp_path / "net.py")
    desk.wait(lambda: seen, 10)
    assert seen == [(True, str(tmp_path / "net.py"), "Small")]


def test_several_are_taken_one_after_the_other_and_text_is_left_alone(desk, tmp_path):
    story(tmp_path / "a")
    masked(tmp_path / "b")
    assert drop(desk, tmp_path / "a" / "story.txt", tmp_path / "b")
    desk.wait(lambda: chosen(desk).name == "mask_folder", 10)
    desk.session.undo()
    assert chosen(desk).name == "text_file"
    data = QMimeData()
    data.setText("only words")
    enter = QDragEnterEvent(QPoint(60, 60), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(desk.window, enter)
    assert not enter.isAccepted()


def test_what_a_path_could_be_is_guessed_from_names_and_first_lines(tmp_path):
    """The likeliest comes first; every guess names a data set that then loads."""
    for maker, name in ((coco, "coco"), (yolo, "yolo"), (masked, "masked"), (pictures, "animals"), (sounds, "tones")):
        maker(tmp_path / name)
    flowers(tmp_path / "flowers")
    heights(tmp_path / "flowers")
    np.save(tmp_path / "features.npy", np.ones((5, 3)))
    (tmp_path / "other.json").write_text(json.dumps({"a": 1}))
    found = {
        each: [guess.name for guess in guesses(tmp_path / each)]
        for each in (
            "coco", "coco/annotations.json", "yolo", "masked", "animals", "tones", "flowers", "flowers/flowers.csv",
            "features.npy", "other.json", "animals/cats/tom.png", "tones/high/0.wav",
        )
    }  # fmt: skip
    assert found == {
        "coco": ["coco_boxes"],
        "coco/annotations.json": ["coco_boxes"],
        "yolo": ["yolo_boxes"],
        "masked": ["mask_folder"],
        "animals": ["image_folder"],
        "tones": ["wav_folder"],
        "flowers": ["csv_classes"],
        "flowers/flowers.csv": ["csv_classes"],
        "features.npy": ["arrays_file"],
        "other.json": [],
        "animals/cats/tom.png": ["image_folder"],
        "tones/high/0.wav": ["wav_folder"],
    }
