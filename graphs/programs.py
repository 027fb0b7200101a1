"""Straight-line functions printed from a plan: what runs, and the bodies of what a person takes away.

A program is one function for the network and one for each block with the outputs that are asked of it. Nothing of a
project file reaches the text but checked names and the ``repr`` of numbers, choices and rows.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphs.layer import Call, In
from graphs.loops import loop_text, wanted_of_step
from graphs.meaning import Copy, Loop, Plan, Source, Step
from graphs.scanning import outlets

_TAKEN = frozenset({"self", "torch", "nn", "F", "math", "operator", "program", *dir(builtins), *keyword.kwlist})
_SIGNS = {"operator.add": "+", "operator.sub": "-", "operator.mul": "*", "operator.matmul": "@"}


@dataclass(frozen=True)
class Line:
    """One line of printed code, the node it comes from, and where that node stands in the plan it belongs to."""

    text: str
    node: int | None = None
    origin: tuple[Plan, Step] | None = None


@dataclass(frozen=True)
class ProgramText:
    """A function ``program(self, *inputs)`` over a tree of modules, after the functions of its blocks.

    ``inputs`` are the names of the Input nodes, in the order of the arguments.
    """

    lines: tuple[Line, ...]
    inputs: tuple[str, ...]

    @property
    def source(self) -> str:
        """The text of all functions."""
        return "\n".join(line.text for line in self.lines) + "\n"


CallsBlock = Callable[[Copy, tuple[Source, ...], list[str]], str]
"""How a body calls one copy of a block: the text of the call, given what is wanted of it and the arguments."""


def reach(path: tuple[str, ...], start: str = "self") -> str:
    """How a module is reached: ``self.C1``, or ``getattr(self.layer1, "0")`` where a name is no identifier."""
    text = start
    for name in path:
        text = f"{text}.{name}" if name.isidentifier() else f'getattr({text}, "{name}")'
    return text


def is_taken(name: str) -> bool:
    """Whether a name means something else in printed code."""
    return name in _TAKEN


def local_name(wanted: str, used: set[str]) -> str:
    """Return a variable name like ``wanted`` that is not used yet, and mark it as used."""
    base = re.sub(r"\W", "_", wanted, flags=re.ASCII).lower()
    base = f"n{base}" if base[:1].isdigit() else base
    name, number = base, 1
    while name in used:
        number += 1
        name = f"{base}_{number}"
    used.add(name)
    return name


def target_name(target: str) -> str:
    """How a target is written: ``nn.Conv2d``, ``F.relu``, ``torch.mean``, or the bare name of a class of ours."""
    for prefix, short in (("torch.nn.functional.", "F."), ("torch.nn.", "nn.")):
        if target.startswith(prefix):
            return short + target.removeprefix(prefix)
    return target.rsplit(".", 1)[-1] if target.startswith("graphs.") else target


def weight_text(owner: Step, port: str) -> str:
    """A weight of a node by the name of its port: ``self.embedding.weight``, or a bare tensor itself."""
    bare = owner.call is not None and owner.call.is_tensor
    return reach((owner.name,)) if bare else f"{reach((owner.name,))}.{port}"


def tensor_text(step: Step, owner: str, ports: Mapping[str, str]) -> str:
    """A bare tensor for every example: ``self.class_token.expand(x.shape[0], -1, -1)``."""
    axes = ["-1"] * len(step.outputs["y"].dims)
    count = f"{ports['like']}.shape[0]" if "like" in ports else "1"
    return f"{reach((owner,))}.expand({', '.join([count, *axes])})"


def construction(call: Call) -> str:
    """The text that builds a module: ``nn.Conv2d(1, 6, kernel_size=5)``."""
    return f"{target_name(call.target)}({_arguments(call.args, call.kwargs, {})})"


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
        case str():
            text = repr(value)
            return f'"{value}"' if text == f"'{value}'" and '"' not in value else text
        case None | bool() | int() | float():
            text = repr(value)
            return f'float("{text}")' if text in ("inf", "-inf", "nan") else text
    raise TypeError(f"{type(value).__name__} cannot be printed as an argument")


def _arguments(args: tuple[Any, ...], kwargs: Mapping[str, Any], ports: Mapping[str, str]) -> str:
    return ", ".join([*(_value(a, ports) for a in args), *(f"{k}={_value(v, ports)}" for k, v in kwargs.items())])


def entrances(meaning: Plan, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The Input nodes among these steps."""
    return tuple(step for step in steps if step.is_entrance)


