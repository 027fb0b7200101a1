"""Networks as data: what layers exist, how they connect, what they mean, and how they become PyTorch.

Start with `Network` (draw in code), `diagnose` (what is wrong), `summary` (what it costs), `compile` (the module),
`to_python` (readable code), `load` and `save`. No Qt anywhere below; torch is imported only when something is compiled.
"""

from __future__ import annotations

from graphs.compiler import CompileError, compile, read_weights, write_weights
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
from graphs.summary import Summary, summary
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
