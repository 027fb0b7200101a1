"""Undo to the last byte wherever a person works: in blocks, on frames and notes, in the recipe, in scans and shares."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphs
from graphs.advice_edits import HideAdvice
from graphs.block_edits import (
    DropBlock,
    Inside,
    MoveWeights,
    PutBlock,
    RenameBlock,
    SetRepeat,
    dissolve_block,
    make_block,
)
from graphs.cell_edits import PutNode
from graphs.document import from_snapshot, snapshot
from graphs.edits import AddNode, Batch, Edit, ReplaceType, SetRecipe
from graphs.elements import Frame, NetworkError, Node, Note, Scan
from graphs.history import History
from graphs.learning_edits import SetRate, SetStart
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice
from graphs.scan_edits import SetScan
from graphs.starts import Start
from tests.graphs.test_history import KINDS, an_edit

LEARNING_KINDS = (SetStart, SetRate, HideAdvice)
BLOCK_KINDS = (PutNode, Inside, PutBlock, DropBlock, RenameBlock, SetRepeat, MoveWeights, SetScan, ReplaceType)
SIMPLE = tuple(kind for kind in dict.fromkeys((*KINDS, *BLOCK_KINDS, *LEARNING_KINDS)) if kind is not MoveWeights)
PLAIN = tuple(kind for kind in KINDS if kind not in BLOCK_KINDS)


def every_kind() -> set[type]:
    """The kinds of edits there are, in whatever file of edits they stand."""
    files = [info.name for info in pkgutil.iter_modules(graphs.__path__) if info.name.endswith("edits")]
    modules = [importlib.import_module(f"graphs.{name}") for name in files]
    return {
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__ and hasattr(one, "apply") and one is not Edit
    }


def nested() -> Project:
    """Two blocks, one inside the other, placed twice, with a frame, a note and learned weights."""
    net = Network()
    net.parameters = {"classes": 3, "width": 4}
    pair = net.define("Pair", width=4)
    y = pair.add("Linear", pair.add("Input", name="x"), name="fc", out_features="=width")
    pair.add("Output", pair.add("Tanh", y, name="act"), name="y")
    deep = net.define("Deep", width=4)
    y = deep.add("Pair", deep.add("Input", name="x"), name="first", width="=width")
    deep.add("Output", deep.add("Pair", y, name="second", width="=width"), name="y")
    x = net.add("Input", name="x", kind="features", shape=[5])
    x = net.add("Deep", x, name="body", width="=width")
    x = net.add("Pair", x, name="tail", repeat=2)
    x = net.add("Linear", net.add("ReLU", x, name="relu"), name="scores", out_features="=classes")
    net.add("Output", x, name="logits")
    net.put_frame(Frame(net.next_id, "Both", net.named(["body", "tail"])))
    net.put_note(Note(net.next_id, "look", (0.0, 0.0)))
    project = Project(net)
    import numpy

    project.weights = {(net.node("scores").id, "bias"): numpy.zeros(3, dtype="float32")}
    return project


def pick(data: st.DataObject, choices: Any) -> Any:
    return data.draw(st.sampled_from(list(choices)))


def edit_of(project: Project, kind: type, data: st.DataObject) -> Edit | None:
    """An edit of one kind that a person could try now, or None where there is nothing for it."""
    network = project.network
    placed = [node.id for node in network if network.block_of(node.id) is not None]
    inner = [node.id for node in network if node.type not in ("Input", "Output")]
    if kind is Inside:
        name = pick(data, network.blocks) if network.blocks else None
        if name is None:
            return None
        view: Any = SimpleNamespace(network=network.blocks[name], recipe=project.recipe)
        edit = an_edit(view, pick(data, PLAIN), data) if data.draw(st.integers(0, 3)) else None
        edit = edit or AddNode(Node(view.network.next_id, "Tanh", view.network.free_name("more")))
        return Inside(name, edit)
    if kind is PutBlock:
        if inner and data.draw(st.booleans()):
            return make_block(project, {pick(data, inner), pick(data, inner)}, f"Made{network.next_id}")
        return PutBlock(f"Empty{network.next_id}", Network())
    if kind is DropBlock:
        unused = [name for name in network.blocks if name.startswith("Empty")]
        return DropBlock(pick(data, unused)) if unused else None
    if kind is RenameBlock:
        return (
            RenameBlock(pick(data, network.blocks), f"Called{data.draw(st.integers(0, 5))}") if network.blocks else None
        )
    if kind is SetRepeat:
        return SetRepeat(pick(data, placed), pick(data, [None, 2, 3, "=classes"]), pick(data, ["inside", "beside"])) if placed else None  # fmt: skip  # noqa: E501
    if kind in LEARNING_KINDS:
        node = pick(data, [one.id for one in network])
        if kind is SetStart:
            start = pick(data, [None, Start("zeros", bias=0.5), Start("uniform", {"low": 0, "high": 0.5}, forget=1.0)])
            return SetStart(node, start)
        return SetRate(node, pick(data, [0.0, 0.1, 1.0])) if kind is SetRate else HideAdvice(node, "rule", pick(data, [True, False]))  # fmt: skip  # noqa: E501
    if kind is SetScan:
        return SetScan(pick(data, placed), pick(data, [None, Scan(), Scan(reverse=True, steps=4)])) if placed else None
    if kind is ReplaceType:
        if not inner:
            return None
        node = network.node(pick(data, inner))
        return ReplaceType(node.id, pick(data, ["GELU", "Dropout", "Linear"]), {}, network.free_name("other"))
    if kind is PutNode:
        return PutNode(replace(network.node(pick(data, inner)), title=pick(data, ["", "第二"]))) if inner else None
    if kind is Batch and placed and data.draw(st.booleans()):
        return dissolve_block(project, pick(data, placed))
    if kind is SetRecipe:
        choice = DataChoice(name=pick(data, ["digits", "moons", "xor"]), parameters=pick(data, [{}, {"size": 8}]))
        return SetRecipe(project.recipe.model_copy(update={"data": choice, "seed": data.draw(st.integers(0, 9))}))
    return an_edit(project, kind, data)


seen: Counter[type] = Counter()
changed: Counter[bool] = Counter()


def count(edit: Edit) -> None:
    """Note the kinds of an edit and of those inside it."""
    seen[type(edit)] += 1
    for inner in edit.edits if isinstance(edit, Batch) else (edit.edit,) if isinstance(edit, Inside) else ():
        count(inner)


@settings(max_examples=max(8, settings().max_examples // 3))  # each has some forty edits of every kind
@given(st.data())
def test_undo_and_redo_reach_every_state_again(data: st.DataObject) -> None:
    project = nested()
    history = History(project)
    states = [snapshot(project)]
    for kind in data.draw(st.permutations(SIMPLE)) + data.draw(st.lists(st.sampled_from(SIMPLE), max_size=10)):
        try:
            edit = edit_of(project, kind, data)
            if edit is None:
                continue
            history.do(edit)
        except NetworkError:  # it cannot be done here, and then nothing is done
            assert snapshot(project) == states[-1]
            continue
        count(edit)
        states.append(snapshot(project))
        changed[states[-1] != states[-2]] += 1
    for state in reversed(states[:-1]):
        history.undo()
        assert snapshot(project) == state
    assert history.is_clean and set(project.weights) == set(nested().weights)
    for state in states[1:]:
        history.redo()
        assert snapshot(project) == state
    assert snapshot(from_snapshot(states[-1])) == states[-1]


def test_every_kind_of_edit_occurred_and_half_of_them_changed_something() -> None:
    if not seen:
        pytest.skip("run together with the test above")
    assert set(seen) == every_kind()
    assert changed[True] >= changed[False]
