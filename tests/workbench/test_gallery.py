"""The gallery as a person uses it: look, search, follow the lineage, keep and share presets of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import graphs
import presets
from graphs.edits import SetParameter
from graphs.project import Project
from presets.lineage import LINES, lineage, steps
from tests.workbench.desk import Desk
from widgets import theme
from workbench import gallery_cards, my_presets
from workbench.gallery import LINEAGE, Gallery
from workbench.gallery_cards import OWN
from workbench.gallery_lineage import LineageView

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(my_presets, "folder", lambda: tmp_path / "own")
    monkeypatch.setattr("workbench.gallery.shipped_stamp", lambda: f"{tmp_path}")


@pytest.fixture
def gallery(qapp: object, _own: None) -> Iterator[Gallery]:
    theme.apply(qapp, theme.LIGHT)  # type: ignore[arg-type]
    made = Gallery(None, wide(), "Wide")
    made.show()
    QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()


def wide() -> Project:
    project = presets.build("lenet5")
    project.apply(SetParameter(project.network.node("C1").id, "out_channels", 8))
    return project


def when_asked(act: Callable[[Any], object], above: object = None) -> None:
    """Do something as soon as a further dialog is open."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is above:
            QTimer.singleShot(20, later)
        else:
            act(dialog)

    QTimer.singleShot(0, later)


def wait(until: Callable[[], object]) -> None:
    for _ in range(1500):
        if until():
            return
        QTest.qWait(20)
    raise AssertionError("it did not happen")


def test_thumbnails_come_after_the_first_picture_and_are_kept(
    gallery: Gallery, _own: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(gallery.search, "lenet")
    wait(lambda: gallery.cards.picture_of("lenet5"))
    picture = gallery.cards.picture_of("lenet5")
    assert picture is not None and picture.text("parameters") == "61706"
    gallery.close()

    drawn: list[str] = []
    monkeypatch.setattr(gallery_cards, "draw", lambda card: drawn.append(card.key) or picture)
    again = Gallery()
    QTest.keyClicks(again.search, "lenet")
    assert again.cards.picture_of("lenet5") is None  # nothing is read before it is shown
    again.show()
    wait(lambda: again.cards.picture_of("lenet5"))
    assert "lenet5" not in drawn
    again.close()


def test_a_family_shows_its_presets(gallery: Gallery) -> None:
    everything = gallery.shown
    assert everything == presets.names()
    years = [presets.info(name).year for name in everything]
    assert years == sorted(years)  # the oldest first, in every family
    family = presets.info("lenet5").family
    gallery.go_to(family)
    assert gallery.shown == [name for name in presets.names() if presets.info(name).family == family]
    QTest.keyClicks(gallery.search, "1998")
    assert gallery.shown == ["lenet5", "lenet5_1998"]


def test_keys_alone_open_a_preset(gallery: Gallery) -> None:
    QTest.keyClicks(gallery.search, "digit")
    first, second = gallery.shown[:2]
    QTest.keyClick(gallery.search, Qt.Key.Key_Down)
    assert gallery.cards.hasFocus() and gallery.cards.card is not None and gallery.cards.card.key == first
    QTest.keyClick(gallery.cards, Qt.Key.Key_Right)
    QTest.keyClick(gallery.cards, Qt.Key.Key_Return)
    assert gallery.chosen == second and not gallery.isVisible()


def test_the_full_size_can_be_chosen(gallery: Gallery) -> None:
    QTest.keyClicks(gallery.search, "1998")
    QTest.keyClick(gallery.sizes, Qt.Key.Key_Down)
    QTest.mouseClick(gallery.open_button, CLICK)
    assert (gallery.chosen, gallery.size_chosen) == ("lenet5", "full")


def test_the_lineage_opens_a_station_and_says_what_was_new(gallery: Gallery) -> None:
    gallery.go_to(LINEAGE)
    station = gallery.lineage.stations["alexnet"]
    name = station.step.preset
    assert station.accessibleName() == f"{presets.info(name).title}, 2012, new: ReLU, dropout, GPUs"
    QTest.mouseClick(station, CLICK)
    assert gallery.current is not None and gallery.current.key == name and gallery.open_button.isEnabled()
    QTest.keyClick(station, Qt.Key.Key_Return)
    assert gallery.chosen == name


def test_a_later_step_of_the_lineage_stands_in_its_place_and_says_so(qapp: object) -> None:
    view = LineageView({"Images": steps(LINES["Images"], {"lenet5": ("A14",)})})
    opened: list[str] = []
    view.opened.connect(opened.append)
    view.show()
    assert list(view.stations) == [station.name for station in LINES["Images"]]
    later = view.stations["vgg"]
    assert later.accessibleName() == "VGG, 2014, new: only small filters, much deeper, no preset yet"
    QTest.mouseClick(later, CLICK)
    QTest.mouseDClick(later, CLICK)
    QTest.keyClick(later, Qt.Key.Key_Return)
    assert opened == [] and view.current == "lenet5" and not later.isChecked()
    view.close()


def test_stations_do_not_overlap_and_arrows_go_to_the_right(gallery: Gallery) -> None:
    places = {name: station.geometry() for name, station in gallery.lineage.stations.items()}
    boxes = list(places.values())
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    every = [step for line in lineage().values() for step in line if step.parent]
    assert all(places[step.parent].right() < places[step.name].left() for step in every)


def test_searching_in_the_lineage_searches_everywhere(gallery: Gallery) -> None:
    gallery.go_to(LINEAGE)
    QTest.keyClicks(gallery.search, "1998")
    assert gallery.shown == ["lenet5", "lenet5_1998"] and gallery.cards.isVisible()


def test_the_open_project_is_kept_renamed_and_deleted(gallery: Gallery) -> None:
    gallery.go_to(OWN)
    assert gallery.empty.isVisible() and gallery.shown == [] and not gallery.rename_button.isEnabled()

    def name_it(dialog: Any) -> None:
        QTest.keyClicks(dialog.name, "Mine")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    when_asked(name_it, gallery)
    QTest.mouseClick(gallery.keep_button, CLICK)
    assert [one.title for one in my_presets.listed()] == ["Mine"] and len(gallery.shown) == 1

    when_asked(lambda dialog: (QTest.keyClicks(dialog.name, "Ours"), QTest.keyClick(dialog.name, Qt.Key.Key_Return)), gallery)  # fmt: skip  # noqa: E501
    QTest.mouseClick(gallery.rename_button, CLICK)
    assert [one.title for one in my_presets.listed()] == ["Ours"]

    when_asked(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return), gallery)
    QTest.mouseClick(gallery.delete_button, CLICK)
    assert len(my_presets.listed()) == 1  # Enter keeps it
    when_asked(lambda dialog: QTest.mouseClick(dialog.buttons["delete"], CLICK), gallery)
    QTest.mouseClick(gallery.delete_button, CLICK)
    assert my_presets.listed() == () and gallery.empty.isVisible()


