"""The repository's own Python files, parsed once, for the tests that read instead of run."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("graphs", "presets", "widgets", "workbench")
FOLDERS = (*PACKAGES, "tests", "benchmarks", "docs")
LEFT_OUT = {"__pycache__", "build", "dist", "runs"}


@dataclass(frozen=True)
class Source:
    """A Python file: ``path`` from the root of the repository with slashes, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """The dotted name: ``graphs.layers.dense``; a package bears its folder's name."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def package(self) -> str:
        """The folder it lies in at the top: ``graphs``."""
        return self.path.split("/")[0]


@dataclass(frozen=True)
class Import:
    """One imported module, and whether the import runs when the file is imported or only in a function."""

    source: Source
    name: str
    line: int
    at_once: bool

    @property
    def top(self) -> str:
        """The first word: ``torch`` of ``torch.nn``."""
        return self.name.split(".")[0]

    def __str__(self) -> str:
        return f"{self.source.path}:{self.line} imports {self.name}"


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the repository."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    kept = (path.relative_to(ROOT).as_posix() for path in paths if not LEFT_OUT & set(path.relative_to(ROOT).parts))
    texts = ((path, (ROOT / path).read_text(encoding="utf-8")) for path in kept)
    return tuple(Source(path, text, ast.parse(text, path)) for path, text in texts)


def of(*packages: str) -> list[Source]:
    """The files of these packages, or of all four when none is named."""
    return [source for source in sources() if source.package in (packages or PACKAGES)]


@cache
def modules() -> frozenset[str]:
    """The dotted names of every file in the four packages."""
    return frozenset(source.module for source in of())


@cache
def nodes(source: Source) -> tuple[ast.AST, ...]:
    """Every node of a file's syntax tree, walked once for all who look."""
    return tuple(ast.walk(source.tree))


@cache
def imports(source: Source) -> tuple[Import, ...]:
    """Every import of a file. ``from graphs import tensors`` imports ``graphs.tensors``, not all of ``graphs``."""
    return tuple(_imports(source, source.tree, at_once=True))


def dotted(node: ast.AST) -> str:
    """``torch.load`` for the names of such an expression; empty for any other, as ``ast.unparse`` takes long."""
    if isinstance(node, ast.Attribute):
        base = dotted(node.value)
        return base and f"{base}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def forget() -> None:
    """Let go of everything that was read: a million nodes, through which the collector would have to look."""
    for known in (sources, nodes, imports):
        known.cache_clear()


def _imports(source: Source, parent: ast.AST, at_once: bool) -> Iterator[Import]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(source, alias.name, node.lineno, at_once)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield Import(source, inner if inner in modules() else base, node.lineno, at_once)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for child in node.body:
                yield from _imports(source, ast.Module([child], []), at_once=False)
            for child in node.orelse:
                yield from _imports(source, ast.Module([child], []), at_once)
        else:
            runs = at_once and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imports(source, node, runs)


@cache
def loaded_by(program: str) -> frozenset[str]:
    """The first words of all modules that a program of its own has loaded when it ends."""
    program += "\nimport sys\nprint('loaded:', *{name.split('.')[0] for name in sys.modules})"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{program}\n{done.stderr}"
    return frozenset(done.stdout.splitlines()[-1].split()[1:])
