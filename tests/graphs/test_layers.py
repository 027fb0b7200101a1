"""Every layer type keeps its promises: what the drawing says of it is what torch does."""

from __future__ import annotations

import json
from contextlib import nullcontext
from functools import cache
from typing import Any

import pytest
import torch
from hypothesis import given
from torch.utils.flop_counter import FlopCounterMode

from graphs.catalogue import check_parameters, fields_of, layer_types
from graphs.expressions import evaluate
from graphs.layer import Family, Layer
from graphs.tensors import Kind
from tests.graphs.cases import case
from tests.graphs.placing import build, examples, few, outputs, placed, run
from workbench.translations import vocabulary

TYPES = layer_types()
RUNS = sorted(name for name in TYPES if name not in ("Input", "Output", "State"))  # the program itself stands for these


def calculated(text: str) -> float:
    """What a printed sum comes to; rounding up is rounding down of the negative."""
    plain = text.replace("×", "*").replace("·", "*").replace("−", "-").replace("/", "//")
    return evaluate(plain.replace("⌊", "(").replace("⌋", ")").replace("⌈(", "-(-(").replace("⌉", ")"), {})


def comes_back_from_json(layer: Layer) -> None:
    """A layer written to a file and read again is the same one."""
    assert check_parameters(type(layer), json.loads(json.dumps(layer.model_dump(mode="json")))) == layer


def ends_in_the_shape_on_the_wire(layer: Layer, inputs: dict[str, Any]) -> None:
    """Every sum that explains a shape comes to what it says, and that is a size of an output."""
    dims = [dim for spec in outputs(layer, inputs).values() for dim in spec.dims]
    for sum_ in layer.arithmetic(**inputs):
        assert sum_.result in dims
        assert calculated("".join(term.text for term in sum_.terms)) == sum_.result, sum_.text


def costs(layer: Layer, inputs: dict[str, Any], built: Any) -> None:
    """The parameters and buffers that are told are those that torch made, and each told sum comes to its number."""
    cost = layer.cost(**inputs)
    parameters = list(built.parameters()) if isinstance(built, torch.nn.Module) else []
    buffers = list(built.state_dict().values()) if isinstance(built, torch.nn.Module) else []
    assert cost.parameters.number == sum(p.numel() for p in parameters)
    assert cost.buffers == sum(b.numel() for b in buffers) - cost.parameters.number
    for tally in (cost.parameters, cost.multiply_adds):
        if tally.sum:
            assert tally.number == calculated(tally.sum)


@pytest.mark.parametrize("name", RUNS)
def test_the_drawing_says_what_torch_gives(name: str) -> None:
    """Shapes, their arithmetic, costs and gradients; where torch counts, its flops are twice the multiply-adds."""

    @few(25)
    @given(placed(name))
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = placing
        comes_back_from_json(layer)
        ends_in_the_shape_on_the_wire(layer, inputs)
        call = layer.torch(**inputs)
        assert call is not None
        built = build(call)
        values = examples(name, inputs)
        says = outputs(layer, inputs)
        counter = FlopCounterMode(display=False) if how.counted else nullcontext()
        with counter:
            gives = run(call, built, values, tuple(says))
        for port, spec in says.items():
            assert tuple(gives[port].shape) == ((3, *spec.dims) if spec.batched else spec.dims), port
            assert str(gives[port].dtype) == f"torch.{spec.dtype}", port
        costs(layer, inputs, built)
        if isinstance(counter, FlopCounterMode):
            once = how.once(layer) if how.once is not None else 0
            assert (layer.cost(**inputs).multiply_adds.number * 3 - once * 2) * 2 == counter.get_total_flops()
        if how.no_gradient:
            return
        sum(y.float().sum() for y in gives.values() if y.requires_grad).backward()
        still = (*how.still, "target")
        arriving = [v for port, v in values.items() if port not in still and isinstance(v, torch.Tensor)]
        parameters = built.parameters() if isinstance(built, torch.nn.Module) else ()
        for tensor in [*parameters, *(v for v in arriving if v.requires_grad)]:
            assert tensor.grad is not None and bool(torch.isfinite(tensor.grad).all())

    how = case(name)
    check()


@pytest.mark.parametrize("name", sorted(TYPES.keys() - set(RUNS)))
def test_what_the_program_stands_for_keeps_the_same_promises(name: str) -> None:
    @few(15)
    @given(placed(name))
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        comes_back_from_json(placing[0])
        ends_in_the_shape_on_the_wire(*placing)

    check()


@pytest.mark.parametrize("name", sorted(TYPES))
def test_help_is_complete(name: str) -> None:
    kind = TYPES[name]
    assert kind.sentence().endswith(".") and kind.chinese and kind.source and kind.keywords and kind.formula
    assert all(len(text) > 30 for text in (kind.analogy, kind.advice, kind.pitfall)), name
    assert all(info.description for info in fields_of(kind))


@pytest.mark.filterwarnings("ignore:path is deprecated:DeprecationWarning")
def test_formulas_are_drawn_in_a_sensible_size() -> None:
    import ziamath

    tall = {}
    for name, kind in TYPES.items():
        width, height = ziamath.Latex(kind.formula, size=20).getsize()
        if not (10 < width < 1500 and 5 < height < 150):
            tall[name] = (width, height)
    assert tall == {}


def test_no_two_types_share_their_help() -> None:
    for part in ("analogy", "advice", "pitfall"):
        texts = [getattr(kind, part) for kind in TYPES.values()]
        assert len(set(texts)) == len(texts), part
    sentences = [kind.sentence() for kind in TYPES.values()]
    assert len(set(sentences)) == len(sentences)


@cache
def chinese() -> dict[str, str]:
    """Every translation there is, by its English text."""
    return vocabulary("zh_CN")


@pytest.mark.parametrize("name", sorted(TYPES))
def test_everything_a_person_reads_has_chinese(name: str) -> None:
    kind, known = TYPES[name], chinese()
    texts = [kind.sentence(), kind.analogy, kind.advice, kind.pitfall]
    texts += [port.description for port in (*kind.inputs, *kind.outputs)]
    texts += [text for info in fields_of(kind) for text in (info.description, info.face, info.unit)]
    assert [text for text in texts if text and not known.get(text)] == []


def test_kinds_and_families_have_chinese() -> None:
    known = chinese()
    assert [word for word in (*Kind, *Family) if not known.get(word)] == []
