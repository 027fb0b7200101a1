"""Saving and opening projects: the same bytes again, nothing lost, the old file safe until the new one is complete."""

import dataclasses
import errno
import io
import json
import os
import shutil
import stat
import zipfile
from pathlib import Path

import numpy
import pytest
import safetensors.numpy

import presets
from graphs.archive import write_whole
from graphs.document import DocumentError, from_snapshot, load, save, snapshot, to_json
from graphs.edits import AddNode, Describe, RemoveNode, SetParameter
from graphs.journal import Journal
from graphs.network import Frame, Network, Node, Note, Wire
from graphs.project import Project


@pytest.fixture
def lenet() -> Project:
    project = presets.build("lenet5")
    generator = numpy.random.default_rng(0)
    c1, c5 = project.network.node("C1").id, project.network.node("C5").id
    project.weights[c1, "weight"] = generator.normal(size=(6, 1, 5, 5)).astype("float32")
    project.weights[c1, "bias"] = numpy.zeros(6, "float32")
    project.weights[c5, "weight"] = generator.normal(size=(120, 16, 5, 5)).astype("float32")
    return project


def in_zip(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def test_a_saved_project_opens_as_it_was(lenet: Project, tmp_path: Path) -> None:
    save(lenet, tmp_path / "mine.workbench")

    opened = load(tmp_path / "mine.workbench")

    assert opened.network.nodes == lenet.network.nodes
    assert opened.network.wires == lenet.network.wires
    assert opened.network.parameters == lenet.network.parameters
    assert opened.network.frames == lenet.network.frames
    assert opened.network.notes == lenet.network.notes
    assert (opened.recipe, opened.title, opened.notes, opened.about) == (
        lenet.recipe, lenet.title, lenet.notes, lenet.about,
    )  # fmt: skip
    assert opened.weights.keys() == lenet.weights.keys()
    for key, array in lenet.weights.items():
        assert opened.weights[key].dtype == array.dtype
        numpy.testing.assert_array_equal(opened.weights[key], array)


@pytest.mark.parametrize("name", presets.names())
def test_saving_an_opened_preset_writes_the_same_bytes(name: str, tmp_path: Path) -> None:
    project = presets.build(name)
    save(project, tmp_path / "first.workbench", thumbnail=b"\x89PNG picture")
    save(load(tmp_path / "first.workbench"), tmp_path / "second.workbench")

    assert (tmp_path / "first.workbench").read_bytes() == (tmp_path / "second.workbench").read_bytes()
    assert in_zip(tmp_path / "second.workbench")["thumbnail.png"] == b"\x89PNG picture"


def test_the_files_are_those_a_person_expects(lenet: Project, tmp_path: Path) -> None:
    save(lenet, tmp_path / "mine.workbench")

    files = in_zip(tmp_path / "mine.workbench")

    assert list(files) == [
        "manifest.json", "network.json", "recipe.json", "layout.json", "notes.md", "weights.safetensors",
    ]  # fmt: skip
    manifest = json.loads(files["manifest.json"])
    assert (manifest["format"], manifest["version"], manifest["title"]) == ("workbench", 1, "LeNet-5")
    assert b"position" not in files["network.json"]
    assert b'{"id": 2, "type": "Conv2d", "name": "C1"' in files["network.json"]  # a line per node diffs well
    assert {name: files[name] for name in to_json(lenet)} == to_json(lenet)


def test_chinese_stays_readable_in_the_file() -> None:
    network = Network()
    network.put_node(Node(1, "Input", "image", title="图像"))
    assert "图像".encode() in to_json(Project(network, title="我的网络"))["network.json"]


def test_safetensors_reads_our_weights_and_we_read_theirs(lenet: Project, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    save(lenet, folder)
    theirs = safetensors.numpy.load_file(folder / "weights.safetensors")
    assert sorted(theirs) == ["C1.bias", "C1.weight", "C5.weight"]

    theirs["C1.bias"] = numpy.full(6, 2.5, "float32")
    theirs["F6.steps"] = numpy.array(7, "int64")
    safetensors.numpy.save_file(theirs, folder / "weights.safetensors", {"format": "pt"})

    opened = load(folder)
    assert opened.weights[opened.network.node("C1").id, "bias"].tolist() == [2.5] * 6
    assert opened.weights[opened.network.node("F6").id, "steps"].shape == ()


def test_a_folder_and_a_zip_hold_the_same_project(lenet: Project, tmp_path: Path) -> None:
    save(lenet, tmp_path / "mine.workbench")
    with zipfile.ZipFile(tmp_path / "mine.workbench") as pack:
        pack.extractall(tmp_path / "folder")
    (tmp_path / "folder" / "README.md").write_text("mine")

    save(load(tmp_path / "folder"), tmp_path / "again.workbench")

    assert (tmp_path / "again.workbench").read_bytes() == (tmp_path / "mine.workbench").read_bytes()


def test_saving_into_a_folder_leaves_other_files_and_takes_away_old_weights(lenet: Project, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    save(lenet, tmp_path)
    written = (tmp_path / "recipe.json").stat().st_mtime_ns
    lenet.weights.clear()
    lenet.apply(Describe(notes="# Later"))
    save(lenet, tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "README.md", "layout.json", "manifest.json", "network.json", "notes.md", "recipe.json",
    ]  # fmt: skip
    assert (tmp_path / "recipe.json").stat().st_mtime_ns == written  # what did not change is not written
    assert load(tmp_path).notes == "# Later"


def test_what_a_newer_program_wrote_is_kept(lenet: Project, tmp_path: Path) -> None:
    save(lenet, tmp_path)
    for name, change in {
        "manifest.json": lambda data: data.update(colour="blue") or data["about"].update(licence="CC0"),
        "network.json": lambda data: (
            data.update(harbours=[{"name": "residual"}]),
            data["nodes"][3].update(repeat=3, type="Conv9d", parameters={"dial": {"deep": [1, {"x": None}]}}),
        ),
        "layout.json": lambda data: data.update(camera={"zoom": 2}),
    }.items():
        data = json.loads((tmp_path / name).read_text("utf-8"))
        change(data)
        (tmp_path / name).write_text(json.dumps(data), "utf-8")
    (tmp_path / "lesson.json").write_text('{"steps": []}')
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cats.csv").write_bytes(b"1,2\n")

    opened = load(tmp_path)
    save(opened, tmp_path / "kept.workbench")
    files = in_zip(tmp_path / "kept.workbench")

    assert json.loads(files["manifest.json"])["colour"] == "blue"
    assert json.loads(files["manifest.json"])["about"]["licence"] == "CC0"
    network = json.loads(files["network.json"])
    assert network["harbours"] == [{"name": "residual"}]
    assert network["nodes"][3]["repeat"] == 3
    assert network["nodes"][3]["parameters"] == {"dial": {"deep": [1, {"x": None}]}}
    assert json.loads(files["layout.json"])["camera"] == {"zoom": 2}
    assert (files["lesson.json"], files["data/cats.csv"]) == (b'{"steps": []}', b"1,2\n")
    assert opened.network.layer_class(opened.network.nodes[3].id) is None
    again = load(tmp_path / "kept.workbench")
    assert to_json(again) == to_json(opened)


def test_ids_are_not_given_again_after_saving() -> None:
    project = Project()
    project.network.add("Input", name="image")
    project.apply(AddNode(Node(2, "ReLU", "relu")))
    project.apply(RemoveNode(2))

    assert from_snapshot(snapshot(project)).network.next_id == 2  # an undo leaves a snapshot as it was
    assert json.loads(to_json(project)["manifest.json"])["next_id"] == 3


def test_weights_of_nodes_that_are_gone_or_have_changed_are_not_saved(lenet: Project, tmp_path: Path) -> None:
    lenet.apply(SetParameter(lenet.network.node("C5").id, "out_channels", 2))
    lenet.apply(RemoveNode(lenet.network.node("C1").id))
    lenet.weights[lenet.network.node("F6").id, "bias"] = numpy.zeros(84, "float32")

    save(lenet, tmp_path / "mine.workbench")

    # C5 waits for its input now, so what it held may fit again; F6 waits too.
    assert {key for _, key in load(tmp_path / "mine.workbench").weights} == {"weight", "bias"}
    assert lenet.network.node("C5").id in {node for node, _ in load(tmp_path / "mine.workbench").weights}

    fresh = presets.build("lenet5")
    c5 = fresh.network.node("C5").id
    fresh.weights[c5, "weight"] = numpy.zeros((120, 16, 5, 5), "float32")
    fresh.apply(SetParameter(c5, "out_channels", 2))
    save(fresh, tmp_path / "mine.workbench")
    assert load(tmp_path / "mine.workbench").weights == {}


def test_a_snapshot_is_one_text_that_makes_the_project_again(lenet: Project) -> None:
    text = snapshot(lenet)
    again = from_snapshot(text)
    assert snapshot(again) == text
    assert again.network.nodes == lenet.network.nodes
    assert again.weights == {}
    with pytest.raises(DocumentError, match="not a snapshot"):
        from_snapshot(b"[]")


def test_numbers_that_json_cannot_hold_are_named_when_saving(lenet: Project, tmp_path: Path) -> None:
    lenet.apply(SetParameter(lenet.network.node("C1").id, "padding", float("nan")))
    with pytest.raises(DocumentError, match="network.json cannot be written"):
        save(lenet, tmp_path / "mine.workbench")
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_the_old_file_and_no_litter(
    lenet: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.workbench"
    save(lenet, path)
    before = path.read_bytes()
    lenet.apply(Describe(title="Another"))

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match=r"mine\.workbench could not be saved: the disk is full\. The old file"):
        save(lenet, path)

    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["mine.workbench"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_device_without_space_says_so(tmp_path: Path) -> None:
    def fill(file: io.BufferedWriter) -> None:
        with open("/dev/full", "wb", buffering=0) as device:
            device.write(b"x")

    with pytest.raises(DocumentError, match="the disk is full"):
        write_whole(tmp_path / "x", fill)
    assert not list(tmp_path.iterdir())


def test_an_error_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")

    def fill(file: io.BufferedWriter) -> None:
        file.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(tmp_path / "x", fill)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("x", b"old")]


def test_saving_where_there_is_no_folder_says_so(lenet: Project, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no folder"):
        save(lenet, tmp_path / "nowhere" / "mine.workbench")


@pytest.mark.skipif(os.name != "posix", reason="permissions of files as POSIX has them")
def test_saving_keeps_permissions_and_follows_links(lenet: Project, tmp_path: Path) -> None:
    real, link = tmp_path / "real.workbench", tmp_path / "link.workbench"
    save(lenet, real)
    real.chmod(0o640)
    link.symlink_to(real)

    lenet.apply(Describe(title="Through the link"))
    save(lenet, link)

    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert load(real).title == "Through the link"


def test_the_journal_offers_what_was_not_saved(lenet: Project, tmp_path: Path) -> None:
    path = tmp_path / "mine.workbench"
    save(lenet, path)
    journal = Journal(path)
    assert journal.offer() is None

    lenet.apply(SetParameter(lenet.network.node("C1").id, "out_channels", 8))
    journal.write(lenet)
    offered = journal.offer()

    assert (tmp_path / ".mine.workbench.autosave").is_file()
    assert offered is not None and snapshot(offered) == snapshot(lenet)
    assert offered.weights.keys() == lenet.weights.keys()
    journal.discard()
    assert journal.offer() is None


def test_the_journal_is_silent_where_the_file_is_newer_or_says_the_same(lenet: Project, tmp_path: Path) -> None:
    path = tmp_path / "mine.workbench"
    save(lenet, path)
    journal = Journal(path)
    journal.write(lenet)
    assert journal.offer() is None

    lenet.apply(Describe(title="Later"))
    journal.write(lenet)
    save(renamed(lenet, "Still later"), path)
    late = journal.file.stat().st_mtime + 10
    os.utime(path, (late, late))
    assert journal.offer() is None


def renamed(project: Project, title: str) -> Project:
    other = project.copy()
    other.title = title
    return other


def test_the_journal_serves_a_project_that_was_never_saved(lenet: Project, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "untitled.workbench")
    journal.write(lenet)
    offered = journal.offer()
    assert offered is not None and snapshot(offered) == snapshot(lenet)


def test_a_damaged_journal_says_so(lenet: Project, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "mine.workbench")
    journal.write(lenet)
    journal.file.write_bytes(journal.file.read_bytes()[:500])
    with pytest.raises(DocumentError, match="is not JSON"):
        journal.offer()


def test_frames_notes_and_wires_that_share_a_port_come_back(tmp_path: Path) -> None:
    network = Network()
    a, b, c = (network.add("Input", name=name, shape=(4,)) for name in "abc")
    joined = network.add("Concat", [c, a, b], name="joined")
    network.put_frame(Frame(9, "Inputs", (a.node, b.node, c.node), 3))
    network.put_note(Note(12, "Order matters.", (1.5, -24.0), (100.0, 50.0)))
    save(Project(network), tmp_path / "x.workbench")

    opened = load(tmp_path / "x.workbench").network

    assert [wire.source for wire in opened.wires_into(joined.node)] == [c.node, a.node, b.node]
    assert opened.frames == network.frames
    assert opened.notes == network.notes
    assert opened.next_id == 13
    assert Wire(c.node, "y", joined.node, opened.wires[0].target_port, 0) in opened.wires


def test_a_copied_folder_is_the_same_project(lenet: Project, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    save(lenet, tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    assert snapshot(load(tmp_path / "two")) == snapshot(lenet)
    assert dataclasses.asdict(load(tmp_path / "two").about) == dataclasses.asdict(lenet.about)


def test_a_project_without_a_layout_is_arranged(lenet: Project, tmp_path: Path) -> None:
    save(lenet, tmp_path)
    (tmp_path / "layout.json").unlink()
    opened = load(tmp_path)
    assert len({node.position for node in opened.network}) == len(opened.network)
    assert to_json(opened)["network.json"] == to_json(lenet)["network.json"]
