"""One's own presets: kept, found again, renamed, handed on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import graphs
import presets
from graphs.edits import SetParameter
from workbench import my_presets


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(my_presets, "folder", lambda: tmp_path / "data" / "presets")
    yield


def test_a_project_is_kept_and_found_by_its_title() -> None:
    project = presets.build("lenet5")
    project.apply(SetParameter(project.network.node("C1").id, "out_channels", 8))
    kept = my_presets.save(project, "  Wide   LeNet ")
    assert [(one.title, one.path) for one in my_presets.listed()] == [("Wide LeNet", kept.path)]
    again = graphs.load(kept.path)
    assert again.network.node("C1").parameters["out_channels"] == 8 and again.recipe == project.recipe
    assert project.title == "LeNet-5"


def test_two_of_one_title_live_beside_each_other() -> None:
    first, second = (my_presets.save(presets.build("lenet5"), "Mine") for _ in range(2))
    assert first.path != second.path and len(my_presets.listed()) == 2


def test_a_chinese_title_is_a_title() -> None:
    assert my_presets.save(presets.build("lenet5"), "我的网络").title == my_presets.listed()[0].title == "我的网络"


def test_rename_and_delete() -> None:
    kept = my_presets.save(presets.build("lenet5"), "Old")
    my_presets.rename(kept.path, "New")
    assert [one.title for one in my_presets.listed()] == ["New"]
    my_presets.delete(kept.path)
    assert my_presets.listed() == ()


@pytest.mark.parametrize("title", ["", "   "])
def test_a_preset_needs_a_name(title: str) -> None:
    with pytest.raises(graphs.DocumentError):
        my_presets.save(presets.build("lenet5"), title)


def test_shared_and_taken_in_elsewhere(tmp_path: Path) -> None:
    kept = my_presets.save(presets.build("lenet5"), "For my class")
    my_presets.share(kept.path, tmp_path / "hand.workbench")
    my_presets.delete(kept.path)
    taken = my_presets.take_in(tmp_path / "hand.workbench")
    assert taken.title == "For my class" and my_presets.listed() == (taken,)


def test_a_damaged_file_hides_nothing_else() -> None:
    my_presets.save(presets.build("lenet5"), "Good")
    (my_presets.folder() / "bad.workbench").write_bytes(b"PK nothing")
    assert [one.title for one in my_presets.listed()] == ["Good"]
    with pytest.raises(graphs.DocumentError):
        my_presets.take_in(my_presets.folder() / "bad.workbench")
