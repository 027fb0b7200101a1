"""Advice that needs the recipe beside the drawing: how large a step is, what keeps gradients from exploding, and what
keeps a large network from learning a few examples by heart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graphs.advice_steps import kind_of
from graphs.diagnosis import Diagnostic, inserted
from graphs.edits import Batch, Edit, SetRecipe
from graphs.layer import Family
from graphs.meaning import Fix, Plan
from graphs.message import counted, say
from graphs.network import Network
from graphs.planning import plan
from graphs.project import Project
from graphs.recipe import Player

FAST: Mapping[str, tuple[float, float]] = {
    "Adam": (0.05, 0.001), "AdamW": (0.05, 0.001), "NAdam": (0.05, 0.002), "RAdam": (0.05, 0.001),
    "RMSprop": (0.05, 0.001), "SGD": (2.0, 0.1),
}  # fmt: skip
"""Above which learning rate a step of an optimizer is uncommonly long, and what to try instead."""

BY_HEART = 20
"""From so many parameters for each example on, a network that nothing holds back learns them by heart."""

_HOLDS = ("Dropout", "Norm", "Noise", "DropPath", "StochasticDepth", "Augment", "Random")


def advise_on_recipe(project: Project, examples: int | None = None) -> list[Diagnostic]:
    """What is unwise about a recipe for this drawing; silent while the drawing has errors.

    ``examples`` is how many there are to train on; without it nothing is said of learning by heart.
    """
    network, meaning = project.network, plan(project.network)
    if meaning.faults or not meaning.steps:
        return []
    found = [*_fast(project, meaning), *_unclipped(project, meaning), *_by_heart(project, meaning, examples)]
    return [replace(one, hidden=one.rule in network.node(one.node).quiet) for one in found]


def _losses(player: Player, meaning: Plan) -> list[int]:
    every = [step.node for step in meaning.steps if step.layer.family is Family.LOSS]
    return [node for node in every if not player.losses or node in player.losses]


def _with_player(project: Project, number: int, player: Player) -> Edit:
    players = list(project.recipe.players)
    players[number] = player
    return SetRecipe(project.recipe.model_copy(update={"players": tuple(players)}))


def _fast(project: Project, meaning: Plan) -> Iterator[Diagnostic]:
    """A learning rate with which most networks end in NaN."""
    deep = sum(bool(step.cost.parameters.number) for step in meaning.steps) > 1
    for number, player in enumerate(project.recipe.players):
        kind = type(player.optimizer).__name__
        losses = _losses(player, meaning)
        if kind not in FAST or not losses or not deep:
            continue
        limit, usual = FAST[kind]
        rate = player.optimizer.learning_rate
        if rate <= limit:
            continue
        slower = player.optimizer.model_copy(update={"learning_rate": usual})
        yield Diagnostic(
            losses[0],
            say("{optimizer} with a learning rate of {rate} takes very long steps.", optimizer=kind, rate=f"{rate:g}"),
            consequence=say(
                "The loss then jumps about or becomes NaN. {usual} is the usual beginning; if the loss falls too "
                "slowly, make it three times as large.", usual=f"{usual:g}",
            ),
            fixes=(Fix(say("Set the learning rate to {rate}", rate=f"{usual:g}"),
                       _with_player(project, number, player.model_copy(update={"optimizer": slower}))),),
            rule="fast_steps",
        )  # fmt: skip


def _unclipped(project: Project, meaning: Plan) -> Iterator[Diagnostic]:
    """A plain recurrent layer over many steps whose gradient nobody keeps short."""
    for number, player in enumerate(project.recipe.players):
        losses = _losses(player, meaning)
        if player.clip_norm is not None or player.clip_value is not None or not losses:
            continue
        ends = tuple(source for node in losses for step in (meaning.by_node[node],) for group in step.inputs.values()
                     for source in group)  # fmt: skip
        for step in meaning.needed(ends):
            length = _steps_in_time(meaning, step.inputs.get("x", ()))
            if kind_of(step) != "RNN" or (length is not None and length < LONG):
                continue
            yield Diagnostic(
                step.node,
                say("The gradient goes back through {node} step by step, and nothing keeps it short.", node=step.name),
                consequence=say(
                    "Over a long sequence the same weights multiply it at every step, so now and then it explodes and "
                    "one step undoes what many have learned. Clipping its length costs nothing."
                ),
                fixes=(Fix(say("Clip the gradient at length {n}", n=1),
                           _with_player(project, number, player.model_copy(update={"clip_norm": 1.0}))),),
                rule="unclipped",
            )  # fmt: skip
            break


LONG = 40
"""So many steps in time make an exploding gradient likely."""


def _steps_in_time(meaning: Plan, sources: tuple[object, ...]) -> int | None:
    spec = meaning.specs.get(sources[0]) if sources else None  # type: ignore[call-overload]
    length = spec.dims[0] if spec is not None and spec.dims else None
    return length if isinstance(length, int) else None


def _by_heart(project: Project, meaning: Plan, examples: int | None) -> Iterator[Diagnostic]:
    """Far more parameters than examples, and nothing that holds the network back."""
    recipe, network = project.recipe, project.network
    learnt = meaning.totals.trainable
    losses = _losses(recipe.players[0], meaning)
    if not examples or learnt < BY_HEART * examples or not losses or len(recipe.players) > 1:
        return
    player = recipe.players[0]
    decays = getattr(player.optimizer, "weight_decay", 0) or player.l1 or player.decoupled
    if decays or recipe.patience is not None or _held_back(network, meaning):
        return
    last = next((step for step in reversed(meaning.steps) if kind_of(step) == "Linear"), None)
    fixes = [Fix(say("Stop early"), SetRecipe(recipe.model_copy(update={"patience": 5})))]
    if last is not None:
        (wire,) = network.wires_into(last.node, "x")
        title = say("Put {type} before {node}", type="Dropout", node=last.name)
        fixes.insert(0, Fix(title, Batch(tuple(inserted(network, wire, (("Dropout", {}),))), title)))
    yield Diagnostic(
        losses[0],
        say("{n} parameters learn from {examples} examples.", n=counted(learnt), examples=counted(examples)),
        consequence=say(
            "A network this large can learn them by heart. Watch the gap between the training and the validation loss; "
            "dropout, weight decay or an early stop keep it small."
        ),
        fixes=tuple(fixes),
        rule="by_heart",
    )


def _held_back(network: Network, meaning: Plan) -> bool:
    """Whether something in the drawing, inside blocks too, keeps it from learning by heart."""
    return any(
        any(word in kind_of(step) for word in _HOLDS) or any(_held_back(network, copy.body) for copy in step.copies[:1])
        for step in meaning.steps
    )
