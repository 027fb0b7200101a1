"""Finding what a folder of modules declares without importing all of it: a name stands in the text of its file."""

from __future__ import annotations

import importlib.util
import pkgutil
from pathlib import Path
from types import ModuleType


def likeliest_first(package: ModuleType, words: str) -> list[str]:
    """The full names of the modules of a package, those whose text contains ``words`` first, each group by name.

    Reading a file is quicker than importing it with all that it needs. Nothing is left out, so whoever imports them in
    this order finds what is there also where the name is put together elsewhere.
    """

    def says_nothing(name: str) -> bool:
        spec = importlib.util.find_spec(name)
        origin = spec.origin if spec is not None else None
        return origin is None or words not in Path(origin).read_text(encoding="utf-8")

    every = sorted(f"{package.__name__}.{info.name}" for info in pkgutil.iter_modules(package.__path__))
    return sorted(every, key=says_nothing)
