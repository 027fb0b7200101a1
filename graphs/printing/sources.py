"""The classes of ours that a printed file needs, as text read from their files, and the imports on top."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graphs.parsing import parse_module

_REMARKS = re.compile(r"\s*#\s*(type:|fmt:|noqa|mypy:|pragma:).*$", re.MULTILINE)
_STANDARD = frozenset({"math", "operator", "collections", "itertools", "functools", "typing", "dataclasses", "random"})


@dataclass
class _File:
    """One of our files: its text, what it defines, what it imports."""

    text: str
    defined: dict[str, ast.stmt] = field(default_factory=dict)
    imports: dict[str, tuple[str, str | None]] = field(default_factory=dict)


def _read(module: str) -> _File:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(module)
    file = _File(Path(spec.origin).read_text(encoding="utf-8"))
    for node in parse_module(file.text).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            file.defined[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            file.defined |= {target.id: node for target in targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.Import):
            file.imports |= {alias.asname or alias.name: (alias.name, None) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
            file.imports |= {alias.asname or alias.name: (node.module or "", alias.name) for alias in node.names}
    return file


def _names_in(node: ast.stmt) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


class Sources:
    """The text of classes of ours, with what they need of their files, each once; and what all that imports."""

    def __init__(self, targets: Iterable[str]):
        self.parts: list[str] = []
        self.names: set[str] = set()
        self.imports: dict[str, tuple[str, str | None]] = {}
        self._files: dict[str, _File] = {}
        wanted: dict[str, list[str]] = {}
        todo = [target.rsplit(".", 1) for target in targets]
        while todo:
            module, name = todo.pop()
            if name in wanted.setdefault(module, []):
                continue
            wanted[module].append(name)
            file = self._files.setdefault(module, _read(module))
            for other in sorted(_names_in(file.defined[name])):
                if other in file.defined:
                    todo.append([module, other])
                elif other in file.imports and file.imports[other][0].startswith("graphs."):
                    source, original = file.imports[other]
                    todo.append([source, original or other])
                elif other in file.imports:
                    self.imports[other] = file.imports[other]
        for module in sorted(wanted, key=lambda module: (module not in _used_by(self._files, wanted), module)):
            self._add(self._files[module], wanted[module])

    def _add(self, file: _File, wanted: list[str]) -> None:
        lines = file.text.splitlines()
        for name, node in file.defined.items():
            if name not in wanted:
                continue
            decorators = getattr(node, "decorator_list", [])
            first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
            text = "\n".join(lines[first - 1 : node.end_lineno])
            self.parts.append(_REMARKS.sub("", text).replace("torch.Tensor", "Tensor"))
            self.names.add(name)


def _used_by(files: dict[str, _File], wanted: dict[str, list[str]]) -> set[str]:
    """The files that others take something from: they come first."""
    return {source for module in wanted for source, _ in files[module].imports.values() if source in wanted}


def source_of(target: str) -> str:
    """The source text of one of our own classes, read from its file without importing torch.

    What it needs of its file, other classes and functions, is printed before it.
    """
    return "\n\n\n".join(Sources([target]).parts)


def import_lines(text: str, further: dict[str, tuple[str, str | None]]) -> list[str]:
    """The imports that a text needs, in the order people keep them: the standard library, an empty line, torch."""
    known: dict[str, tuple[str, str | None]] = {
        "math": ("math", None),
        "operator": ("operator", None),
        "torch": ("torch", None),
        "F": ("torch.nn.functional", None),
        "Tensor": ("torch", "Tensor"),
        "nn": ("torch", "nn"),
        "weight_norm": ("torch.nn.utils.parametrizations", "weight_norm"),
        "spectral_norm": ("torch.nn.utils.parametrizations", "spectral_norm"),
    }
    used = {node.id for node in ast.walk(parse_module(text)) if isinstance(node, ast.Name)}
    plain: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    members: dict[str, list[str]] = {}
    for name, (module, member) in {**further, **known}.items():
        if name not in used or (name in ("weight_norm", "spectral_norm") and f"def {name}(" in text):
            continue
        if member is None:
            line = f"import {module}" if module == name else f"import {module} as {name}"
            plain[module.split(".")[0] in _STANDARD].append((module, line))
        else:
            members.setdefault(module, []).append(member if member == name else f"{member} as {name}")
    groups = []
    for standard in (True, False):
        lines = [line for _, line in sorted(plain[standard])]
        for module in sorted(module for module in members if (module.split(".")[0] in _STANDARD) is standard):
            names = sorted(members[module], key=lambda name: (not name[0].isupper(), name))
            lines.append(f"from {module} import {', '.join(names)}")
        if lines:
            groups.append(lines)
    return [line for number, lines in enumerate(groups) for line in ([""] * bool(number) + lines)]