def begun_at(meaning: Plan, given: tuple[Source, ...]) -> Plan:
    """The plan in which these outputs are there when the rest begins, as an Input's value is, under their node's name.

    Each is an output of a node of the network itself, none of them of a node inside a block. Of several outputs of one
    node the first has its name, the others `given_name`. The node itself stays: what shares its weights still reads
    them there, and whatever else is wanted of it is computed.
    """
    moved = _moved(meaning, given)
    made = {}
    for source, other in moved.items():
        step = meaning.by_node[source.node]
        outputs = {source.port: step.outputs[source.port]}
        made[source] = replace(
            step, node=other.node, name=given_name(meaning, given, source), inputs={}, outputs=outputs, call=None,
            copies=(), share=None, weights={}, follows=None,
        )  # fmt: skip

    def onward(step: Step) -> Step:
        read = {port: tuple(moved.get(one, one) for one in group) for port, group in step.inputs.items()}
        return step if read == step.inputs else replace(step, inputs=read)

    steps: list[Step] = []
    for step in meaning.steps:
        steps += [one for source, one in made.items() if source.node == step.node]
        steps.append(onward(step))
    specs = {other: meaning.specs[source] for source, other in moved.items()}
    return replace(
        meaning,
        steps=tuple(steps),
        by_node={step.node: step for step in steps},
        specs={**meaning.specs, **specs},
    )


def given_name(meaning: Plan, given: tuple[Source, ...], source: Source) -> str:
    """The name under which a value is put in the place of an output: that of its node, with the port where an earlier
    output of the same node is given too."""
    name = meaning.by_node[source.node].name
    earlier = next(one for one in given if one.node == source.node)
    return name if earlier == source else f"{name}.{source.port}"


def begun_wanting(meaning: Plan, given: tuple[Source, ...], wanted: tuple[Source, ...]) -> tuple[Source, ...]:
    """What is wanted, told in the plan that `begun_at` makes: an output that is given is the given value."""
    moved = _moved(meaning, given)
    return tuple(moved.get(source, source) for source in wanted)


def _moved(meaning: Plan, given: tuple[Source, ...]) -> dict[Source, Source]:
    """Where given outputs stand in the plan that begins there: at nodes of their own, whose ids nobody else has."""
    first = min((step.node for step in meaning.steps), default=0)
    return {source: Source(min(first, 0) - 1 - place, source.port) for place, source in enumerate(given)}


def exits(body: Plan) -> dict[str, Source]:
    """The Output nodes of a block by name."""
    return {step.name: Source(step.node, "y") for step in body.steps if step.is_exit}


