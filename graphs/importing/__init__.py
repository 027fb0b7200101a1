"""From PyTorch to a drawing: follow a module, find the layer of every operation, fold what repeats into blocks."""

from __future__ import annotations

from graphs.importing.entry import Imported, ImportFailed, from_module, imported

__all__ = ["ImportFailed", "Imported", "from_module", "imported"]
