"""The compiled network: one tree of plain modules that owns every weight, and the programs that run over it."""

from __future__ import annotations

import linecache
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from graphs.layer import Layer
from graphs.layers.input_output import Output
from graphs.meaning import Plan, Source
from graphs.message import Message, say
from graphs.modules.places import followers, module_at, places
from graphs.modules.starting import start_weights
from graphs.programs import Line, begun_at, begun_wanting, network_outputs, program_text
from graphs.scanning import ends_of


class NodeError(RuntimeError):
    """Torch refused a node while a program ran. ``__cause__`` is torch's own error.

    ``node`` is the id of the node in the network, ``name`` its name (with the names inside a block after dots),
    ``path`` the ids from the network into blocks, ``expected`` what the drawing promised it, ``got`` torch's words.
    """

    def __init__(self, path: tuple[int, ...], name: str, expected: Message, got: str):
        self.path, self.node, self.name, self.expected, self.got = path, path[0], name, expected, got
        self.message = say("{name} stopped: {got} {expected}", name=name, got=got, expected=expected)
        super().__init__(str(self.message))


@dataclass(frozen=True)
class Program:
    """Straight-line code over a tree for the outputs that were wanted.

    Call it with tensors by the names of the Input nodes (batch first); it returns a tuple in the order of ``outputs``.
    Raises `NodeError`. ``needs_grad`` programs differentiate inside: where gradients are off (``torch.no_grad``,
    ``torch.inference_mode``) they turn them on for themselves and give results without any.
    """

    tree: Tree
    function: Callable[..., tuple[torch.Tensor, ...]]
    inputs: tuple[str, ...]
    outputs: tuple[Source, ...]
    lines: tuple[Line, ...]
    filename: str
    needs_grad: bool

    def __call__(self, inputs: Mapping[str, torch.Tensor]) -> tuple[torch.Tensor, ...]:
        given = [inputs[name] for name in self.inputs]
        try:
            if self.needs_grad and not torch.is_grad_enabled():
                return self._alone(given)
            return self.function(self.tree, *given)
        except (RuntimeError, ValueError, IndexError, TypeError, AssertionError, NotImplementedError) as error:
            located = self._located(error)
            if located is error:
                raise  # an error that caused itself would have no end
            raise located from error

    def _alone(self, given: list[torch.Tensor]) -> tuple[torch.Tensor, ...]:
        """Run with gradients inside and none outside; tensors of an inference mode are copied, for they cannot enter
        one."""
        with torch.inference_mode(False), torch.enable_grad():
            values = [value.clone() if value is not None and value.is_inference() else value for value in given]
            return tuple(value.detach() for value in self.function(self.tree, *values))

    def _located(self, error: Exception) -> Exception:
        """Find the node whose line was running, and the nodes of the blocks it lies in."""
        running: list[Line] = []
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.filename:
                running.append(self.lines[trace.tb_lineno - 1])
            trace = trace.tb_next
        found = [(line.node, line.origin) for line in running if line.node is not None and line.origin is not None]
        if not found:
            return error
        meaning, step = found[-1][1]
        shapes = ", ".join(f"{port} {meaning.specs[s].text}" for port, sources in step.inputs.items() for s in sources)
        name = ".".join(origin[1].name for _, origin in found)
        expected = say("The drawing gives it {shapes} per example.", shapes=shapes)
        return NodeError(tuple(node for node, _ in found), name, expected, str(error))


class Branch(nn.Module):
    """A placed block, or the copies of one: children under the names of their nodes."""


def _grow(branch: nn.Module, meaning: Plan, build: Callable[[Any], nn.Module]) -> None:
    """Add the modules of a plan to a branch, those of its blocks on branches of their own."""
    for step in meaning.steps:
        if step.share is not None:
            continue
        if step.call is not None and step.call.is_module:
            setattr(branch, step.name, build(step.call))  # a module, or a parameter or buffer of the branch itself
        if step.carried is not None and step.carried.start is not None:
            setattr(branch, step.name, build(step.carried.start))
        for copy in step.copies:
            place = branch
            for name in copy.path:
                if name not in place._modules:
                    place.add_module(name, Branch())
                place = place.get_submodule(name)
            _grow(place, copy.body, build)


def _differentiates(meaning: Plan, outputs: tuple[Source, ...]) -> bool:
    """Whether a layer on the way to these outputs differentiates in its forward."""
    return any(
        step.layer.needs_grad or any(_differentiates(copy.body, ends_of(copy.body)) for copy in step.copies)
        for step in meaning.needed(outputs)
    )