class Body:
    """The lines of one function: every value gets a local name; one that only the next line needs is called ``x``.

    Where an input is called ``x`` itself, that short name is ``h`` (and so on).
    """

    def __init__(self, meaning: Plan, wanted: tuple[Source, ...], indent: str, call_block: CallsBlock):
        self.plan, self.wanted, self.indent, self._call_block = meaning, wanted, indent, call_block
        self.steps = meaning.needed(wanted)
        self._names: dict[Source, str] = {}
        starts = entrances(meaning, self.steps)
        arriving = {step.name for step in starts}
        self._short = next((name for name in "xhyz" if name not in arriving), "value")
        self._used: set[str] = set(_TAKEN) | {self._short}
        self._asked: dict[int, dict[str, None]] = {}
        self._find_readers()
        self.arguments = [self._give(step, next(iter(step.outputs))) for step in starts]
        self.lines = [line for step in self.steps for line in self._lines(step)]

    @property
    def every_argument(self) -> list[str]:
        """The names of all that arrives, in its order; what is not needed gets a name that says so."""
        needed = {step.node for step in entrances(self.plan, self.steps)}
        names = iter(self.arguments)
        every = [step for step in self.plan.steps if step.is_entrance]
        return [next(names) if step.node in needed else f"_{place}" for place, step in enumerate(every)]

    @property
    def results(self) -> list[str]:
        """The names of the wanted values, in their order."""
        return [self._names[source] for source in self.wanted]

    def _find_readers(self) -> None:
        origin = {  # an Output node is no line of its own: whoever wants it wants what arrives at it
            Source(step.node, port): next(iter(step.inputs.values()))[0]
            for step in self.steps
            if step.is_exit
            for port in step.outputs
        }
        working = [step for step in self.steps if not step.is_entrance and not step.is_exit]
        readers: dict[Source, list[int]] = {}
        arriving = [(place, s) for place, step in enumerate(working) for group in step.inputs.values() for s in group]
        for place, source in [*arriving, *((len(working), source) for source in self.wanted)]:
            found = origin.get(source, source)
            readers.setdefault(found, []).append(place)
            if not found.path:  # what lies in a block is asked of the block, beside its outputs
                self._asked.setdefault(found.node, {})[found.port] = None
        self._brief = {
            Source(step.node, port)
            for place, step in enumerate(working)
            for port in step.outputs
            if len(step.outputs) == 1 and readers.get(Source(step.node, port)) == [place + 1]
        }

    def _give(self, step: Step, port: str) -> str:
        source = Source(step.node, port)
        if source in self._brief and not step.is_entrance:
            self._names[source] = self._short
        else:
            wanted = step.name if len(step.outputs) == 1 else f"{step.name}_{port}"
            self._names[source] = local_name(wanted, self._used)
        return self._names[source]

    def _line(self, step: Step, text: str) -> Line:
        return Line(self.indent + text, step.node, (self.plan, step))

    def _lines(self, step: Step) -> list[Line]:
        if step.is_entrance:
            return []
        owner = step if step.share is None else self.plan.by_node[step.share]
        for port in step.weights:  # a weight is named where it is used; no line of its own
            giver = step.inputs.get(port)
            self._names[Source(step.node, port)] = self._names[giver[0]] if giver else weight_text(owner, port)
        if step.weights and not set(self._asked.get(step.node, ())) - set(step.weights):
            return []
        many = {port.name for port in step.layer.inputs if port.many}
        ports = {
            port: "[" + ", ".join(self._names[s] for s in sources) + "]" if port in many else self._names[sources[0]]
            for port, sources in step.inputs.items()
        }
        if step.is_exit:
            arriving = next(iter(step.inputs.values()))[0]
            self._names |= {Source(step.node, port): self._names[arriving] for port in step.outputs}
            return []
        if step.copies:
            return self._copies(step, ports)
        call = step.call
        assert call is not None
        if call.is_tensor:
            text = tensor_text(step, owner.name, ports)
        elif call.is_module:
            on = tuple(In(port) for port in ports) if call.on is None else call.on
            text = f"{reach((owner.name,))}({_arguments(on, call.on_kwargs, ports)})"
        elif call.target in _SIGNS and len(call.args) == 2:
            text = f"{_value(call.args[0], ports)} {_SIGNS[call.target]} {_value(call.args[1], ports)}"
        else:
            text = f"{target_name(call.target)}({_arguments(call.args, call.kwargs, ports)})"
        if not call.paths:
            port = next(port for port in step.outputs if port not in step.weights)
            return [self._line(step, f"{self._give(step, port)} = {text}")]
        whole = local_name(step.name, self._used)
        lines = [self._line(step, f"{whole} = {text}")]
        for port in step.outputs:
            index = "".join(f"[{i}]" for i in call.paths[port])
            lines.append(self._line(step, f"{self._give(step, port)} = {whole}{index}"))
        return lines

    def _copies(self, step: Step, ports: Mapping[str, str]) -> list[Line]:
        """Call the copies of a block one after the other, up to the last from which something is wanted; what a probe
        wants inside comes back with the outputs.
        """
        lines = []
        given = dict(ports)
        asked = list(self._asked.get(step.node, {}))
        owner = step if step.share is None else self.plan.by_node[step.share]
        copies = [
            Copy(theirs.path, theirs.body, own.loop) for theirs, own in zip(owner.copies, step.copies, strict=True)
        ]
        inside = list(dict.fromkeys(s for s in self.wanted if s.path and s.path[0][0] == step.node))
        needed = len(copies) if asked else 1 + max((s.path[0][1] for s in inside), default=-1)
        for number, copy in enumerate(copies[:needed]):
            ends = outlets(copy)
            last = number == len(copies) - 1
            chain = [step_.name for step_ in copy.body.steps if step_.is_entrance and step_.carried is None]
            onward = [name for name, _ in zip(exits(copy.body), chain, strict=False)] if number + 1 < needed else []
            outs = asked if last else onward
            inner = [s for s in inside if s.path[0][1] == number]
            wanted = (*(ends[name] for name in outs), *(Source(s.node, s.port, s.path[1:]) for s in inner))
            names = [
                self._give(step, name) if last else local_name(f"{step.name}_{number}", self._used) for name in outs
            ]
            for source in inner:
                self._names[source] = local_name(f"{step.name}_{source.node}_{source.port}", self._used)
            left = ", ".join([*names, *(self._names[source] for source in inner)])
            text = self._call_block(copy, wanted, [given[step_.name] for step_ in copy.body.steps if step_.arrives])
            lines.append(self._line(step, f"{left} = {text}"))
            given |= dict(zip(chain, names, strict=False)) if not last else {}
        return lines


