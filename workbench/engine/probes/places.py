"""Which steps of a sequence are the places of a picture, and how they lie in it."""

from __future__ import annotations

from graphs.meaning import Plan, Source
from graphs.tensors import Kind
from workbench.engine.inside import origins


def grid_of(meaning: Plan, keys: Source, length: int) -> tuple[int, int, int] | None:
    """Rows and columns of the patches that keys are, and how many steps come before them; None without an image."""
    for step in origins(meaning, keys):
        spec = step.outputs["y"]
        if spec.kind is not Kind.IMAGE or not isinstance(spec.height, int) or not isinstance(spec.width, int):
            continue
        for before in (0, 1):
            patches = length - before
            for rows in range(1, spec.height + 1):
                columns, rest = divmod(patches, rows)
                # Patches are as high as they are wide.
                if not rest and columns > 1 and rows * spec.width == columns * spec.height:
                    return rows, columns, before
    return None
