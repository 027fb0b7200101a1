"""Files that are damaged, foreign or hostile: one clear sentence each, and never half a project."""

import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import presets
from graphs import archive, weights
from graphs.diagnosis import diagnose
from graphs.document import DocumentError, from_snapshot, load, save, snapshot
from graphs.network import Network, Node
from graphs.planning import plan
from graphs.project import Project

JSON = dict[str, Any]


def small() -> Project:
    network = Network()
    x = network.add("Input", name="x", shape=(4,))
    h = network.add("Linear", x, name="h", out_features=3)
    network.add("Output", network.add("ReLU", h, name="r"), name="y")
    project = Project(network)
    project.weights[h.node, "weight"] = numpy.ones((3, 4), "float32")
    return project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mine"
    place.mkdir()
    save(small(), place)
    return place


def sentence(path: Path) -> str:
    """Open what cannot be opened and return what is said about it."""
    with pytest.raises(DocumentError) as caught:
        load(path)
    text = str(caught.value.message)
    assert text.endswith((".", "”")) and "{" not in text and "!" not in text
    assert "Traceback" not in text and len(text) < 400
    return text


def change(file: Path, how: Callable[[JSON], object]) -> None:
    data = json.loads(file.read_text("utf-8"))
    how(data)
    file.write_text(json.dumps(data), "utf-8")


def zipped(members: dict[str, bytes], path: Path, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as pack:
        for name, content in members.items():
            pack.writestr(name, content)
    return path


def members(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


# ---------------------------------------------------------------------- the file as a whole


def test_no_such_file(tmp_path: Path) -> None:
    assert sentence(tmp_path / "gone.workbench").startswith("There is no file gone.workbench.")


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "mine.workbench").write_bytes(b"")
    assert "is empty" in sentence(tmp_path / "mine.workbench")


def test_not_a_zip(tmp_path: Path) -> None:
    (tmp_path / "mine.workbench").write_text("These are my notes. " * 100)
    assert "is not a zip" in sentence(tmp_path / "mine.workbench")


def test_another_zip(tmp_path: Path) -> None:
    assert "manifest.json is missing" in sentence(zipped({"word/document.xml": b"<w/>"}, tmp_path / "letter.docx"))


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "manifest.json is missing" in sentence(tmp_path)


@pytest.mark.parametrize("name", ["manifest.json", "network.json", "recipe.json"])
def test_a_missing_member(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert f"{name} is missing" in sentence(folder)


def test_truncated_anywhere(tmp_path: Path) -> None:
    save(small(), tmp_path / "whole.workbench")
    whole = (tmp_path / "whole.workbench").read_bytes()
    for length in range(0, len(whole) - 1, max(1, len(whole) // 150)):
        (tmp_path / "part.workbench").write_bytes(whole[:length])
        assert any(words in sentence(tmp_path / "part.workbench") for words in ("damaged", "empty", "not a zip"))


def opens_or_says_why(path: Path) -> None:
    """Every file is a project that can be planned and saved, or one sentence."""
    try:
        project = load(path)
    except DocumentError as error:
        assert str(error.message)
    else:
        plan(project.network)
        assert from_snapshot(snapshot(project)).network.nodes == project.network.nodes


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=6))
def test_flipped_bytes_in_a_zip(tmp_path_factory: pytest.TempPathFactory, flips: list[tuple[int, int]]) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped.workbench"
    save(small(), path)
    content = bytearray(path.read_bytes())
    for place, value in flips:
        content[place % len(content)] = value
    path.write_bytes(content)
    opens_or_says_why(path)


@given(
    st.sampled_from(["manifest.json", "network.json", "recipe.json", "layout.json", "notes.md", "weights.safetensors"]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=3),
)
def test_flipped_bytes_in_a_member(
    tmp_path_factory: pytest.TempPathFactory, name: str, flips: list[tuple[int, int]]
) -> None:
    # In a folder no checksum is in the way, so these reach the readers themselves.
    place = tmp_path_factory.getbasetemp() / "flipped"
    place.mkdir(exist_ok=True)
    save(small(), place)
    content = bytearray((place / name).read_bytes() or b"?")
    for at, value in flips:
        content[at % len(content)] = value
    (place / name).write_bytes(content)
    opens_or_says_why(place)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**40), 2**40)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["=2*h", "=1/0", "Linear", "Flatten", "Reshape"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in inner for place in _places(item, (*path, key)))]


