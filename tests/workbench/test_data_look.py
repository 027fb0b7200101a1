"""A look at the data, opened from the recipe: examples, classes, parts, and what is strange."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.workbench.data.own_files import pictures
from tests.workbench.test_recipe_panel import panel
from widgets.controls import Text
from workbench.data_look import Bars, DataLook
from workbench.session import Session

__all__ = ["panel"]


def looked(qtbot, session: Session) -> DataLook:
    """The dialog, once it shows what it found."""
    made = DataLook(session.project, "Data")
    qtbot.addWidget(made)
    made.show()
    for _ in range(500):
        QTest.qWait(20)
        if made.found is not None:
            QTest.qWait(20)
            return made
    raise AssertionError("the data did not come")


def words(dialog: DataLook) -> str:
    """Everything it says."""
    return " | ".join(text.full_text for text in dialog.findChildren(Text))


def test_it_shows_examples_classes_parts_and_scaling(qtbot):
    session = Session()
    session.open_preset("lenet5")
    dialog = looked(qtbot, session)
    said = words(dialog)
    assert "Nothing strange" in said and "1,258 / 270 / 269" in said
    assert "image: " in said and "less its mean" in said
    (bars,) = dialog.findChildren(Bars)
    assert list(bars.counts) == list("0123456789") and sum(map(sum, bars.counts.values())) == 1797
    picture = bars.grab().toImage()
    assert len({picture.pixelColor(x, 9).name() for x in range(160, picture.width() - 140)}) >= 3
    assert "/" in bars.accessibleDescription()


def test_it_names_files_that_were_passed_over_and_what_is_strange(qtbot, tmp_path):
    given = pictures(tmp_path)
    (tmp_path / "cats" / "bad.png").write_bytes(b"no picture")
    session = Session()
    session.open_preset("lenet5")
    session.do(session.choose_data("image_folder", given))
    said = words(looked(qtbot, session))
    assert "bad.png could not be read" in said and "A batch of" in said


@pytest.mark.parametrize("folder", ["", "/nowhere"])
def test_it_says_why_data_cannot_be_had(qtbot, folder):
    session = Session()
    session.open_preset("lenet5")
    session.do(session.choose_data("image_folder", {"folder": folder}))
    said = words(looked(qtbot, session))
    assert "Choose a folder of pictures first" in said if not folder else "holds no pictures" in said


def test_it_opens_from_the_recipe(panel, monkeypatch):
    seen = []
    monkeypatch.setattr(DataLook, "ask", lambda self: seen.append(self.windowTitle()) or "close")
    QTest.mouseClick(panel.look, Qt.MouseButton.LeftButton)
    assert seen == ["Handwritten digits: a look at the data"]
