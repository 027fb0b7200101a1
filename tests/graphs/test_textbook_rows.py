"""Every operator, loss and metric the textbook names can be drawn."""

from __future__ import annotations

import re

import pytest
import torch

from graphs.catalogue import layer_types
from graphs.layer import Family
from tests.graphs.textbook_rows import LAYERS, LOSSES, METRICS, Drawn, Elsewhere, Row

ROWS: dict[str, Row] = LAYERS | LOSSES | METRICS
TYPES = layer_types()


@pytest.mark.parametrize("row", sorted(ROWS))
def test_a_row_has_its_types(row: str) -> None:
    place = ROWS[row]
    if isinstance(place, Elsewhere):
        assert len(place.why) > 20
        return
    if isinstance(place, Drawn):
        assert len(place.why) > 10
    named = place.types if isinstance(place, Drawn) else place
    assert named
    for name in named:
        kind, _, parameter = name.partition(".")
        assert kind in TYPES
        assert not parameter or parameter in TYPES[kind].model_fields


def test_no_row_is_left_out() -> None:
    assert list(LAYERS) == [f"B{n}" for n in range(1, 99)]
    assert list(LOSSES) == [f"C{n}" for n in range(1, 33)]
    assert list(METRICS) == [f"I{n}" for n in range(1, 27)]
    for table, family in ((LOSSES, Family.LOSS), (METRICS, Family.METRIC)):
        own = [row for row in table.values() if isinstance(row, tuple)]
        assert all(any(TYPES[n.split(".")[0]].family is family for n in row) or "ArcFaceHead" in row for row in own)


def test_there_are_more_than_160_types_with_1d_2d_and_3d_as_one() -> None:
    folded = {re.sub(r"[123]d", "", name) for name in TYPES}
    assert len(folded) >= 160


def test_every_activation_of_torch_is_there() -> None:
    # Softmax2d is Softmax over the channels of an image.
    named = set(torch.nn.modules.activation.__all__) - {"Softmax2d"}
    assert named <= set(TYPES)