def _only_trains(layer: Layer) -> bool:
    return isinstance(layer, Output) and layer.training_only


class Tree(nn.Module):
    """Children under the names of their nodes; ``state_dict`` keys read like ``C1.weight``.

    ``forward(**inputs)`` takes tensors by the names of the Input nodes, batch first, and gives a dict by the names of
    the Output nodes.
    """

    def __init__(
        self, meaning: Plan, build: Callable[[Any], nn.Module], without: Mapping[frozenset[str], Plan] | None = None
    ):
        super().__init__()
        self.plan = meaning
        self._without = dict(without or {})
        self._programs: dict[tuple[tuple[Source, ...], frozenset[str]], Program] = {}
        self._begun: dict[tuple[tuple[Source, ...], tuple[Source, ...]], Program] = {}
        _grow(self, meaning, build)
        start_weights(self, meaning)
        for place in places(self, meaning):
            if place.frozen is not None or place.follows:
                place.module.requires_grad_(False)
        for follower in followers(self, meaning):
            follower.start()

    def forward(self, **inputs: torch.Tensor) -> dict[str, torch.Tensor]:
        """Run the program of the Output nodes; what depends on an optional Input that does not come is left out."""
        optional = frozenset().union(*self._without)
        absent = frozenset(name for name in optional if inputs.get(name) is None)
        meaning = self._without.get(absent, self.plan)
        outputs = network_outputs(meaning)
        if not self.training:
            outputs = {name: s for name, s in outputs.items() if not _only_trains(meaning.by_node[s.node].layer)}
        program = self.program(tuple(outputs.values()), absent)
        missing = [name for name in program.inputs if name not in inputs]
        if missing:
            raise TypeError(f"forward needs {', '.join(program.inputs)}; {', '.join(missing)} did not come.")
        return dict(zip(outputs, program(inputs), strict=True))

    def program(self, outputs: tuple[Source, ...], absent: frozenset[str] = frozenset()) -> Program:
        """Return the program that computes these outputs and nothing else; made once, then remembered.

        ``absent`` are the optional Inputs it shall do without.
        """
        if (outputs, absent) not in self._programs:
            self._programs[outputs, absent] = self._print(outputs, self._without.get(absent, self.plan))
        return self._programs[outputs, absent]

    def program_from(self, given: tuple[Source, ...], outputs: tuple[Source, ...]) -> Program:
        """Return the program that computes outputs from values put in the place of ``given``: a decoder from a code.

        Its inputs are these values, under the names of their nodes (of a second output of one node: with its port),
        and whatever Inputs it needs besides.
        """
        if (given, outputs) not in self._begun:
            self._begun[given, outputs] = self._print(
                begun_wanting(self.plan, given, outputs), begun_at(self.plan, given)
            )
        return self._begun[given, outputs]

    def _print(self, outputs: tuple[Source, ...], meaning: Plan) -> Program:
        text = program_text(meaning, outputs)
        filename = f"<network program {id(self):x}.{len(self._programs) + len(self._begun)}>"
        linecache.cache[filename] = (len(text.source), None, text.source.splitlines(keepends=True), filename)
        space: dict[str, Any] = {"torch": torch, "nn": nn, "F": nn.functional}
        exec(compile(text.source, filename, "exec"), space)
        function = space["program"]
        needs_grad = _differentiates(meaning, outputs)
        return Program(self, function, text.inputs, outputs, text.lines, filename, needs_grad)

    def parts(self, node: int) -> dict[str, nn.Module]:
        """The modules of a node by what their weights' names begin with: ``""``, or the number of a copy and a dot."""
        step = self.plan.by_node.get(node)
        if step is None or step.share is not None:
            return {}
        beside = len(step.copies) > 1 and len(step.copies[0].path) == 1
        names = {f"{number}.": copy.path[0] for number, copy in enumerate(step.copies)} if beside else {"": step.name}
        found = {prefix: module_at(self, (name,)) for prefix, name in names.items() if hasattr(self, name)}
        return {prefix: module for prefix, module in found.items() if module is not None}

    def node_parameters(self, node: int) -> dict[str, nn.Parameter]:
        """The parameters of a node by their names inside it; empty when it has none."""
        return {
            prefix + name: value for prefix, part in self.parts(node).items() for name, value in part.named_parameters()
        }

    def node_state(self, node: int) -> dict[str, torch.Tensor]:
        """The weights and saved buffers of a node by their names inside it; the tensors themselves, not copies."""
        return {
            prefix + name: value
            for prefix, part in self.parts(node).items()
            for name, value in part.state_dict().items()
        }

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_programs": {}, "_begun": {}}
