"""Advice: what is not wrong in a drawing but unwise, each rule with what follows from it and, where there is one, the
change that mends it with one click.

The rules are those a textbook gives for choosing activations, losses and their order. They also look inside blocks,
once into each, as it stands where it is first placed. A person may hide what a rule says of a node; the node remembers
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from graphs.advice_steps import edit_past, kind_of, only_reader, put_between, step_before, wired_past
from graphs.advice_strategy import STRATEGY
from graphs.block_edits import Inside
from graphs.diagnosis import Diagnostic, inserted
from graphs.edits import Batch, Connect, Disconnect, Edit, ReplaceType, SetParameter
from graphs.layer import Family
from graphs.meaning import Fix, Plan, Step
from graphs.message import Message, say
from graphs.network import Network, Wire

Rule = Callable[[Network, Plan], Iterator[Diagnostic]]

MOST_SIGMOIDS = 3
"""So many sigmoids one after the other let at most 1/4³ of a gradient through, less than two per cent."""

_NORMS = ("BatchNorm1d", "BatchNorm2d", "BatchNorm3d")
_DROPOUTS = ("Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout", "GaussianDropout")


# ---------------------------------------------------------------------- losses

_CONTAINED = {"CrossEntropyLoss": ("softmax", "Softmax"), "BCEWithLogitsLoss": ("sigmoid", "Sigmoid")}


def _activation_twice(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A loss that contains the softmax, or the sigmoid, behind another one."""
    for step in meaning.steps:
        contained = _CONTAINED.get(kind_of(step))
        before = step_before(meaning, step) if contained else None
        if contained is None or before is None or kind_of(before) != contained[1]:
            continue
        yield Diagnostic(
            step.node,
            say(
                "{loss} contains a {activation} already, and {node} puts a second one before it.",
                loss=step.name,
                activation=contained[0],
                node=before.name,
            ),
            consequence=say("Learning works, but slowly: the second one flattens every difference."),
            fixes=wired_past(network, before, step),
        )


_WANTS = {"NLLLoss": ("LogSoftmax", say("logarithms of probabilities")), "BCELoss": ("Sigmoid", say("probabilities"))}


