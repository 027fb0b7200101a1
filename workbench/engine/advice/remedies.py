"""The changes that rules of the advisor offer: edits of the drawing or the recipe, each for one click."""

from __future__ import annotations

from collections.abc import Iterator

from graphs.advice_steps import kind_of
from graphs.block_edits import Inside
from graphs.diagnosis import inserted
from graphs.edits import Batch, Edit, ReplaceType, SetRecipe
from graphs.layer import Family
from graphs.learning_edits import SetStart
from graphs.meaning import Fix, Plan, Step
from graphs.message import say
from graphs.network import Network
from graphs.planning import plan
from graphs.project import Project
from graphs.recipe import Player
from graphs.starts import Start
from graphs.techniques import Balance
from graphs.tensors import Kind
from workbench.engine.advice.rule import Finding
from workbench.engine.inside import BOUNDED, hidden_activations

SMALLEST_RATE, LARGEST_RATE = 1e-9, 10.0
"""Between which learning rates anything is offered."""

_NORMS = {
    Kind.FEATURES: "BatchNorm1d",
    Kind.SIGNAL: "BatchNorm1d",
    Kind.IMAGE: "BatchNorm2d",
    Kind.VOLUME: "BatchNorm3d",
    Kind.SEQUENCE: "LayerNorm",
}


def rounded(value: float) -> float:
    """A number with two digits that count, as one would type it."""
    return float(f"{value:.2g}")


def players_of(found: Finding, project: Project) -> list[int]:
    """The places of the players a finding is about: the one it names, else all."""
    wanted = found.values.get("player")
    return [place for place, player in enumerate(project.recipe.players) if wanted in (None, player.name)]


def with_players(project: Project, places: list[int], **changes: object) -> Edit:
    """The edit that changes some players of the recipe."""
    players: list[Player] = list(project.recipe.players)
    for place in places:
        players[place] = players[place].model_copy(update=changes)
    return SetRecipe(project.recipe.model_copy(update={"players": tuple(players)}))


def other_rate(found: Finding, project: Project, factor: float) -> Iterator[Fix]:
    """Offer a learning rate so many times as large; each player keeps what sets it apart from the others."""
    places = players_of(found, project)
    players = list(project.recipe.players)
    if not places:
        return
    shown = rounded(players[places[0]].optimizer.learning_rate * factor)
    if not SMALLEST_RATE <= shown <= LARGEST_RATE:
        return
    for place in places:
        optimizer = players[place].optimizer
        slower = optimizer.model_copy(update={"learning_rate": rounded(optimizer.learning_rate * factor)})
        players[place] = players[place].model_copy(update={"optimizer": slower})
    edit = SetRecipe(project.recipe.model_copy(update={"players": tuple(players)}))
    yield Fix(say("Set the learning rate to {rate}", rate=f"{shown:g}"), edit)


def clipped(found: Finding, project: Project) -> Iterator[Fix]:
    """Offer to keep the gradient short, where nobody does yet."""
    places = players_of(found, project)
    if places and all(project.recipe.players[place].clip_norm is None for place in places):
        yield Fix(say("Clip the gradient at length {n}", n=1), with_players(project, places, clip_norm=1.0))


def drawn_at(found: Finding, project: Project) -> tuple[Network, Plan, Step] | None:
    """The drawing a finding lies in, as it is now, and its step; None when the node has gone.

    In a block that is placed several times, the first copy stands for all.
    """
    root, meaning = project.network, plan(project.network)
    node = found.node if found.inner is None else found.inner
    if not found.block:
        step = meaning.by_node.get(node)
        return (root, meaning, step) if step is not None else None
    block = root.blocks.get(found.block)
    body = _body(root, meaning, found.block) if block is not None else None
    step = body.by_node.get(node) if body is not None else None
    return (block, body, step) if block is not None and body is not None and step is not None else None


def _body(network: Network, meaning: Plan, block: str) -> Plan | None:
    for step in meaning.steps:
        if not step.copies or step.node not in network:
            continue
        inner = network.block_of(step.node)
        if inner is None:
            continue
        if network.node(step.node).type == block:
            return step.copies[0].body
        deeper = _body(inner, step.copies[0].body, block)
        if deeper is not None:
            return deeper
    return None


def _there(found: Finding, edit: Edit) -> Edit:
    """An edit where the finding lies: of the network, or of a block of it."""
    return Inside(found.block, edit) if found.block else edit


def other_type(found: Finding, project: Project, kind: str) -> Iterator[Fix]:
    """Offer another activation in the place of this one."""
    where = drawn_at(found, project)
    if where is None or where[2].layer.family is not Family.ACTIVATION or kind_of(where[2]) == kind:
        return
    step = where[2]
    edit = ReplaceType(step.node, kind, {}, step.name)
    yield Fix(say("Make {node} a {type}", node=step.name, type=kind), _there(found, edit))


