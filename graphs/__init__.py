"""Networks as data: what layers exist, how they connect, what they mean, and how they become PyTorch.

Start with `Network` (draw in code), `diagnose` (what is wrong), `summary` (what it costs), `compile` (the module),
`to_python` (readable code), `load` and `save`. No Qt anywhere below; torch is imported only when something is compiled,
and each part only when its first name is used, so that a command line answers at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphs.compiler import CompileError, compile, read_weights, write_weights
    from graphs.costs import Summary, summary
    from graphs.diagnosis import Diagnostic, advise, diagnose
    from graphs.document import DocumentError, load, save
    from graphs.history import History
    from graphs.importing import ImportFailed, from_module
    from graphs.meaning import Fix, Plan
    from graphs.network import Network, NetworkError, Scan
    from graphs.planning import plan
    from graphs.printer import to_python
    from graphs.project import About, Project
    from graphs.recipe import Recipe
    from graphs.tensors import Kind, TensorSpec

__all__ = [
    "About",
    "CompileError",
    "Diagnostic",
    "DocumentError",
    "Fix",
    "History",
    "ImportFailed",
    "Kind",
    "Network",
    "NetworkError",
    "Plan",
    "Project",
    "Recipe",
    "Scan",
    "Summary",
    "TensorSpec",
    "advise",
    "compile",
    "diagnose",
    "from_module",
    "load",
    "plan",
    "read_weights",
    "save",
    "summary",
    "to_python",
    "write_weights",
]

_HOMES = {
    "compiler": ("CompileError", "compile", "read_weights", "write_weights"),
    "costs": ("Summary", "summary"),
    "diagnosis": ("Diagnostic", "advise", "diagnose"),
    "document": ("DocumentError", "load", "save"),
    "history": ("History",),
    "importing": ("ImportFailed", "from_module"),
    "meaning": ("Fix", "Plan"),
    "network": ("Network", "NetworkError", "Scan"),
    "planning": ("plan",),
    "printer": ("to_python",),
    "project": ("About", "Project"),
    "recipe": ("Recipe",),
    "tensors": ("Kind", "TensorSpec"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name):
        """Load the module in which a public name stands, when it is first asked for."""
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
        return value

    def __dir__():
        """The public names, also those that nobody asked for yet."""
        return sorted({*globals(), *__all__})
