"""Every layer type keeps its promises: what the drawing says of it is what torch does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import torch
from hypothesis import given
from torch.utils.flop_counter import FlopCounterMode

from graphs.catalogue import check_parameters, fields_of, layer_types
from graphs.expressions import evaluate
from graphs.layer import Family, Layer
from graphs.tensors import Kind
from tests.graphs.cases import case, cases
from tests.graphs.placing import build, examples, few, outputs, placed, run

TYPES = layer_types()
RUNS = sorted(name for name in TYPES if name not in ("Input", "Output", "State"))  # the program itself stands for these
COUNTED = sorted(name for name, how in cases().items() if how.counted)  # matrix products and convolutions


def calculated(text: str) -> float:
    """What a printed sum comes to; rounding up is rounding down of the negative."""
    plain = text.replace("×", "*").replace("·", "*").replace("−", "-").replace("/", "//")
    return evaluate(plain.replace("⌊", "(").replace("⌋", ")").replace("⌈(", "-(-(").replace("⌉", ")"), {})


@pytest.mark.parametrize("name", RUNS)
def test_the_drawing_says_what_torch_gives(name: str) -> None:
    @few(25)
    @given(placed(name))
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = placing
        call = layer.torch(**inputs)
        assert call is not None
        built = build(call)
        values = examples(name, inputs)
        says = outputs(layer, inputs)
        gives = run(call, built, values, tuple(says))
        for port, spec in says.items():
            assert tuple(gives[port].shape) == ((3, *spec.dims) if spec.batched else spec.dims), port
            assert str(gives[port].dtype) == f"torch.{spec.dtype}", port

        cost = layer.cost(**inputs)
        parameters = list(built.parameters()) if isinstance(built, torch.nn.Module) else []
        buffers = list(built.state_dict().values()) if isinstance(built, torch.nn.Module) else []
        assert cost.parameters.number == sum(p.numel() for p in parameters)
        assert cost.buffers == sum(b.numel() for b in buffers) - cost.parameters.number
        for tally in (cost.parameters, cost.multiply_adds):
            if tally.sum:
                assert tally.number == calculated(tally.sum)

        if case(name).no_gradient:
            return
        sum(y.float().sum() for y in gives.values() if y.requires_grad).backward()
        still = (*case(name).still, "target")
        arriving = [v for port, v in values.items() if port not in still and isinstance(v, torch.Tensor)]
        for tensor in [*parameters, *(v for v in arriving if v.requires_grad)]:
            assert tensor.grad is not None and bool(torch.isfinite(tensor.grad).all())

    check()


@pytest.mark.parametrize("name", COUNTED)
def test_multiply_adds_are_half_of_torchs_flops(name: str) -> None:
    @few(20)
    @given(placed(name))
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = placing
        call = layer.torch(**inputs)
        assert call is not None
        built = build(call)
        values = examples(name, inputs, batch=2)
        with FlopCounterMode(display=False) as counter, torch.no_grad():
            run(call, built, values, tuple(outputs(layer, inputs)))
        how = case(name)
        once = how.once(layer) if how.once is not None else 0
        assert (layer.cost(**inputs).multiply_adds.number * 2 - once) * 2 == counter.get_total_flops()

    check()


@pytest.mark.parametrize("name", sorted(TYPES))
def test_parameters_come_back_from_json(name: str) -> None:
    @few(10)
    @given(placed(name))
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        layer, _ = placing
        assert check_parameters(type(layer), json.loads(json.dumps(layer.model_dump(mode="json")))) == layer

    check()


@pytest.mark.parametrize("name", sorted(TYPES))
def test_the_arithmetic_ends_in_the_shape_on_the_wire(name: str) -> None:
    @few(15)
    @given(placed(name))
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = placing
        dims = [dim for spec in outputs(layer, inputs).values() for dim in spec.dims]
        for sum_ in layer.arithmetic(**inputs):
            assert sum_.result in dims
            text = "".join(term.text for term in sum_.terms)
            assert calculated(text) == sum_.result, sum_.text

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


def chinese() -> dict[str, str]:
    """Every translation there is, by its English text."""
    folder = Path(__file__).parents[2] / "workbench" / "translations" / "zh_CN"
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.ts")):
        for message in ElementTree.parse(file).iter("message"):
            found[message.findtext("source", "")] = message.findtext("translation", "")
    return found


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