@given(st.sampled_from(["manifest.json", "network.json", "recipe.json", "layout.json"]), st.data())
def test_any_value_at_any_place(tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject) -> None:
    place = tmp_path_factory.getbasetemp() / "values"
    place.mkdir(exist_ok=True)
    save(small(), place)
    content = json.loads((place / name).read_bytes())
    path = data.draw(st.sampled_from(_places(content)))
    value = data.draw(json_values)
    if path:
        owner = content
        for key in path[:-1]:
            owner = owner[key]
        owner[path[-1]] = value
    else:
        content = value
    (place / name).write_text(json.dumps(content), "utf-8")
    opens_or_says_why(place)


# ---------------------------------------------------------------------- what stands in it


def test_a_newer_format(folder: Path) -> None:
    change(folder / "manifest.json", lambda data: data.update(version=99, format_of_the_future=True))
    (folder / "network.json").write_text('{"all": "different"}')
    assert sentence(folder) == "A newer Workbench wrote this project (format 99, here up to 1). Update Workbench."


def test_another_format(folder: Path) -> None:
    change(folder / "manifest.json", lambda data: data.update(format="notebook"))
    assert "“notebook”" in sentence(folder)


def test_not_json(folder: Path) -> None:
    (folder / "network.json").write_text('{\n  "nodes": [\n    {"id": 1,,}\n  ]\n}')
    assert sentence(folder).startswith("network.json is not JSON: line 3, column 14 is wrong.")


def test_not_utf8(folder: Path) -> None:
    (folder / "network.json").write_bytes("{}".encode("utf-16"))
    assert "network.json is not UTF-8 text" in sentence(folder)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lambda n: n["nodes"][2].update(name=5), "network.json: node 3: name should be a text, not a number."),
        (lambda n: n["nodes"][0].update(id="1"), "network.json: node 1: id should be a whole number, not a text."),
        (lambda n: n["nodes"][0].update(id=0), "network.json: node 1: id should be ≥ 1, not 0."),
        (lambda n: n["nodes"][0].update(frozen=1), "node 1: frozen should be true or false, not a number."),
        (lambda n: n["nodes"][1].pop("type"), "network.json: node 2: type is missing. Add it"),
        (lambda n: n["nodes"][1].update(parameters=[1]), "should be an object in curly brackets, not a list."),
        (lambda n: n.pop("nodes"), "network.json: nodes is missing."),
        (lambda n: n.update(wires={"a": 1}), "network.json: wires should be a list, not an object in curly brackets."),
        (lambda n: n["parameters"].update(classes="ten"), "network.json: parameters: classes"),
        (lambda n: n["nodes"][1].update(id=1), "node 2: Its id 1 belongs to another node already."),
        (lambda n: n["nodes"][1].update(name="x"), "node 2: There is already a node called x."),
        (lambda n: n["nodes"][1].update(name="import"), "node 2: “import” means something to Python or PyTorch."),
        (lambda n: n["nodes"][1].update(name="state_dict"), "“state_dict” means something to Python or PyTorch."),
        (lambda n: n["nodes"][1].update(name="a.b"), "A name has letters, digits, _ and -"),
        (lambda n: n["nodes"][1].update(name="卷积"), "A name has letters, digits, _ and -"),
        (lambda n: n["wires"][0].update(target=[77, "x"]), "There is no node 77 in this network."),
        (lambda n: n["wires"].append(n["wires"][0]), "already has a wire from"),
        (lambda n: n["wires"].append({"source": [3, "y"], "target": [2, "x"]}), "already has a wire from x."),
        (lambda n: n["wires"][0].update(source=[3, "y"]), "The wires go in a circle: "),
        (lambda n: n["wires"][1].update(source=[3, "y"]), "The wires go in a circle: r → r."),
    ],
)  # fmt: skip
def test_what_a_network_cannot_be(folder: Path, how: Callable[[JSON], object], said: str) -> None:
    change(folder / "network.json", how)
    assert said in sentence(folder)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lambda r: r.update(epochs=0), "recipe.json: epochs should be ≥ 1, not 0."),
        (lambda r: r.update(epochs="many"), "recipe.json: epochs should be a whole number, not a text."),
        (lambda r: r.pop("data"), "recipe.json: data is missing."),
        (lambda r: r.update(tempo=3), "recipe.json: this program does not know tempo."),
        (lambda r: r["players"][0]["optimizer"].update(type="Lion"), "recipe.json: player 1: optimizer"),
        (lambda r: r["data"].update(split=[1, 1, 1]), "recipe.json: data"),
    ],
)
def test_what_a_recipe_cannot_be(folder: Path, how: Callable[[JSON], object], said: str) -> None:
    change(folder / "recipe.json", how)
    assert said in sentence(folder)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lambda n: n["wires"][0].update(target=[2, "side"]), "h has no input called side."),
        (lambda n: n["wires"][0].update(source=[1, "side"]), "x has no output called side."),
    ],
)
def test_a_wire_at_a_port_that_has_gone_is_kept_and_told(
    folder: Path, how: Callable[[JSON], object], said: str
) -> None:
    """A layer may have become another type before the project was saved: it still has to open."""
    change(folder / "network.json", how)
    project = load(folder)
    found = diagnose(project.network)[0]
    assert found.text == said
    project.apply(found.fixes[0].edit)
    assert said not in [one.text for one in diagnose(project.network)]


