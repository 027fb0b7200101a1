"""Finding layer types, and telling people which parameters they take."""

from __future__ import annotations

import subprocess
import sys

import pytest

from graphs.catalogue import ParameterError, UnknownLayer, check_parameters, fields_of, layer_type, layer_types, search
from graphs.layer import Family


def field(type_name: str, name: str):  # type: ignore[no-untyped-def]
    return next(info for info in fields_of(layer_type(type_name)) if info.name == name)


def test_types_come_in_the_order_of_the_palette() -> None:
    families = [kind.family for kind in layer_types().values()]
    assert families == sorted(families, key=list(Family).index)
    assert list(layer_types())[:2] == ["Input", "Output"]
    assert len(layer_types()) >= 37


def test_the_catalogue_needs_no_torch() -> None:
    code = "import sys; from graphs.catalogue import layer_types; layer_types(); print('torch' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "False"
    )


def test_an_unknown_type_names_the_nearest() -> None:
    with pytest.raises(UnknownLayer) as caught:
        layer_type("Conv2D")
    assert str(caught.value) == "There is no layer type Conv2D. Is it Conv2d?"
    with pytest.raises(UnknownLayer, match=r"^There is no layer type zzzzzz\.$"):
        layer_type("zzzzzz")


def test_a_form_knows_what_to_offer() -> None:
    filters = field("Conv2d", "out_channels")
    assert (filters.editor, filters.default, filters.face) == ("int", 32, "filters")
    assert filters.bounds == {"ge": 1, "le": 65_536}
    kernel = field("Conv2d", "kernel_size")
    assert (kernel.editor, kernel.default, kernel.unit, kernel.bounds) == ("pair", (3, 3), "px", {"ge": 1, "le": 1024})
    assert field("Conv2d", "padding_mode").choices == ("zeros", "reflect", "replicate", "circular")
    assert (field("MaxPool2d", "stride").editor, field("MaxPool2d", "stride").optional) == ("pair", True)
    assert (field("Dropout", "p").editor, field("Dropout", "p").bounds) == ("float", {"ge": 0, "lt": 1})
    assert field("Input", "shape").editor == "shape"
    assert field("Linear", "bias").editor == "bool"
    assert field("Input", "field").editor == "text"


@pytest.mark.parametrize(
    ("type_name", "values", "sentence"),
    [
        ("Conv2d", {"kernel_size": 0}, "kernel_size takes two whole numbers from 1 to 1,024. It got 0."),
        ("Conv2d", {"kernel_size": [3, 0]}, "kernel_size takes two whole numbers from 1 to 1,024. It got (3, 0)."),
        ("Linear", {"out_features": "many"}, "out_features takes a whole number from 1 to 1,048,576. It got “many”."),
        ("Dropout", {"p": 1}, "p takes a number from 0, below 1. It got 1."),
        (
            "Conv2d",
            {"padding_mode": "same"},
            "padding_mode takes one of zeros, reflect, replicate, circular. It got “same”.",
        ),
        ("MaxPool2d", {"stride": 0}, "stride takes two whole numbers from 1 to 1,024, or nothing. It got 0."),
        ("Conv2d", {"kernel": 3}, "Conv2d has no parameter kernel. Is it kernel_size?"),
        ("ReLU", {"inplace": True}, "ReLU has no parameter inplace. It has: –."),
        ("Input", {"shape": [1, 0]}, "Every number of a shape is at least 1. It got (1, 0)."),
    ],
)
def test_a_wrong_parameter_is_answered_in_words(type_name: str, values: dict[str, object], sentence: str) -> None:
    with pytest.raises(ParameterError) as caught:
        check_parameters(layer_type(type_name), values)
    assert str(caught.value) == sentence
    assert caught.value.parameter == next(iter(values))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("conv", "Conv2d"),
        ("relu", "ReLU"),
        ("全连接", "Linear"),
        ("丢弃法", "Dropout"),
        ("silu", "SiLU"),
        ("swish", "Swish"),
        ("residual", "Add"),
        ("max pool", "MaxPool2d"),
        ("损失 交叉熵", "CrossEntropyLoss"),
    ],
)
def test_search_finds_by_name_word_and_chinese(typed: str, first: str) -> None:
    assert search(typed)[0].type_name() == first


def test_search_for_nothing_gives_everything_and_for_nonsense_nothing() -> None:
    assert [kind.type_name() for kind in search("")] == list(layer_types())
    assert search("qqqq") == ()
