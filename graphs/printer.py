"""The plan as Python text: the programs that run, and the module a person takes away, come from the same printer.

Nothing of a project file reaches the text but checked names and the ``repr`` of numbers, choices and rows.
"""

from __future__ import annotations

import ast
import builtins
import importlib.util
import keyword
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphs.layer import Call, In
from graphs.network import Network
from graphs.planning import Plan, Source, Step, plan

_TAKEN = frozenset({"self", "torch", "nn", "F", "math", "operator", *dir(builtins), *keyword.kwlist})
_SIGNS = {"operator.add": "+", "operator.sub": "-", "operator.mul": "*", "operator.matmul": "@"}


@dataclass(frozen=True)
class Line:
    """One line of printed code and the node it comes from, if any."""

    text: str
    node: int | None = None


@dataclass(frozen=True)
class ProgramText:
    """A straight-line function ``program(self, *inputs)`` over a tree of modules, with the node of each line.

    ``inputs`` are the names of the Input nodes, in the order of the arguments.
    """

    lines: tuple[Line, ...]
    inputs: tuple[str, ...]

    @property
    def source(self) -> str:
        """The text of the function."""
        return "\n".join(line.text for line in self.lines) + "\n"


def part(name: str) -> str:
    """How a child of ``self`` is reached: ``self.C1``, or ``getattr(self, "0")`` where the name is no identifier."""
    return f"self.{name}" if name.isidentifier() else f'getattr(self, "{name}")'


class _Variables:
    """Gives every value a local name; a value that only the next line needs is called ``x``, as people write it."""

    def __init__(self, steps: Iterable[Step], wanted: tuple[Source, ...]):
        self._names: dict[Source, str] = {}
        self._used: set[str] = set(_TAKEN) | {"x"}
        every = list(steps)
        origin = {  # an Output node is no line of its own: whoever wants it wants what arrives at it
            Source(step.node, port): next(iter(step.inputs.values()))[0]
            for step in every
            if step.call is None and step.inputs
            for port in step.outputs
        }
        steps = [step for step in every if step.call is not None]
        readers: dict[Source, list[int]] = {}
        for place, step in enumerate(steps):
            for source in (s for arriving in step.inputs.values() for s in arriving):
                readers.setdefault(origin.get(source, source), []).append(place)
        for source in wanted:
            readers.setdefault(origin.get(source, source), []).append(len(steps))
        self._brief = {
            Source(step.node, port)
            for place, step in enumerate(steps)
            for port in step.outputs
            if len(step.outputs) == 1 and readers.get(Source(step.node, port), []) == [place + 1]
        }

    def give(self, step: Step, port: str) -> str:
        """Name the value that leaves a port."""
        source = Source(step.node, port)
        if source in self._brief and step.call is not None:
            self._names[source] = "x"
        else:
            self._names[source] = self.fresh(step.name if len(step.outputs) == 1 else f"{step.name}_{port}")
        return self._names[source]

    def fresh(self, wanted: str) -> str:
        """Return a local name like ``wanted`` that nothing else has."""
        base = re.sub(r"\W", "_", wanted, flags=re.ASCII).lower()
        base = f"n{base}" if base[:1].isdigit() else base
        name, number = base, 1
        while name in self._used:
            number += 1
            name = f"{base}_{number}"
        self._used.add(name)
        return name

    def same(self, target: Source, origin: Source) -> None:
        """Let two sources share a name (an Output node is its input)."""
        self._names[target] = self._names[origin]

    def __getitem__(self, source: Source) -> str:
        return self._names[source]


def _is_input(step: Step) -> bool:
    return step.call is None and not step.inputs


