"""Every text a person can see, found where it is written, and which of them a language still lacks.

``python -m workbench.translations.texts`` prints what Chinese lacks. Three things are texts: the first argument of
``say``, ``mark`` and ``tr``; the sentences a layer type declares; and the descriptions of its parameters.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from workbench.translations import languages, vocabulary

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("graphs", "presets", "widgets", "workbench")
_CALLS = frozenset({"say", "mark", "tr"})
_DECLARED = frozenset({"analogy", "advice", "pitfall"})


@cache
def texts() -> Mapping[str, str]:
    """Every English text with the file and line it was first found in; read once, as it takes seconds."""
    found: dict[str, str] = {}
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            for text, line in [*_called(tree), *_declared(tree, file)]:
                if any(letter.isalpha() for letter in text):
                    found.setdefault(text, f"{file.relative_to(ROOT).as_posix()}:{line}")
    return found


def _called(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in _CALLS and node.args:
            for text in _literals(node.args[0]):
                yield text, node.lineno
        if name == "Field":
            for keyword in node.keywords:
                if keyword.arg in ("description", "face", "unit"):
                    for text in _literals(keyword.value):
                        yield text, node.lineno


def _literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _literals(one)
            yield from _literals(other)


def _declared(tree: ast.Module, file: Path) -> Iterator[tuple[str, int]]:
    if file.parent.name != "layers":
        return
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or "chinese" not in _assigned(node):
            continue  # what a family of layer types shares is no layer type
        sentence = (ast.get_docstring(node) or "").splitlines()
        if sentence:
            yield sentence[0].strip(), node.lineno
        for item in node.body:
            target = item.targets[0] if isinstance(item, ast.Assign) else getattr(item, "target", None)
            value = getattr(item, "value", None)
            if isinstance(target, ast.Name) and target.id in _DECLARED and value is not None:
                for text in _literals(value):
                    yield text, item.lineno


def _assigned(node: ast.ClassDef) -> set[str]:
    """The names a class gives a value."""
    targets = [item.targets[0] if isinstance(item, ast.Assign) else getattr(item, "target", None) for item in node.body]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def missing(code: str) -> dict[str, str]:
    """The texts a language lacks, with where they stand."""
    words = vocabulary(code)
    return {text: place for text, place in texts().items() if text not in words}


if __name__ == "__main__":
    for language, _ in languages():
        if language != "en":
            for lacking, where in missing(language).items():
                print(f"{where}: {lacking}")
