"""What a project must have for a view of a classifier, asked without PyTorch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydantic

from graphs.layers.input_output import Input
from graphs.meaning import Source
from graphs.message import Message, say
from graphs.planning import plan
from graphs.tensors import Kind
from workbench.data import DataError, DataSet, Task, data_set
from workbench.engine.probes.probe import find_answer

if TYPE_CHECKING:
    from graphs.project import Project


def data_of(project: Project) -> DataSet | None:
    """The data set of a project, or None when it cannot be had."""
    chosen = project.recipe.data
    try:
        return data_set(chosen.name, **chosen.parameters)
    except (DataError, pydantic.ValidationError):
        return None


def lacks_classes(project: Project) -> Message | None:
    """Say what keeps a network from sorting examples into classes; None when it does."""
    data = data_of(project)
    if data is None or data.task is not Task.CLASSIFICATION:
        return say("Nothing to show for this network: it needs data with classes.")
    if find_answer(plan(project.network)) is None:
        return say(
            "Nothing to show for this network: it needs a loss that compares its output with the class, such as "
            "CrossEntropyLoss."
        )
    return None


def lacks_plane(project: Project) -> Message | None:
    """Say what keeps a classifier from being drawn over a plane; None when it depends on two features alone."""
    lacking = lacks_classes(project)
    if lacking is not None:
        return lacking
    meaning = plan(project.network)
    answer = find_answer(meaning)
    scores: tuple[Source, ...] = (answer.scores,) if answer is not None else ()
    inputs = [step for step in meaning.needed(scores) if isinstance(step.layer, Input)]
    specs = [next(iter(step.outputs.values())) for step in inputs]
    if len(specs) == 1 and specs[0].kind is Kind.FEATURES and specs[0].dims == (2,):
        return None
    return say("Nothing to show for this network: it needs one input of two features, the two axes of a plane.")