def _value(value: Any, ports: Mapping[str, str]) -> str:
    """Print one argument: a port's variable, or a literal."""
    match value:
        case In(port=port):
            return ports[port]
        case list():
            return "[" + ", ".join(_value(item, ports) for item in value) + "]"
        case tuple():
            inner = ", ".join(_value(item, ports) for item in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case slice():
            return f"slice({_value(value.start, ports)}, {_value(value.stop, ports)}, {_value(value.step, ports)})"
        case None | bool() | int() | float() | str():
            text = repr(value)
            return (
                f'"{value}"'
                if isinstance(value, str) and "'" + value + "'" == text and '"' not in value
                else (f'float("{text}")' if text in ("inf", "-inf", "nan") else text)
            )
    raise TypeError(f"{type(value).__name__} cannot be printed as an argument")


def _arguments(args: tuple[Any, ...], kwargs: Mapping[str, Any], ports: Mapping[str, str]) -> str:
    return ", ".join([*(_value(a, ports) for a in args), *(f"{k}={_value(v, ports)}" for k, v in kwargs.items())])


def target_name(target: str) -> str:
    """How a target is written: ``nn.Conv2d``, ``F.relu``, ``torch.mean``, or the bare name of a class of ours."""
    for prefix, short in (("torch.nn.functional.", "F."), ("torch.nn.", "nn.")):
        if target.startswith(prefix):
            return short + target.removeprefix(prefix)
    return target.rsplit(".", 1)[-1] if target.startswith("graphs.") else target


def construction(call: Call) -> str:
    """The text that builds a module: ``nn.Conv2d(1, 6, kernel_size=5)``."""
    return f"{target_name(call.target)}({_arguments(call.args, call.kwargs, {})})"


def _body(steps: tuple[Step, ...], wanted: tuple[Source, ...], indent: str, variables: _Variables) -> list[Line]:
    lines = []
    for step in steps:
        if _is_input(step):
            continue
        ports = {
            port: "[" + ", ".join(variables[s] for s in sources) + "]"
            if _takes_many(step, port)
            else variables[sources[0]]
            for port, sources in step.inputs.items()
        }
        call = step.call
        if call is None:  # an Output is what arrives at it
            arriving = next(iter(step.inputs.values()))[0]
            for port in step.outputs:
                variables.same(Source(step.node, port), arriving)
            continue
        if call.is_module:
            on = tuple(In(port) for port in ports) if call.on is None else call.on
            text = f"{part(step.name)}({_arguments(on, call.on_kwargs, ports)})"
        elif call.target in _SIGNS and len(call.args) == 2:
            text = f"{_value(call.args[0], ports)} {_SIGNS[call.target]} {_value(call.args[1], ports)}"
        else:
            text = f"{target_name(call.target)}({_arguments(call.args, call.kwargs, ports)})"
        if call.paths:
            whole = variables.fresh(step.name)
            lines.append(Line(f"{indent}{whole} = {text}", step.node))
            for port in step.outputs:
                index = "".join(f"[{i}]" for i in call.paths[port])
                lines.append(Line(f"{indent}{variables.give(step, port)} = {whole}{index}", step.node))
        else:
            (port,) = step.outputs
            lines.append(Line(f"{indent}{variables.give(step, port)} = {text}", step.node))
    return lines


def _takes_many(step: Step, port: str) -> bool:
    return any(p.many for p in step.layer.inputs if p.name == port)


def program_text(meaning: Plan, wanted: tuple[Source, ...]) -> ProgramText:
    """Print the program that computes the wanted outputs, and nothing else, as a tuple."""
    steps = meaning.needed(wanted)
    variables = _Variables(steps, wanted)
    inputs = tuple(step for step in steps if _is_input(step))
    arguments = [variables.give(step, next(iter(step.outputs))) for step in inputs]
    body = _body(steps, wanted, "    ", variables)
    result = ", ".join(variables[source] for source in wanted)
    head = Line(f"def program({', '.join(['self', *arguments])}):")
    lines = (head, *body, Line(f"    return ({result}{',' if len(wanted) == 1 else ''})"))
    return ProgramText(lines, tuple(step.name for step in inputs))


def network_outputs(meaning: Plan) -> dict[str, Source]:
    """The Output nodes by name; where there is none, the ends of the drawing that are no loss and no metric."""
    found = {s.name: Source(s.node, next(iter(s.outputs))) for s in meaning.steps if s.call is None and s.inputs}
    if found:
        return found
    read = {source for step in meaning.steps for arriving in step.inputs.values() for source in arriving}
    return {
        step.name: source
        for step in meaning.steps
        for port, spec in step.outputs.items()
        if (source := Source(step.node, port)) not in read and spec.batched and not _is_input(step)
    }


def to_python_lines(network: Network, name: str = "Network") -> list[Line]:
    """Print a network as an ``nn.Module`` class, each line with its node; see `to_python`."""
    meaning = plan(network)
    outputs = network_outputs(meaning)
    wanted = tuple(outputs.values())
    steps = meaning.needed(wanted)
    variables = _Variables(steps, wanted)
    inputs = [step for step in steps if _is_input(step)]
    arguments = [variables.give(step, next(iter(step.outputs))) for step in inputs]
    body = _body(steps, wanted, "        ", variables)
    built = [step for step in steps if step.call is not None and step.call.is_module]
    own = sorted(
        {step.call.target for step in built if step.call is not None and step.call.target.startswith("graphs.")}
    )
    texts = " ".join(line.text for line in body)
    lines = [
        "import torch" if "torch." in texts or own else "",
        "import torch.nn.functional as F" if "F." in texts else "",
    ]
    lines = [text for text in (*(["import math"] if "math." in texts else []), *lines, "from torch import nn") if text]
    for target in own:
        lines += ["", "", *source_of(target).splitlines()]
    shapes = ", ".join(
        f"{step.name} (N, {', '.join(map(str, next(iter(step.outputs.values())).dims))})" for step in inputs
    )
    given = [(key, variables[source]) for key, source in outputs.items()]
    result = given[0][1] if len(given) == 1 else "{" + ", ".join(f'"{key}": {value}' for key, value in given) + "}"
    top = [
        *lines,
        "",
        "",
        f"class {name}(nn.Module):",
        f'    """Takes {shapes or "nothing"}; gives {", ".join(outputs) or "nothing"}."""',
    ]
    printed = [Line(text) for text in (*top, "", "    def __init__(self) -> None:", "        super().__init__()")]
    for step in built:
        assert step.call is not None
        text = construction(step.call)
        place = f"self.{step.name} = {text}" if step.name.isidentifier() else f'self.add_module("{step.name}", {text})'
        printed.append(Line(f"        {place}", step.node))
    printed += [Line(""), Line(f"    def forward({', '.join(['self', *arguments])}):"), *body]
    printed.append(Line(f"        return {result}" if given else "        return {}"))
    return printed


def to_python(network: Network, name: str = "Network") -> str:
    """Print a network as a readable ``nn.Module`` that computes the same numbers under the same ``state_dict`` keys.

    ``forward`` takes the Input nodes by name (shapes in the class's docstring) and returns the tensor of the only
    Output node, or a dict by name when there are several. Nodes that have a fault are left out.
    """
    return "\n".join(line.text for line in to_python_lines(network, class_name(name))) + "\n"


def class_name(title: str) -> str:
    """Turn a title into the name of a class: ``LeNet-5`` becomes ``LeNet5``."""
    words = re.findall(r"[A-Za-z0-9]+", title)
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name if name.isidentifier() and name not in _TAKEN else f"Network{name}"


def source_of(target: str) -> str:
    """The source text of one of our own classes, read from its file without importing torch."""
    module, name = target.rsplit(".", 1)
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(module)
    text = Path(spec.origin).read_text(encoding="utf-8")
    tree = ast.parse(text)
    wanted = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    needed = {node.id for node in ast.walk(wanted) if isinstance(node, ast.Name)}
    parts = [
        ast.get_source_segment(text, node) or ""
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node is not wanted and node.name in needed
    ]
    return "\n\n\n".join([*parts, ast.get_source_segment(text, wanted) or ""])