def other_start(found: Finding, project: Project, way: str) -> Iterator[Fix]:
    """Offer another start of the weights just before this node, if they do not start so yet."""
    where = drawn_at(found, project)
    before = _with_weights(where[1], where[2]) if where is not None else None
    if before is None or (before.start is not None and before.start.way == way):
        return
    named = {"kaiming_normal": say("He's way"), "xavier_normal": say("Glorot's way")}[way]
    title = say("Let {node} start in {way}", node=before.name, way=named)
    yield Fix(title, _there(found, SetStart(before.node, Start(way))))


def _with_weights(meaning: Plan, step: Step) -> Step | None:
    """The nearest dense or convolution layer before a step, along the first input of each node."""
    for _ in range(8):
        sources = next(iter(step.inputs.values()), ())
        before = meaning.by_node.get(sources[0].node) if sources else None
        if before is None:
            return None
        if before.layer.family in (Family.DENSE, Family.CONVOLUTION) and not before.copies:
            return before
        step = before
    return None


def normalised(found: Finding, project: Project) -> Iterator[Fix]:
    """Offer a normalisation just before this node, where there is none."""
    where = drawn_at(found, project)
    if where is None:
        return
    network, meaning, step = where
    wires = network.wires_into(step.node)
    if len(wires) != 1 or not (sources := step.inputs.get(wires[0].target_port, ())):
        return
    kind = _NORMS.get(meaning.specs[sources[0]].kind)
    if kind is None or meaning.by_node[sources[0].node].layer.family is Family.NORMALISATION:
        return
    title = say("Put {type} before {node}", type=kind, node=step.name)
    yield Fix(title, _there(found, Batch(tuple(inserted(network, wires[0], ((kind, {}),))), title)))


def rectified(project: Project) -> Iterator[Fix]:
    """Offer ReLU in the place of every hidden sigmoid and tanh that lies outside blocks, started in He's way."""
    meaning = plan(project.network)
    bounded = [s for path, s in hidden_activations(meaning) if not path and kind_of(s) in BOUNDED]
    if not bounded:
        return
    edits: list[Edit] = [ReplaceType(step.node, "ReLU", {}, step.name) for step in bounded]
    before = {found.node for step in bounded if (found := _with_weights(meaning, step)) is not None}
    edits += [SetStart(node, Start("kaiming_normal")) for node in sorted(before)]
    title = say("Make {n} activations ReLU", n=len(bounded))
    yield Fix(title, Batch(tuple(edits), title))


def held_back(project: Project) -> Iterator[Fix]:
    """Offer what keeps a network from learning by heart: dropout, weight decay, an early stop, as far as it lacks."""
    network, recipe = project.network, project.recipe
    meaning = plan(network)
    last = next((step for step in reversed(meaning.steps) if kind_of(step) == "Linear"), None)
    if last is not None and not any("Drop" in kind_of(step) for step in meaning.steps):
        (wire,) = network.wires_into(last.node, "x")
        title = say("Put {type} before {node}", type="Dropout", node=last.name)
        yield Fix(title, Batch(tuple(inserted(network, wire, (("Dropout", {}),))), title))
    players = list(recipe.players)
    if all(getattr(player.optimizer, "weight_decay", 1.0) == 0 and not player.decoupled for player in players):
        decay = 1e-3
        changed = tuple(
            player.model_copy(update={"optimizer": player.optimizer.model_copy(update={"weight_decay": decay})})
            for player in players
        )
        title = say("Let weights shrink (L2, {value})", value=f"{decay:g}")
        yield Fix(title, SetRecipe(recipe.model_copy(update={"players": changed})))
    if recipe.patience is None:
        yield Fix(say("Stop early"), SetRecipe(recipe.model_copy(update={"patience": 5})))


def balanced(found: Finding, project: Project) -> Iterator[Fix]:
    """Offer what helps a rare class: weights, drawing it more often, the focal loss."""
    recipe = project.recipe
    if recipe.balance is not Balance.WEIGHTS:
        yield Fix(
            say("Let rare classes weigh more"),
            SetRecipe(recipe.model_copy(update={"balance": Balance.WEIGHTS})),
        )
    if recipe.balance is not Balance.SAMPLING:
        yield Fix(
            say("Draw rare classes more often"),
            SetRecipe(recipe.model_copy(update={"balance": Balance.SAMPLING})),
        )
    step = plan(project.network).by_node.get(found.node)
    if step is not None and kind_of(step) in ("CrossEntropyLoss", "BCEWithLogitsLoss"):
        yield Fix(
            say("Make {node} a {type}", node=step.name, type="FocalLoss"),
            ReplaceType(step.node, "FocalLoss", {}, step.name),
        )