def _activation_missing(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A loss that wants probabilities, straight behind a layer that gives raw scores."""
    for step in meaning.steps:
        wanted = _WANTS.get(kind_of(step))
        before = step_before(meaning, step) if wanted else None
        if wanted is None or before is None or not (kind_of(before) == "Linear" or kind_of(before).startswith("Conv")):
            continue
        yield Diagnostic(
            step.node,
            say("{loss} wants {what}, and {node} gives raw scores.", loss=step.name, what=wanted[1], node=before.name),
            consequence=say("The loss means nothing then, or stops with an error."),
            fixes=put_between(network, step, wanted[0]),
        )


def _squares_for_classes(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """The squared error of a label behind a sigmoid: a sure wrong answer has hardly any slope."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) in ("MSELoss", "L1Loss") else None
        target = step.inputs.get("target", ())
        if before is None or not target or kind_of(before) not in ("Sigmoid", "Softmax"):
            continue
        if meaning.specs[target[0]].dtype != "int64":
            continue
        fixes: tuple[Fix, ...] = ()
        past = edit_past(network, before.node, step.node)
        if kind_of(before) == "Sigmoid" and past is not None:
            title = say("Use {type} instead", type="BCEWithLogitsLoss")
            swap = ReplaceType(step.node, "BCEWithLogitsLoss", {}, step.name)
            fixes = (Fix(title, Batch((past, swap), title)),)
        yield Diagnostic(
            step.node,
            say("{loss} compares a class with the result of {node} as if it were a number.",
                loss=step.name, node=before.name),
            consequence=say(
                "Where the network is surely wrong the slope is nearly zero, so it learns its worst mistakes last. "
                "Cross-entropy has the whole error as its slope."
            ),
            fixes=fixes,
            reason=say("Give one score per class to CrossEntropyLoss, without a softmax."),
        )  # fmt: skip


def _cut_off_scores(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """An activation that only gives positive numbers, straight before a loss that wants scores of both signs."""
    for step in meaning.steps:
        if kind_of(step) not in ("CrossEntropyLoss", "BCEWithLogitsLoss", "HingeLoss", "FocalLoss"):
            continue
        before = step_before(meaning, step)
        if before is None or kind_of(before) not in ("ReLU", "ReLU6", "SquaredReLU"):
            continue
        yield Diagnostic(
            step.node,
            say("{node} cuts off every negative score before {loss}.", node=before.name, loss=step.name),
            consequence=say("A class cannot be ruled out, and where all scores are cut off nothing is learned."),
            fixes=wired_past(network, before, step),
        )


def _hidden_scores(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A dropout straight before a loss."""
    for step in meaning.steps:
        before = step_before(meaning, step) if step.layer.family is Family.LOSS else None
        if before is None or kind_of(before) not in _DROPOUTS:
            continue
        yield Diagnostic(
            step.node,
            say("{node} hides answers just before {loss} compares them.", node=before.name, loss=step.name),
            consequence=say("The loss punishes zeros the network never said. Dropout belongs before the last layer."),
            fixes=wired_past(network, before, step),
        )


# ---------------------------------------------------------------------- layers


def _is_code(meaning: Plan, narrow: Step, wide: Step) -> bool:
    """Whether a layer is narrower than what it reads and than the one behind it: a code, which no single layer is."""
    read = step_before(meaning, narrow)
    if read is None:
        return False
    before, code, behind = (next(iter(step.outputs.values())).dims[-1:] for step in (read, narrow, wide))
    sizes = [size for dims in (before, code, behind) for size in dims if isinstance(size, int)]
    return len(sizes) == 3 and sizes[1] < min(sizes[0], sizes[2])


def _two_linear_in_a_row(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """An activation missing between two linear layers."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) == "Linear" else None
        if before is None or kind_of(before) != "Linear" or not only_reader(network, before.node):
            continue
        if _is_code(meaning, before, step):
            continue
        (wire,) = network.wires_into(step.node, "x")
        edit = Batch(tuple(inserted(network, wire, (("ReLU", {}),))), say("Insert {node}", node="ReLU"))
        yield Diagnostic(
            step.node,
            say("{a} and {b} are two linear layers with nothing between them.", a=before.name, b=step.name),
            consequence=say(
                "Two linear layers in a row can do no more than one. An activation between them changes that."
            ),
            fixes=(Fix(say("Put ReLU between them"), edit),),
        )


def _sigmoid_after_relu(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A sigmoid that never sees a negative number."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) == "Sigmoid" else None
        if before is None or kind_of(before) not in ("ReLU", "ReLU6", "SquaredReLU"):
            continue
        yield Diagnostic(
            step.node,
            say("{node} gets no negative numbers from {other}.", node=step.name, other=before.name),
            consequence=say("So its result is never below one half: it can say yes, but not no."),
            fixes=wired_past(network, before, step),
        )


def _deep_sigmoids(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """Sigmoids one after the other that every gradient has to pass."""
    passed: dict[int, tuple[int, ...]] = {}  # the fewest sigmoids between a node and the data
    deepest: tuple[int, ...] = ()
    end: Step | None = None
    for step in meaning.steps:
        routes = [passed[source.node] for group in step.inputs.values() for source in group if source.node in passed]
        # Where ways meet, the gradient takes the easiest: around a block, or past a gate.
        found = min(routes, key=len, default=())
        if kind_of(step) == "Sigmoid":
            found = (*found, step.node)
        elif step.cost.parameters.number and len(found) > len(deepest):
            deepest, end = found, step
        passed[step.node] = found
    if end is None or len(deepest) < MOST_SIGMOIDS:
        return
    swaps = tuple(ReplaceType(node, "ReLU", {}, network.node(node).name) for node in deepest)
    title = say("Make all of them ReLU")
    yield Diagnostic(
        deepest[0],
        say("Before {node} stand {n} sigmoids in a row.", node=end.name, n=len(deepest)),
        consequence=say(
            "Each lets at most a quarter of the gradient through, so the first layers hardly learn. "
            "In hidden layers ReLU is the usual choice; the sigmoid belongs at the end."
        ),
        fixes=(Fix(title, Batch(swaps, title)),),
    )


def _dropout_before_norm(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A dropout straight before a batch normalisation."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) in _NORMS else None
        if before is None or kind_of(before) not in _DROPOUTS:
            continue
        fixes: tuple[Fix, ...] = ()
        into, out = network.wires_into(before.node), network.wires_out_of(step.node)
        if len(into) == 1 and only_reader(network, before.node):
            (between,) = network.wires_into(step.node, "x")
            edits: list[Edit] = [Disconnect(wire) for wire in (into[0], between, *out)]
            edits.append(Connect(Wire(into[0].source, into[0].source_port, step.node, "x")))
            edits.append(Connect(Wire(step.node, "y", before.node, "x")))
            edits += [Connect(Wire(before.node, "y", wire.target, wire.target_port, wire.index)) for wire in out]
            title = say("Let {a} and {b} change places", a=before.name, b=step.name)
            fixes = (Fix(title, Batch(tuple(edits), title)),)
        yield Diagnostic(
            step.node,
            say("{dropout} stands before {norm}.", dropout=before.name, norm=step.name),
            consequence=say(
                "In training the dropped zeros enlarge the spread that the normalisation remembers; in use they are "
                "gone and the spread is wrong. Normalise first, then drop."
            ),
            fixes=fixes,
        )


def _bias_before_norm(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A learned number that the normalisation behind it takes away again."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) in _NORMS else None
        if before is None or not (kind_of(before) == "Linear" or kind_of(before).startswith("Conv")):
            continue
        if not getattr(before.layer, "bias", False) or not only_reader(network, before.node):
            continue
        title: Message = say("Set {parameter} of {node} to {value}", parameter="bias", node=before.name, value="False")
        yield Diagnostic(
            before.node,
            say("{node} learns a bias, and {norm} takes it away again.", node=before.name, norm=step.name),
            consequence=say("Nothing is wrong: these weights are of no use. The normalisation has a shift of its own."),
            fixes=(Fix(title, SetParameter(before.node, "bias", False)),),
        )


def _steps_of_two_lengths(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """Noise that counts its steps differently from what draws them."""
    for step in meaning.steps:
        source = step_before(meaning, step, "step") if kind_of(step) == "AddNoise" else None
        if source is None or kind_of(source) != "RandomTimestep":
            continue
        drawn, counted = (getattr(one.layer, "num_steps", 0) for one in (source, step))
        if drawn == counted:
            continue
        yield Diagnostic(
            step.node,
            say(
                "{noise} counts {n} steps, but {source} draws from {m}.",
                noise=step.name, n=counted, source=source.name, m=drawn,
            ),
            consequence=say("It would stop at the first step beyond its own.")
            if drawn > counted
            else say("The noisiest steps are never trained, so a picture cannot begin from pure noise."),
            fixes=(
                Fix(
                    say("Set {parameter} of {node} to {value}", parameter="num_steps", node=source.name, value=counted),
                    SetParameter(source.node, "num_steps", counted),
                ),
                Fix(
                    say("Set {parameter} of {node} to {value}", parameter="num_steps", node=step.name, value=drawn),
                    SetParameter(step.node, "num_steps", drawn),
                ),
            ),
        )  # fmt: skip


RULES: tuple[Rule, ...] = (
    _activation_twice,
    _activation_missing,
    _squares_for_classes,
    _cut_off_scores,
    _hidden_scores,
    _two_linear_in_a_row,
    _sigmoid_after_relu,
    _deep_sigmoids,
    _dropout_before_norm,
    _bias_before_norm,
    _steps_of_two_lengths,
    *STRATEGY,
)
"""Every rule of advice; a test shows for each where it speaks and where it must not."""


def advice_of(network: Network, meaning: Plan) -> tuple[Diagnostic, ...]:
    """What every rule says of a network and, once each, of the blocks in it, hidden advice too."""
    found = list(_said(network, meaning))
    for name, body in _bodies(network, meaning, {}).items():
        found += [_inside(name, one) for one in _said(network.blocks[name], body)]
    return tuple(found)


def _said(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    for rule in RULES:
        name = rule.__name__.strip("_")
        for one in rule(network, meaning):
            yield replace(one, rule=name, hidden=name in network.node(one.node).quiet)


def _bodies(network: Network, meaning: Plan, found: dict[str, Plan]) -> dict[str, Plan]:
    """The plan of each block where it is first placed."""
    for step in meaning.steps:
        name = network.node(step.node).type
        if step.copies and name in network.blocks and name not in found:
            found[name] = step.copies[0].body
            _bodies(network.blocks[name], step.copies[0].body, found)
    return found


def _inside(block: str, advice: Diagnostic) -> Diagnostic:
    """Advice as it is given from outside the block: its fixes are edits of the block."""
    fixes = tuple(Fix(fix.title, Inside(block, fix.edit)) for fix in advice.fixes)
    return replace(advice, block=block, fixes=fixes)
