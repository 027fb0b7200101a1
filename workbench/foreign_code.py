"""Code that is not ours: where the class of a module lies and what it says, looked up without running any of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

from graphs.parsing import parse_module
from graphs.project import Project


@dataclass(frozen=True)
class Code:
    """A class of somebody's own: its full name, the file it lies in and its source, both empty when it is not found."""

    name: str
    path: Path | None = None
    source: str = ""


@dataclass(frozen=True)
class Model:
    """A network that an installed library builds: its name, and what to give to ``workbench import``."""

    name: str
    what: str
    arguments: str


def code_of(project: Project) -> tuple[Code, ...]:
    """The classes of code of its own that a project would run, each once."""
    networks = (project.network, *project.network.blocks.values())
    nodes = [node for network in networks for node in network if node.type == "PythonModule"]
    return tuple(find(name) for name in sorted({str(node.parameters.get("target", "")) for node in nodes}))


def find(name: str) -> Code:
    """Find a class by its full name. Nothing is imported: packages are walked through as folders."""
    *home, last = name.split(".")
    places: list[str] | None = None
    for number in range(1, len(home) + 1):
        try:
            spec = PathFinder.find_spec(".".join(home[:number]), places)
        except (ImportError, ValueError):
            return Code(name)
        if spec is None or (number < len(home) and spec.submodule_search_locations is None):
            return Code(name)
        places = list(spec.submodule_search_locations or ())
        path = Path(spec.origin) if spec.origin else None
    if not home or path is None or path.suffix != ".py":
        return Code(name)
    return Code(name, path, source_of(path, last))


def source_of(path: Path, name: str) -> str:
    """The text of a class or a function of a file; empty when it is not there."""
    text, tree = _parsed(path)
    for part in tree.body if tree is not None else ():
        if isinstance(part, ast.ClassDef | ast.FunctionDef) and part.name == name:
            return ast.get_source_segment(text, part) or ""
    return ""


def offered_by(path: Path) -> list[str]:
    """The classes and functions of a file that a module may be had from, classes first, in their order."""
    _, tree = _parsed(path)
    parts = tree.body if tree is not None else []
    classes = [part.name for part in parts if isinstance(part, ast.ClassDef) and part.bases]
    functions = [part.name for part in parts if isinstance(part, ast.FunctionDef)]
    return [name for name in (*classes, *functions) if not name.startswith("_")]


def _parsed(path: Path) -> tuple[str, ast.Module | None]:
    try:
        text = path.read_text(encoding="utf-8")
        return text, parse_module(text)
    except (OSError, ValueError, SyntaxError):
        return "", None


def called(path: Path) -> tuple[Path, str]:
    """The folder Python has to start in for a file, and its name as a module there: packages are climbed out of."""
    parts = [path.stem]
    folder = path.resolve().parent
    while (folder / "__init__.py").exists():
        parts.insert(0, folder.name)
        folder = folder.parent
    return folder, ".".join(parts)


@cache
def torchvision_models() -> tuple[Model, ...]:
    """The classification and segmentation networks of the installed torchvision, with fresh weights, by name."""
    spec = PathFinder.find_spec("torchvision")
    found = []
    for home in spec.submodule_search_locations or () if spec is not None else ():
        for folder, module in (("models", "torchvision.models"),
                               ("models/segmentation", "torchvision.models.segmentation")):  # fmt: skip
            given = '{"weights": null, "weights_backbone": null}' if "seg" in folder else '{"weights": null}'
            for path in sorted((Path(home) / folder).glob("*.py")):
                found += [Model(name, f"{module}:{name}", given) for name in _registered(path)]
    return tuple(sorted(found, key=lambda model: model.name))


def _registered(path: Path) -> list[str]:
    _, tree = _parsed(path)
    functions = [part for part in (tree.body if tree is not None else []) if isinstance(part, ast.FunctionDef)]
    return [one.name for one in functions if any("register_model" in ast.dump(mark) for mark in one.decorator_list)]
