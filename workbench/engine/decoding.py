"""A decoder to ask at any place of its code, with the weights a run has kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from graphs.project import Project
from workbench.engine.events import Array
from workbench.engine.roles import code_of, copying, spec_of

if TYPE_CHECKING:
    from graphs.modules.tree import Tree


class Decoder:
    """What an auto-encoder's second half makes of a code.

    The weights are those of the newest checkpoint in ``folder``, without one those of the project; `refresh` reads
    them again. Raises ValueError for a network that has no code. Loads torch.
    """

    def __init__(self, project: Project, folder: Path | None = None):
        import torch

        from graphs.compiler import compile, write_weights
        from workbench.engine.begun import begun_from

        with torch.random.fork_rng(devices=[]):
            tree: Tree = compile(project.network, trust=project.trusted)
        meaning = tree.plan
        copied = copying(meaning)
        code = code_of(meaning, copied) if copied is not None else None
        if copied is None or code is None:
            raise ValueError("A decoder needs an auto-encoder with a code; this network has none.")
        self._tree, self._folder = tree.eval(), folder
        self._dims = tuple(dim for dim in spec_of(meaning, code).dims if isinstance(dim, int))
        self.answer, self._copied = spec_of(meaning, copied.answer), copied
        self._run = begun_from(tree, code, copied.answer)
        self._read = 0.0
        self.step: int | None = None
        """After which step the weights were as they are here; None for those of the project."""
        write_weights(tree, project.weights)
        self.refresh()

    def refresh(self) -> bool:
        """Read the newest checkpoint if there is one that was not read yet; return whether there was."""
        from graphs.compiler import write_weights
        from workbench.engine.checkpoint import read_state, read_weights
        from workbench.engine.faults import FolderError

        path = None if self._folder is None else self._folder / "last.safetensors"
        if path is None or not path.exists() or path.stat().st_mtime == self._read:
            return False
        try:
            time, state, weights = path.stat().st_mtime, read_state(path), read_weights(path)
        except FolderError:
            return False  # it is told where the run is opened; here the weights stay as they were
        write_weights(self._tree, weights)
        self._read, self.step = time, state.step
        return True

    def __call__(self, code: Array) -> Array:
        """Decode codes (n, d), float32; return (n, ...) in the shape of the answer."""
        import torch

        values = torch.from_numpy(np.ascontiguousarray(code, dtype=np.float32)).reshape(len(code), *self._dims)
        with torch.no_grad():
            answer = self._run(values)
        return np.asarray(self._copied.copy(answer).numpy())