def program_text(meaning: Plan, wanted: tuple[Source, ...]) -> ProgramText:
    """Print the program that computes the wanted outputs, and nothing else, as a tuple."""
    lines: list[Line] = []
    known: dict[tuple[int, Loop | None, tuple[Source, ...]], str] = {}
    used: set[str] = {"program"}

    def printed(name: str, arguments: Iterable[str], inside: Iterable[Line], results: Iterable[str]) -> None:
        lines.append(Line(f"def {name}({', '.join(['self', *arguments])}):"))
        lines.extend(inside)
        lines.append(Line(f"    return {', '.join(results)}"))

    def function(copy: Copy, outputs: tuple[Source, ...], word: str) -> str:
        key = (id(copy.body), None, outputs)
        if key not in known:
            known[key] = local_name(f"{word}_{copy.path[0]}", used)
            body = Body(copy.body, outputs, "    ", call_block)
            printed(known[key], body.every_argument, body.lines, body.results)
        return known[key]

    def scan(copy: Copy, outputs: tuple[Source, ...]) -> str:
        key = (id(copy.body), copy.loop, outputs)
        if key not in known:
            step = function(copy, wanted_of_step(copy, outputs), "step")
            local = {*_TAKEN, step}
            loop = loop_text(
                copy, outputs, lambda given: f"{step}({', '.join(['self', *given])})", lambda n: local_name(n, local)
            )
            known[key] = local_name(f"scan_{copy.path[0]}", used)
            printed(known[key], loop.arguments, (Line(f"    {text}") for text in loop.lines), loop.results)
        return known[key]

    def call_block(copy: Copy, outputs: tuple[Source, ...], arguments: list[str]) -> str:
        name = function(copy, outputs, "block") if copy.loop is None else scan(copy, outputs)
        return f"{name}({', '.join([reach(copy.path), *arguments])})"

    body = Body(meaning, wanted, "    ", call_block)
    head = Line(f"def program({', '.join(['self', *body.arguments])}):")
    comma = "," if len(wanted) == 1 else ""
    end = Line(f"    return ({', '.join(body.results)}{comma})")
    inputs = tuple(step.name for step in entrances(meaning, body.steps))
    return ProgramText((*lines, head, *body.lines, end), inputs)


def network_outputs(meaning: Plan) -> dict[str, Source]:
    """The Output nodes by name; where there is none, the ends of the drawing that are no loss and no metric."""
    found = exits(meaning)
    if found:
        return found
    read = {source for step in meaning.steps for arriving in step.inputs.values() for source in arriving}
    return {
        step.name: source
        for step in meaning.steps
        for port, spec in step.outputs.items()
        if (source := Source(step.node, port)) not in read and spec.batched and not step.is_entrance
    }