def test_frames_with_one_id(folder: Path) -> None:
    frame = {"id": 9, "title": "A", "nodes": [1]}
    change(folder / "layout.json", lambda data: data.update(frames=[frame, frame]))
    assert "have the same id" in sentence(folder)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 40, "9" * 10_000])
def test_numbers_that_are_none(folder: Path, number: str) -> None:
    (folder / "layout.json").write_text(f'{{"positions": {{"1": [0, {number}]}}}}')
    assert "layout.json" in sentence(folder)


@pytest.mark.parametrize("deep", [100, 1_000, 200_000])
def test_absurd_nesting(folder: Path, deep: int) -> None:
    (folder / "network.json").write_text("[" * deep + "]" * deep)
    assert "brackets inside brackets" in sentence(folder)
    (folder / "network.json").write_text('{"a":' * deep + "1" + "}" * deep)
    assert "brackets inside brackets" in sentence(folder)


def test_a_key_that_stands_twice(folder: Path) -> None:
    (folder / "network.json").write_text('{"nodes": [], "wires": [], "nodes": []}')
    assert "“nodes” stands twice" in sentence(folder)


def test_half_a_character(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"format": "workbench", "version": 1, "title": "\\ud83d"}')
    assert "half a character" in sentence(folder)


def test_thousands_of_nodes_open_quickly_and_a_long_circle_is_found(folder: Path) -> None:
    count = 3000
    nodes = [{"id": n, "type": "ReLU", "name": f"n{n}"} for n in range(1, count + 1)]
    wires = [{"source": [n, "y"], "target": [n + 1, "x"]} for n in range(1, count)]
    (folder / "network.json").write_text(json.dumps({"nodes": nodes, "wires": wires}))
    assert len(load(folder).network) == count

    wires.append({"source": [count, "y"], "target": [1, "x"]})
    (folder / "network.json").write_text(json.dumps({"nodes": nodes, "wires": wires}))
    assert "The wires go in a circle: n1 → n2" in sentence(folder)


def test_nothing_open_is_touched_by_a_file_that_fails(folder: Path) -> None:
    project = load(folder)
    before = snapshot(project)
    change(folder / "network.json", lambda data: data["nodes"][1].update(name=5))
    sentence(folder)
    assert snapshot(project) == before


# ---------------------------------------------------------------------- bombs and foreign names


def test_a_bomb_of_json(folder: Path, tmp_path: Path) -> None:
    bomb = members(folder) | {"network.json": b" " * (archive.MEMBER_BYTES + 1)}
    path = zipped(bomb, tmp_path / "bomb.workbench")
    assert path.stat().st_size < 2**20
    assert "network.json unpacks to more than 64 MB" in sentence(path)


def test_a_bomb_that_lies_about_its_size(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile.ZipExtFile, "_update_crc", lambda self, data: None)  # believe nothing but our own count
    path = zipped(members(folder) | {"recipe.json": b" " * (archive.MEMBER_BYTES + 2**20)}, tmp_path / "bomb.workbench")
    content = path.read_bytes().replace(struct.pack("<L", archive.MEMBER_BYTES + 2**20), struct.pack("<L", 100))
    path.write_bytes(content)
    assert "recipe.json" in sentence(path) or "damaged" in sentence(path)


def test_a_bomb_of_many_members(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 50)
    many = members(folder) | {f"data/{n}": b"" for n in range(60)}
    assert "more than 50 files" in sentence(zipped(many, tmp_path / "many.workbench"))


