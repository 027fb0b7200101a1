"""The body of a class's ``forward``, line by line, and how long lines are broken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphs.layer import Call
from graphs.meaning import Source, Step
from graphs.programs import Body, Line, exits, local_name, reach, target_name, tensor_text, weight_text
from graphs.scanning import outlets as outlets_of_copy

if TYPE_CHECKING:
    from graphs.printing.definitions import Definition

WIDTH = 110
_SIGNS = {
    **{"operator.add": "+", "operator.sub": "-", "operator.mul": "*", "operator.matmul": "@"},
    **{"torch.add": "+", "torch.sub": "-", "torch.mul": "*", "torch.matmul": "@", "torch.div": "/"},
}


@dataclass(frozen=True)
class PrintedLine(Line):
    """A line of the printed file. ``block`` is the block its node lies in, None for the network itself."""

    block: str | None = None


class ClassBody(Body):
    """The lines of ``forward``; numbers that follow from the class's arguments are read from ``self``."""

    def __init__(self, definition: Definition, wanted: tuple[Source, ...] | None = None):
        self._definition = definition
        wanted = definition.wanted if wanted is None else wanted
        super().__init__(definition.first.body, wanted, "        ", lambda copy, wanted, arguments: "")

    def _find_readers(self) -> None:
        super()._find_readers()
        for step in self.steps:
            if len(step.copies) > 1 and not _is_whole(step) and (len(step.inputs) > 1 or len(step.outputs) > 1):
                # These lines read their inputs more than once: none of them may have the short name.
                self._brief -= {source for sources in step.inputs.values() for source in sources}
                self._brief -= {Source(step.node, port) for port in step.outputs}
        if any(len(step.copies) > 1 for step in self.steps):
            self._used.add("i")

    def _lines(self, step: Step) -> list[Line]:
        if step.is_entrance or step.is_exit:
            return super()._lines(step)
        many = {port.name for port in step.layer.inputs if port.many}
        ports = {
            port: "[" + ", ".join(self._names[s] for s in sources) + "]" if port in many else self._names[sources[0]]
            for port, sources in step.inputs.items()
        }
        if step.copies:
            return self._copies(step, ports)
        assert step.call is not None
        return self._calling(step, step.call, ports)

    def _calling(self, step: Step, call: Call, ports: Mapping[str, str]) -> list[Line]:
        definition = self._definition
        owner = self._owner(step)
        for port in step.weights:
            self._names[Source(step.node, port)] = ports.get(port) or weight_text(owner, port)
        if step.weights and not set(self._asked.get(step.node, ())) - set(step.weights):
            return []
        if call.is_tensor:
            text = tensor_text(step, owner.name, ports)
        elif call.is_module:
            text = f"{reach((owner.name,))}({', '.join(definition.on_texts(step, ports))})"
        else:
            texts = definition.call_texts(step, ports, stored=True)
            signed = call.target in _SIGNS and len(call.args) == len(texts) == 2
            signed = signed and all(re.fullmatch(r"[\w.]+", text) for text in texts)
            plain = f"{target_name(call.target)}({', '.join(texts)})"
            text = f" {_SIGNS.get(call.target)} ".join(texts) if signed else plain
        if not call.paths:
            port = next(port for port in step.outputs if port not in step.weights)
            return [self._line(step, f"{self._give(step, port)} = {text}")]
        asked = self._asked.get(step.node, {})
        wanted = {port: path for port, path in call.paths.items() if port in asked} or call.paths
        unpacks = len(call.paths) > 1 and _unpacks(tuple(call.paths.values()))
        if len(wanted) == 1 and not unpacks:
            ((port, path),) = wanted.items()
            index = "".join(f"[{i}]" for i in path)
            return [self._line(step, f"{self._give(step, port)} = {text}{index}")]
        if unpacks:
            names = {path: self._give(step, port) if port in asked else "_" for port, path in call.paths.items()}
            return [self._line(step, f"{_pattern(names)} = {text}")]
        whole = local_name(step.name, self._used)
        lines = [self._line(step, f"{whole} = {text}")]
        for port, path in wanted.items():
            index = "".join(f"[{i}]" for i in path)
            lines.append(self._line(step, f"{self._give(step, port)} = {whole}{index}"))
        return lines

    def _owner(self, step: Step) -> Step:
        return step if step.share is None else self.plan.by_node[step.share]

    def _copies(self, step: Step, ports: Mapping[str, str]) -> list[Line]:
        owner = self._owner(step)
        first = owner.copies[0].body
        entering = [inner.name for inner in first.steps if inner.arrives]
        chain = [inner.name for inner in first.steps if inner.is_entrance and inner.carried is None]
        outlets = list(outlets_of_copy(owner.copies[0]))
        repeat = self._definition.first.network.node(owner.node).repeat
        asked = self._asked.get(step.node, {})
        if repeat is None or _is_whole(owner):
            target = reach((owner.name,))
            left = ", ".join(self._give(step, name) if name in asked else "_" for name in outlets)
            return [self._line(step, f"{left} = {target}({', '.join(ports[name] for name in entering)})")]
        fed = dict(zip(chain, exits(first), strict=False))  # what each input of the next copy is
        names = {
            name: self._give(step, name)
            if name in asked
            else local_name(f"{step.name}_{name}", self._used)
            if name in fed.values()
            else "_"
            for name in outlets
        }
        left = ", ".join(names[name] for name in outlets)
        then = {port: names[fed[port]] if port in fed else name for port, name in ports.items()}
        arguments = ", ".join(then[name] for name in entering)
        inside = len(owner.copies[0].path) > 1
        if not inside and not self._definition.is_loop(owner):
            calls = []
            for number, copy in enumerate(owner.copies):
                given = ", ".join((ports if number == 0 else then)[name] for name in entering)
                calls.append(self._line(step, f"{left} = {reach(copy.path)}({given})"))
            return calls
        lines = []
        start = {names[fed[port]]: ports[port] for port in fed if names[fed[port]] != ports[port]}
        if start:
            lines.append(self._line(step, f"{', '.join(start)} = {', '.join(start.values())}"))
        if inside:
            one = local_name(self._definition.kind_of(owner), self._used)
            lines.append(self._line(step, f"for {one} in {reach((owner.name,))}:"))
            lines.append(self._line(step, f"    {left} = {one}({arguments})"))
        else:
            count = self._definition.count_text(owner, stored=True)
            name = self._definition.counted_name(owner)
            lines.append(self._line(step, f"for i in range({count}):"))
            lines.append(self._line(step, f"    {left} = getattr(self, {name})({arguments})"))
        return lines


