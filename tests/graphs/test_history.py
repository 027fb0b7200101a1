"""Whatever a person does can be taken back to the last byte, and done again."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presets
from graphs import edits
from graphs.catalogue import layer_types
from graphs.document import snapshot
from graphs.edits import (
    AddNode,
    Batch,
    ChangeNode,
    Connect,
    Describe,
    Disconnect,
    DropFrame,
    DropNote,
    Edit,
    MoveNodes,
    PutFrame,
    PutNote,
    RemoveNode,
    ReplaceType,
    SetDirection,
    SetNetworkParameter,
    SetParameter,
    SetRecipe,
    ShareWeights,
    Unset,
    insert_on_wire,
)
from graphs.elements import Average
from graphs.history import History
from graphs.message import say
from graphs.network import Frame, NetworkError, Node, Note, Wire
from graphs.project import Project
from graphs.recipe import SGD, Player

KINDS = (
    AddNode, RemoveNode, Connect, Disconnect, SetParameter, MoveNodes, ChangeNode, PutFrame, DropFrame, PutNote,
    DropNote, SetNetworkParameter, SetRecipe, Describe, ShareWeights, SetDirection, ReplaceType,
    Batch,
)  # fmt: skip
TYPES = sorted(layer_types())
VALUES: tuple[Any, ...] = (0, 1, 7, 0.5, True, "same", "=2*classes", [3, 3], Unset.DEFAULT)
NAMES = ("alpha", "beta", "gamma", "C1", "F6")


def _pick(data: st.DataObject, choices: Any) -> Any:
    return data.draw(st.sampled_from(list(choices)))


def a_wire(project: Project, data: st.DataObject) -> Wire | None:
    """A wire that can be drawn, or None where there seems to be none."""
    network = project.network
    possible = []
    for target in network.nodes:
        for port in network.input_ports(target.id):
            if port.many or not network.wires_into(target.id, port.name):
                possible.append((target.id, port.name))
    if not possible:
        return None
    target, port_name = _pick(data, possible)
    sources = [(n.id, p.name) for n in network.nodes if n.id != target for p in network.output_ports(n.id)]
    if not sources:
        return None
    wire = Wire(*_pick(data, sources), target, port_name, network.free_index(target, port_name))
    return wire if network.why_not(wire) is None else None


def an_edit(project: Project, kind: type, data: st.DataObject) -> Edit | None:
    """An edit of one kind that a person could make now, or None where there is nothing for it."""
    network = project.network
    ids = [node.id for node in network.nodes]
    position = (data.draw(st.integers(-9, 9)) * 24.0, data.draw(st.integers(-9, 9)) * 24.0)
    if kind is AddNode:
        layer = _pick(data, TYPES)
        return AddNode(Node(network.next_id, layer, network.free_name(layer), {}, position))
    if kind is PutFrame:
        some = tuple(data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))) if ids else ()
        identity = _pick(data, [*network.frames, network.next_id])
        return PutFrame(Frame(identity, _pick(data, NAMES), some, data.draw(st.integers(0, 7))))
    if kind is PutNote:
        return PutNote(Note(_pick(data, [*network.notes, network.next_id]), data.draw(st.text(max_size=9)), position))
    if kind is DropFrame:
        return DropFrame(_pick(data, network.frames)) if network.frames else None
    if kind is DropNote:
        return DropNote(_pick(data, network.notes)) if network.notes else None
    if kind is SetNetworkParameter:
        return SetNetworkParameter(_pick(data, ["classes", "width", "new"]), _pick(data, [None, 3, 0.5]))
    if kind is SetDirection:
        return SetDirection(_pick(data, ["right", "down"]))
    if kind is SetRecipe:
        player = Player(optimizer=SGD(learning_rate=_pick(data, [0.1, 0.2])))
        return SetRecipe(project.recipe.model_copy(update={"epochs": _pick(data, [3, 5, 8]), "players": (player,)}))
    if kind is Describe:
        return Describe(title=_pick(data, [None, "One", "第二"]), notes=_pick(data, [None, "", "# Notes"]))
    if kind is Disconnect:
        return Disconnect(_pick(data, network.wires)) if network.wires else None
    if kind is Connect:
        wire = a_wire(project, data)
        return Connect(wire) if wire is not None else None
    if not ids:
        return None
    node = network.node(_pick(data, ids))
    if kind is RemoveNode:
        return RemoveNode(node.id)
    if kind is SetParameter:
        layer = layer_types().get(node.type)  # none for a block
        names = (list(layer.model_fields) if layer is not None else ["width"]) or ["anything"]
        return SetParameter(node.id, _pick(data, names), _pick(data, VALUES))
    if kind is ShareWeights:
        owner = _pick(data, [None, *ids])
        return ShareWeights(node.id, owner, None if owner is None else _pick(data, [None, Average(0.99), Average(0.0)]))
    if kind is ReplaceType:
        alike = [p.name for p in network.input_ports(node.id)] == ["x"]
        other = _pick(data, ["GELU", "Linear", "Dropout"]) if alike else node.type
        return ReplaceType(node.id, other, {}, network.free_name(_pick(data, NAMES)))
    if kind is MoveNodes:
        return MoveNodes(
            tuple((one, position) for one in data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=4)))
        )
    if kind is ChangeNode:
        what = _pick(data, ["name", "title", "frozen", "frozen_mode", "mode"])
        value = {
            "name": network.free_name(_pick(data, NAMES)),
            "title": _pick(data, ["", "卷积一"]),
            "frozen": not node.frozen,
            "frozen_mode": "train",
            "mode": _pick(data, ["works", "muted", "bypassed"]),
        }
        return ChangeNode(node.id, **{what: value[what]})
    if network.wires and data.draw(st.booleans()):
        return insert_on_wire(
            _pick(data, network.wires), Node(network.next_id, "ReLU", network.free_name("relu")), "x", "y"
        )
    label = AddNode(Node(network.next_id, "Input", network.free_name("more"), {}, position))
    return Batch((label, SetParameter(label.node.id, "field", "label"), RemoveNode(node.id)), say("Nothing"))


def test_every_kind_of_edit_is_tried() -> None:
    known = {one for one in vars(edits).values() if isinstance(one, type) and hasattr(one, "apply")} - {Edit}
    assert known == set(KINDS)


seen: Counter[type] = Counter()
changed: Counter[bool] = Counter()


@given(st.data())
def test_undo_all_and_redo_all_give_the_same_bytes(data: st.DataObject) -> None:
    project = presets.build(data.draw(st.sampled_from(["lenet5", "xor_relu"])))
    history = History(project)
    states = [snapshot(project)]
    for kind in data.draw(st.permutations(KINDS)) + data.draw(st.lists(st.sampled_from(KINDS), max_size=15)):
        edit = an_edit(project, kind, data)
        if edit is None:
            continue
        history.do(edit)
        seen[kind] += 1
        changed[snapshot(project) != states[-1]] += 1
        states.append(snapshot(project))

    for state in reversed(states[:-1]):
        history.undo()
        assert snapshot(project) == state
    assert history.undo_label is None and history.is_clean
    for state in states[1:]:
        history.redo()
        assert snapshot(project) == state
    assert history.redo_label is None
    for _ in states:
        history.undo()
    assert snapshot(project) == states[0]


def test_the_edits_tried_above_did_something() -> None:
    if not seen:
        pytest.skip("run together with the test above")
    assert set(seen) == set(KINDS)
    assert changed[True] >= changed[False]


@given(st.data())
def test_an_edit_that_cannot_be_done_changes_nothing(data: st.DataObject) -> None:
    project = presets.build("xor_relu")
    history = History(project)
    before, network = snapshot(project), project.network
    nodes = network.nodes
    impossible = data.draw(
        st.sampled_from(
            [
                RemoveNode(999),
                SetParameter(999, "p", 1),
                ChangeNode(nodes[0].id, name="import"),
                ChangeNode(nodes[0].id, name=nodes[1].name),
                MoveNodes(((nodes[0].id, (5.0, 5.0)), (999, (0.0, 0.0)))),
                Connect(network.wires[0]),
                Connect(Wire(nodes[0].id, "y", 999, "x")),
                Disconnect(replace(network.wires[0], source_port="side")),
                DropFrame(999),
                DropNote(999),
            ]
        )
    )
    batch = Batch((Describe(title="Half"), ChangeNode(nodes[0].id, title="half"), RemoveNode(nodes[-1].id), impossible))
    for edit in (impossible, batch):
        with pytest.raises(NetworkError):
            history.do(edit)
        assert snapshot(project) == before
    assert history.undo_label is None and history.is_clean


def moved(project: Project, x: float) -> MoveNodes:
    return MoveNodes(((project.network.nodes[0].id, (x, 0.0)),))


def test_a_drag_is_one_step_however_long_it_is() -> None:
    project = presets.build("xor_relu")
    history = History(project)
    before = snapshot(project)
    for tick in range(3000):
        history.do(moved(project, float(tick)), gesture="drag 1")
    after = snapshot(project)

    history.undo()
    assert snapshot(project) == before and history.undo_label is None
    history.redo()
    assert snapshot(project) == after


def test_two_drags_are_two_steps() -> None:
    project = presets.build("xor_relu")
    history = History(project)
    for gesture in ("drag 1", "drag 1", "drag 2", "drag 2"):
        history.do(moved(project, len(gesture) + project.network.nodes[0].position[0]), gesture=gesture)
    history.undo()
    assert history.undo_label is not None
    history.undo()
    assert history.undo_label is None


def test_after_an_undo_a_gesture_begins_anew() -> None:
    project = presets.build("xor_relu")
    history = History(project)
    history.do(moved(project, 1), gesture="drag")
    history.do(Describe(title="Between"))
    history.undo()
    history.do(moved(project, 2), gesture="drag")
    history.undo()
    assert project.network.nodes[0].position in ((1.0, 0.0), presets.build("xor_relu").network.nodes[0].position)
    assert history.redo_label is not None


def test_clean_means_as_saved() -> None:
    project = presets.build("xor_relu")
    history = History(project)
    assert history.is_clean
    history.do(Describe(title="A"))
    assert not history.is_clean
    history.mark_clean()
    assert history.is_clean

    history.undo()
    assert not history.is_clean
    history.redo()
    assert history.is_clean

    history.undo()
    history.do(Describe(title="B"))  # the saved state is out of reach now
    assert not history.is_clean
    history.undo()
    assert not history.is_clean
    history.redo()
    assert not history.is_clean


def test_a_drag_that_goes_on_after_saving_is_a_step_of_its_own() -> None:
    project = presets.build("xor_relu")
    history = History(project)
    history.do(moved(project, 1), gesture="drag")
    history.mark_clean()
    saved = snapshot(project)
    history.do(moved(project, 2), gesture="drag")
    assert not history.is_clean
    history.undo()
    assert history.is_clean and snapshot(project) == saved


def test_everyone_who_listens_hears_of_each_step_once() -> None:
    project = presets.build("xor_relu")
    history = History(project)
    heard: list[object] = []
    project.changed.connect(heard.append)
    history.changed.connect(lambda: heard.append("history"))

    history.do(Describe(title="New"))
    history.undo()
    history.redo()
    history.undo()
    history.undo()

    assert len(heard) == 8 and heard.count("history") == 4
    assert str(history.redo_label) == "Describe project"


def test_removing_a_node_gives_back_wires_and_frames() -> None:
    project = presets.build("lenet5")
    history = History(project)
    node = project.network.node("C3")
    wires = project.network.wires
    history.do(RemoveNode(node.id))
    assert "C3" not in project.network
    assert all(node.id not in frame.nodes for frame in project.network.frames.values())
    assert str(history.undo_label) == "Remove C3"

    history.undo()

    assert project.network.node("C3") == node
    assert project.network.wires == wires
    assert any(node.id in frame.nodes for frame in project.network.frames.values())