def test_a_bomb_of_other_files(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphs.document.OTHER_BYTES", 1000)
    much = members(folder) | {f"data/{n}": b"0" * 400 for n in range(3)}
    assert "unpacks to more than" in sentence(zipped(much, tmp_path / "much.workbench"))


def test_a_bomb_of_weights(folder: Path, tmp_path: Path) -> None:
    bomb = members(folder) | {"weights.safetensors": b"\0" * (64 * 2**20)}
    assert "weights.safetensors unpacks to more than" in sentence(zipped(bomb, tmp_path / "bomb.workbench"))


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil", "data/../../evil", "C:\\evil.txt", "a//b", "data/x\ny"])
def test_names_that_lead_elsewhere(folder: Path, tmp_path: Path, name: str) -> None:
    path = zipped(members(folder) | {name: b"x"}, tmp_path / "evil.workbench")
    assert "leads elsewhere" in sentence(path)
    assert {one.name for one in tmp_path.iterdir()} == {"mine", "evil.workbench"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice(folder: Path, tmp_path: Path) -> None:
    path = zipped(members(folder), tmp_path / "twice.workbench")
    with zipfile.ZipFile(path, "a") as pack:
        pack.writestr("network.json", b"{}")
    assert "holds network.json twice" in sentence(path)


def test_a_way_of_packing_nobody_expects(folder: Path, tmp_path: Path) -> None:
    path = zipped(members(folder), tmp_path / "odd.workbench", zipfile.ZIP_LZMA)
    assert "packed in an unknown way" in sentence(path)


def test_what_file_browsers_leave_behind_is_passed_over(folder: Path, tmp_path: Path) -> None:
    litter = {"__MACOSX/._network.json": b"x", ".DS_Store": b"x"}
    path = zipped(members(folder) | litter, tmp_path / "mac.workbench")
    assert set(load(path).extra) == set()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    save(small(), tmp_path / "mine.workbench")
    (tmp_path / "mine.workbench").chmod(0)
    assert "may not be read" in sentence(tmp_path / "mine.workbench")


# ---------------------------------------------------------------------- weights


def tensors(header: Any, numbers: bytes, length: int | None = None) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + numbers


GOOD = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"1234",
        tensors(b"{}", b"", length=2**62),
        tensors(b"not json", b""),
        tensors([], b""),
        tensors({"h.weight": 3}, b""),
        tensors({"h.weight": {**GOOD, "dtype": "Q3"}}, b"\0" * 8),
        tensors({"h.weight": {**GOOD, "shape": [3]}}, b"\0" * 8),
        tensors({"h.weight": {**GOOD, "shape": [-2]}}, b"\0" * 8),
        tensors({"h.weight": {**GOOD, "shape": [2**40, 2**40]}}, b"\0" * 8),
        tensors({"h.weight": {**GOOD, "data_offsets": [8, 0]}}, b"\0" * 8),
        tensors({"h.weight": {**GOOD, "data_offsets": [4, 12]}}, b"\0" * 12),
        tensors({"h.weight": GOOD, "h.bias": GOOD}, b"\0" * 8),
        tensors({"h.weight": GOOD}, b"\0" * 7),
        tensors({"h.weight": GOOD}, b"\0" * 9),
        tensors({"h.weight": {"dtype": "BOOL", "shape": [1], "data_offsets": [0, 1]}}, b"\7"),
    ],
)
def test_damaged_weights(folder: Path, content: bytes) -> None:
    (folder / "weights.safetensors").write_bytes(content)
    assert "weights.safetensors" in sentence(folder)


def test_weights_of_another_network_are_passed_over(folder: Path) -> None:
    (folder / "weights.safetensors").write_bytes(
        tensors({"other.weight": GOOD, "": {**GOOD, "data_offsets": [8, 16]}}, b"\0" * 16)
    )
    assert load(folder).weights == {}


def test_weights_are_bounded_by_what_the_network_needs() -> None:
    lenet = presets.build("lenet5").network
    needed = weights.needed_bytes(lenet, stored=10**9)
    assert 61_706 * 4 <= needed <= 61_706 * 8 + 16 * 8 * len(lenet)

    unknown = small().network
    unknown.put_node(Node(9, "Conv9d", "new"))
    assert (
        weights.needed_bytes(unknown, stored=1000) >= 1000
    )  # who knows what it holds; but no more than really lies there


def test_half_a_gigabyte_of_weights_is_no_bomb() -> None:
    network = Network()
    x = network.add("Input", name="x", shape=(11_000,))
    network.add("Linear", x, name="big", out_features=12_000)
    assert weights.needed_bytes(network, stored=0) > 11_000 * 12_000 * 4 > 500 * 10**6


def test_large_weights_load_without_a_second_copy(tmp_path: Path) -> None:
    import tracemalloc

    network = Network()
    x = network.add("Input", name="x", shape=(4096,))
    big = network.add("Linear", x, name="big", out_features=4096)
    project = Project(network)
    project.weights[big.node, "weight"] = numpy.ones((4096, 4096), "float32")
    save(project, tmp_path / "big.workbench")
    size = 4096 * 4096 * 4

    tracemalloc.start()
    opened = load(tmp_path / "big.workbench")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert opened.weights[big.node, "weight"].nbytes == size
    assert peak < 1.4 * size


def test_a_file_that_claims_gigabytes_it_does_not_have(folder: Path) -> None:
    with (folder / "weights.safetensors").open("wb") as file:
        file.truncate(8 * 2**30)  # takes no space on the disk, reads as zeros
    assert "unpacks to more than" in sentence(folder)
