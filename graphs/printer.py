"""The drawing as a Python file a person takes away: one class for the network, one for each block as it is placed."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

from graphs.meaning import Copy, Plan, Source, Step
from graphs.network import Network
from graphs.planning import plan
from graphs.programs import Body, Line, construction, entrances, exits, is_taken, network_outputs, reach


class _Classes:
    """The classes of the blocks, each printed once for each plan it has; inner ones come first."""

    def __init__(self, taken: str) -> None:
        self.lines: list[Line] = []
        self._names: dict[int, str] = {}
        self._taken = {taken}

    def name(self, block: str, body: Plan) -> str:
        """The class of a block as it is placed somewhere; printed when it is asked for the first time."""
        if id(body) not in self._names:
            name, number = block, 1
            while name in self._taken or is_taken(name):
                number += 1
                name = f"{block}{number}"
            self._taken.add(name)
            self._names[id(body)] = name
            outlets = exits(body)
            printed = self.text(name, body, outlets, tuple(outlets.values()), f"The block {block}.")
            self.lines += [Line(""), Line(""), *(Line(line.text) for line in printed)]
        return self._names[id(body)]

    def text(
        self, name: str, meaning: Plan, outlets: dict[str, Source], wanted: tuple[Source, ...], sentence: str
    ) -> list[Line]:
        """Print one class: its modules, and what it does with its inputs."""
        body = Body(meaning, wanted, "        ", self._call)
        owners = {step.node if step.share is None else step.share for step in meaning.needed(wanted)}
        built = (s for s in meaning.steps if s.copies or (s.call is not None and s.call.is_module))
        steps = [step for step in built if step.node in owners]
        inputs = body.arguments
        if meaning.steps and sentence.startswith("The block"):  # a block is called with everything that arrives
            inputs = self._all_inputs(meaning, body)
        printed = [Line(f"class {name}(nn.Module):"), Line(f'    """{sentence}"""'), Line("")]
        printed += [Line("    def __init__(self) -> None:"), Line("        super().__init__()")]
        printed += [Line(f"        {text}", step.node) for step in steps for text in self._built(step)]
        printed += [Line(""), Line(f"    def forward({', '.join(['self', *inputs])}):"), *body.lines]
        results = body.results
        if not results:
            return [*printed, Line("        return {}")]
        if sentence.startswith("The block") or len(results) == 1:
            return [*printed, Line(f"        return {', '.join(results)}")]
        pairs = ", ".join(f'"{key}": {value}' for key, value in zip(outlets, results, strict=True))
        return [*printed, Line(f"        return {{{pairs}}}")]

    @staticmethod
    def _all_inputs(meaning: Plan, body: Body) -> list[str]:
        needed = {step.name for step in entrances(meaning, body.steps)}
        names = iter(body.arguments)
        every = [step for step in meaning.steps if step.is_entrance]
        return [next(names) if step.name in needed else f"_{step.name}" for step in every]

    def _built(self, step: Step) -> Iterator[str]:
        """The lines that make the modules of a node."""
        if step.call is not None:
            yield _placed((step.name,), construction(step.call))
            return
        block = getattr(step.layer, "block", "Block")
        classes = [self.name(block, copy.body) for copy in step.copies]
        if len(step.copies[0].path) == 1:  # one copy, or copies beside each other
            for copy, kind in zip(step.copies, classes, strict=True):
                yield _placed(copy.path, f"{kind}()")
            return
        container = "nn.Sequential" if _is_chain(step) else "nn.ModuleList"
        if len(set(classes)) == 1:
            inner = f"{classes[0]}() for _ in range({len(classes)})"
            yield _placed((step.name,), f"{container}(*[{inner}])" if _is_chain(step) else f"{container}([{inner}])")
        else:
            inner = ", ".join(f"{kind}()" for kind in classes)
            yield _placed((step.name,), f"{container}({inner})" if _is_chain(step) else f"{container}([{inner}])")

    @staticmethod
    def _call(copy: Copy, wanted: tuple[Source, ...], arguments: list[str]) -> str:
        return f"{reach(copy.path)}({', '.join(arguments)})"


def _placed(path: tuple[str, ...], text: str) -> str:
    (name,) = path
    return f"self.{name} = {text}" if name.isidentifier() else f'self.add_module("{name}", {text})'


def _is_chain(step: Step) -> bool:
    """Whether every copy takes one value and gives one."""
    return len(step.inputs) == 1 and len(step.outputs) == 1


def _modules(meaning: Plan, wanted: tuple[Source, ...]) -> Iterator[str]:
    """The targets of every module that is built, also inside blocks."""
    for step in meaning.needed(wanted):
        if step.call is not None and step.call.is_module:
            yield step.call.target
        for copy in step.copies:
            yield from _modules(copy.body, tuple(exits(copy.body).values()))


def to_python_lines(network: Network, name: str = "Network") -> list[Line]:
    """Print a network as an ``nn.Module`` class, each line with its node; see `to_python`."""
    meaning = plan(network)
    outputs = network_outputs(meaning)
    wanted = tuple(outputs.values())
    inputs = entrances(meaning, meaning.needed(wanted))
    shapes = ", ".join(
        f"{step.name} (N, {', '.join(map(str, next(iter(step.outputs.values())).dims))})" for step in inputs
    )
    classes = _Classes(name)
    sentence = f"Takes {shapes or 'nothing'}; gives {', '.join(outputs) or 'nothing'}."
    top = classes.text(name, meaning, outputs, wanted, sentence)
    own = sorted({target for target in _modules(meaning, wanted) if target.startswith("graphs.")})
    sources = [line for target in own for line in ("", "", *source_of(target).splitlines())]
    texts = " ".join([*sources, *(line.text for line in (*classes.lines, *top))])
    imports = [
        text
        for text, sign in (
            ("import math", "math."),
            ("import operator", "operator."),
            ("import torch", "torch."),
            ("import torch.nn.functional as F", "F."),
        )
        if re.search(rf"(?<![\w.]){re.escape(sign)}", texts)
    ]
    head = [*imports, "from torch import nn", *sources]
    return [*(Line(text) for text in head), *classes.lines, Line(""), Line(""), *top]


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
    return name if name.isidentifier() and not is_taken(name) else f"Network{name}"


def source_of(target: str) -> str:
    """The source text of one of our own classes, read from its file without importing torch.

    What it needs of its file, other classes and functions, is printed before it.
    """
    module, name = target.rsplit(".", 1)
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(module)
    text = Path(spec.origin).read_text(encoding="utf-8")
    defined = {node.name: node for node in ast.parse(text).body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    needed: list[str] = []
    todo = [name]
    while todo:
        current = todo.pop()
        if current in needed:
            continue
        needed.append(current)
        names = {node.id for node in ast.walk(defined[current]) if isinstance(node, ast.Name)}
        todo += sorted(names & set(defined))
    order = [other for other in defined if other in needed]
    parts = []
    for other in order:
        node = defined[other]
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        parts.append("\n".join(text.splitlines()[first - 1 : node.end_lineno]))
    return "\n\n\n".join(parts)