def _unpacks(paths: tuple[tuple[int, ...], ...]) -> bool:
    """Whether the paths name every part of what comes back, so that it can be taken apart at once."""
    heads = sorted({path[0] for path in paths if path})
    if not all(paths) or heads != list(range(len(heads))) or len(heads) < 2:
        return False
    groups = [tuple(path[1:] for path in paths if path[0] == head) for head in heads]
    return all(group == ((),) or _unpacks(group) for group in groups)


def _pattern(names: Mapping[tuple[int, ...], str]) -> str:
    """The left side that takes a result apart: ``y, (h, c)``."""
    parts = []
    for head in sorted({path[0] for path in names}):
        inner = {path[1:]: name for path, name in names.items() if path[0] == head}
        parts.append(inner[()] if () in inner else f"({_pattern(inner)})")
    return ", ".join(parts)


def _is_whole(step: Step) -> bool:
    """Whether all copies are called at once, as one ``nn.Sequential``."""
    return bool(step.copies) and len(step.copies[0].path) > 1 and len(step.inputs) == 1 and len(step.outputs) == 1


_PAIRS = {"(": ")", "[": "]", "{": "}"}


def _brackets(text: str) -> tuple[int, int, list[int]] | None:
    """Where the first bracket opens and closes, and the commas right inside it."""
    depth, quote, opened = 0, "", -1
    commas: list[int] = []
    for place, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in _PAIRS:
            opened = place if depth == 0 and opened < 0 else opened
            depth += 1
        elif sign in _PAIRS.values():
            depth -= 1
            if depth == 0:
                return opened, place, commas
        elif sign == "," and depth == 1:
            commas.append(place)
    return None


def wrapped(text: str) -> list[str]:
    """Break a statement that is too long at the arguments of its first bracket."""
    found = _brackets(text)
    if len(text) <= WIDTH or found is None or text.lstrip().startswith(('"', "for ")):
        return [text]
    opened, closed, commas = found
    indent = " " * (len(text) - len(text.lstrip()))
    parts = [text[start + 1 : end].strip() for start, end in zip([opened, *commas], [*commas, closed], strict=True)]
    together = f"{indent}    {', '.join(part for part in parts if part)}"
    inner = [together]
    if len(together) > WIDTH or "nn.Sequential(" in text[: opened + 1] or "__init__()" in text:
        inner = [line for part in parts if part for line in wrapped(f"{indent}    {part},")]
    return [text[: opened + 1], *inner, f"{indent}{text[closed:]}"]
