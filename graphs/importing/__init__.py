"""From PyTorch to a drawing: follow a module, find the layer of every operation, fold what repeats into blocks."""

from __future__ import annotations

from graphs.importing.entry import ImportFailed, from_module

__all__ = ["ImportFailed", "from_module"]
