"""The data of a project, ready to be trained on."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import numpy as np
import pydantic

from graphs.message import say
from graphs.project import Project
from workbench.data import DataError, Prepared, Scaler, Table, data_set, prepare
from workbench.data.folding import fold_parts
from workbench.data.streaming import Filed
from workbench.engine.faults import FieldError

LIST = "files.npz"
"""Which files a run streams from, kept in its folder."""

_SCALER, _OF = "scaler of this run", "data of this run"


def load_data(project: Project, folder: Path | None = None) -> Prepared:
    """Load, split and scale the data a recipe names. Raises DataError or FieldError.

    Data that stay in their files are listed in the ``folder`` of the run. When it goes on, the list counts and not what
    lies there by then: a file that has come or gone since moves no example into another part.
    """
    recipe = project.recipe
    try:
        chosen = data_set(recipe.data.name, **recipe.data.parameters)
    except pydantic.ValidationError as error:
        first = error.errors()[0]
        raise FieldError(
            say("The data {data} cannot be made: {parameter}: {reason}.", data=recipe.data.name,
                parameter=".".join(map(str, first["loc"])), reason=first["msg"]),
            say("Choose the parameter of the data in the recipe again."),
        ) from error  # fmt: skip
    data = recipe.data
    seed = recipe.seed if data.seed is None else data.seed
    table = chosen.load(seed)
    scaler = None
    if table.streams and folder is not None and (folder / LIST).exists():
        table, scaler = listed(folder / LIST, table, repr(chosen))
    cut = None if data.folds is None else lambda table: fold_parts(table, chosen, data, seed)
    prepared = prepare(chosen, data.split, seed, scaler=scaler, cut=cut, table=table)
    if table.streams and folder is not None and scaler is None:
        keep_list(folder / LIST, table, prepared.scaler, repr(chosen))
    return prepared


def keep_list(path: Path, table: Table, scaler: Scaler, of: str) -> None:
    """Write down which examples a table of the data ``of`` has and how they were scaled; whole or not at all."""
    arrays: dict[str, Any] = {
        f"column {name}": c.sources if isinstance(c, Filed) else c for name, c in table.columns.items()
    }
    content = io.BytesIO()
    texts = {_SCALER: scaler.model_dump_json(), _OF: of}
    arrays |= {name: np.frombuffer(text.encode(), dtype=np.uint8) for name, text in texts.items()}
    np.savez_compressed(content, **arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    with open(beside, "wb") as file:
        file.write(content.getbuffer())
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def listed(path: Path, table: Table, of: str) -> tuple[Table, Scaler | None]:
    """The examples that were written down, read as those of ``table`` are, and how they were scaled.

    A list of other data than ``of`` does not count: the run goes on with another recipe. Raises DataError when it
    cannot be read.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            if kept[_OF].tobytes().decode() != of:
                return table, None
            columns = {name: kept[f"column {name}"] for name in table.columns}
            scaler = Scaler.model_validate_json(kept[_SCALER].tobytes())
    except Exception as error:  # numpy's readers raise nearly anything for a damaged file
        raise DataError(
            say("{file} lists the examples of this run and cannot be read: {error}. Start the training anew.",
                file=path, error=error)
        ) from error  # fmt: skip
    for name, column in table.columns.items():
        if isinstance(column, Filed):
            columns[name] = Filed(name, column.reader, columns[name], column.dims, column.dtype.name)
    return Table(columns, table.notes, table.tests), scaler
