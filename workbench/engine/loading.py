"""The data of a project, ready to be trained on."""

from __future__ import annotations

import pydantic

from graphs.message import say
from graphs.project import Project
from workbench.data import Prepared, data_set, prepare
from workbench.data.folding import fold_parts
from workbench.engine.faults import FieldError


def load_data(project: Project) -> Prepared:
    """Load, split and scale the data a recipe names. Raises DataError or FieldError."""
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
    if data.folds is None:
        return prepare(chosen, data.split, seed)
    return prepare(chosen, data.split, seed, cut=lambda table: fold_parts(table, chosen, data, seed))