def test_a_preset_is_handed_on(gallery: Gallery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = my_presets.save(wide(), "For my class")
    gallery._refill()
    gallery.go_to(OWN)
    target = tmp_path / "hand"
    monkeypatch.setattr("workbench.gallery.QFileDialog.getSaveFileName", lambda *given: (str(target), ""))
    QTest.mouseClick(gallery.share_button, CLICK)
    assert graphs.load(tmp_path / "hand.workbench").title == "For my class"
    my_presets.delete(kept.path)
    monkeypatch.setattr(
        "workbench.gallery.QFileDialog.getOpenFileName", lambda *given: (str(tmp_path / "hand.workbench"), "")
    )
    QTest.mouseClick(gallery.add_button, CLICK)
    assert [one.title for one in my_presets.listed()] == ["For my class"] and len(gallery.shown) == 1


def test_what_cannot_be_read_is_told(gallery: Gallery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "bad.workbench"
    bad.write_bytes(b"not a zip")
    monkeypatch.setattr("workbench.gallery.QFileDialog.getOpenFileName", lambda *given: (str(bad), ""))
    gallery.go_to(OWN)
    heard: list[str] = []
    when_asked(lambda dialog: (heard.append(dialog.body.full_text), dialog.reject()), gallery)
    QTest.mouseClick(gallery.add_button, CLICK)
    assert "bad.workbench" in heard[0] and my_presets.listed() == ()


def test_every_button_teaches(gallery: Gallery) -> None:
    buttons = (
        gallery.keep_button, gallery.add_button, gallery.rename_button, gallery.share_button, gallery.delete_button,
    )  # fmt: skip
    assert all(button.toolTip() and button.text() for button in buttons)
    for widget in (gallery.sections, gallery.cards, gallery.search, gallery.sizes, gallery.lineage):
        assert widget.accessibleName()


def test_ones_own_preset_opens_as_a_new_project(_own: None, desk: Desk) -> None:
    my_presets.save(wide(), "Wide")

    def open_it(dialog: Any) -> None:
        dialog.go_to(OWN)
        QTest.mouseClick(dialog.open_button, CLICK)

    when_asked(open_it)
    desk.window.actions_table["presets"].trigger()
    assert desk.session.title == "Wide" and desk.session.path is None and desk.session.is_clean
    assert desk.session.project.network.node("C1").parameters["out_channels"] == 8
