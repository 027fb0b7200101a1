"""The compiled network: one tree of plain modules that owns every weight, and the programs that run over it."""

from __future__ import annotations

import linecache
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import Any

import torch
from torch import nn

from graphs.message import Message, say
from graphs.planning import Plan, Source
from graphs.printer import Line, network_outputs, program_text


class NodeError(RuntimeError):
    """Torch refused a node while a program ran. ``__cause__`` is torch's own error.

    ``node`` is the node's id, ``name`` its name, ``expected`` what the drawing promised it, ``got`` torch's words.
    """

    def __init__(self, node: int, name: str, expected: Message, got: str):
        self.node, self.name, self.expected, self.got = node, name, expected, got
        self.message = say("{name} stopped: {got} {expected}", name=name, got=got, expected=expected)
        super().__init__(str(self.message))


@dataclass(frozen=True)
class Program:
    """Straight-line code over a tree for the outputs that were wanted.

    Call it with tensors by the names of the Input nodes (batch first); it returns a tuple in the order of ``outputs``.
    Raises `NodeError`. ``needs_grad`` programs differentiate inside and must run with gradients enabled.
    """

    tree: Tree
    function: Callable[..., tuple[torch.Tensor, ...]]
    inputs: tuple[str, ...]
    outputs: tuple[Source, ...]
    lines: tuple[Line, ...]
    code: CodeType
    needs_grad: bool

    def __call__(self, inputs: Mapping[str, torch.Tensor]) -> tuple[torch.Tensor, ...]:
        try:
            return self.function(self.tree, *[inputs[name] for name in self.inputs])
        except (RuntimeError, ValueError, IndexError, TypeError, AssertionError, NotImplementedError) as error:
            raise self._located(error) from error

    def _located(self, error: Exception) -> Exception:
        """Find the node whose line was running."""
        trace = error.__traceback__
        line = None
        while trace is not None:
            if trace.tb_frame.f_code is self.code:
                line = trace.tb_lineno
            trace = trace.tb_next
        node = self.lines[line - 1].node if line is not None else None
        if node is None:
            return error
        step = self.tree.plan.by_node[node]
        shapes = ", ".join(f"{p} {self.tree.plan.specs[s].text}" for p, sources in step.inputs.items() for s in sources)
        return NodeError(node, step.name, say("The drawing gives it {shapes} per example.", shapes=shapes), str(error))


class Tree(nn.Module):
    """Children under the names of their nodes; ``state_dict`` keys read like ``C1.weight``.

    ``forward(**inputs)`` takes tensors by the names of the Input nodes, batch first, and gives a dict by the names of
    the Output nodes.
    """

    def __init__(self, meaning: Plan, build: Callable[[Any], nn.Module]):
        super().__init__()
        self.plan = meaning
        self._programs: dict[tuple[Source, ...], Program] = {}
        for step in meaning.steps:
            if step.call is not None and step.call.is_module:
                self.add_module(step.name, build(step.call))

    def forward(self, **inputs: torch.Tensor) -> dict[str, torch.Tensor]:
        """Run the program of the Output nodes."""
        outputs = network_outputs(self.plan)
        program = self.program(tuple(outputs.values()))
        missing = [name for name in program.inputs if name not in inputs]
        if missing:
            raise TypeError(f"forward needs {', '.join(program.inputs)}; {', '.join(missing)} did not come.")
        return dict(zip(outputs, program(inputs), strict=True))

    def program(self, outputs: tuple[Source, ...]) -> Program:
        """Return the program that computes these outputs and nothing else; made once, then remembered."""
        if outputs not in self._programs:
            self._programs[outputs] = self._print(outputs)
        return self._programs[outputs]

    def _print(self, outputs: tuple[Source, ...]) -> Program:
        text = program_text(self.plan, outputs)
        filename = f"<network program {id(self):x}.{len(self._programs)}>"
        linecache.cache[filename] = (len(text.source), None, text.source.splitlines(keepends=True), filename)
        space: dict[str, Any] = {"torch": torch, "nn": nn, "F": nn.functional}
        exec(compile(text.source, filename, "exec"), space)
        function = space["program"]
        needs_grad = any(step.layer.needs_grad for step in self.plan.needed(outputs))
        return Program(self, function, text.inputs, outputs, text.lines, function.__code__, needs_grad)

    def node_parameters(self, node: int) -> dict[str, nn.Parameter]:
        """The parameters of a node by their names inside it; empty when it has none."""
        step = self.plan.by_node.get(node)
        child = self._modules.get(step.name) if step is not None else None
        return dict(child.named_parameters()) if child is not None else {}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_programs": {}}
