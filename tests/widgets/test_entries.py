"""What a person types in a form, and the raw parameter it becomes."""

from __future__ import annotations

import pytest

from graphs.catalogue import check_parameters, fields_of, layer_type
from graphs.layers.loss import CrossEntropyLoss
from widgets.entries import EntryError, read

(CLASS_WEIGHTS,) = (info for info in fields_of(layer_type("CrossEntropyLoss")) if info.name == "class_weights")


@pytest.mark.parametrize(
    ("text", "row"),
    [("0.5, 1, 2.25", [0.5, 1.0, 2.25]), ("[1; 0.1]", [1.0, 0.1]), ("", []), ("1, =1/classes", [1.0, "=1/classes"])],
)
def test_a_row_of_numbers_takes_fractions(text: str, row: list[float | str]) -> None:
    assert CLASS_WEIGHTS.editor == "numbers"
    assert read(CLASS_WEIGHTS, text) == row


def test_what_is_no_number_is_told() -> None:
    with pytest.raises(EntryError, match="It gets “much”"):
        read(CLASS_WEIGHTS, "1, much")


def test_what_was_typed_is_what_the_loss_takes() -> None:
    loss = check_parameters(CrossEntropyLoss, {"class_weights": read(CLASS_WEIGHTS, "0.5, 2")})
    assert isinstance(loss, CrossEntropyLoss) and loss.class_weights == (0.5, 2.0)
