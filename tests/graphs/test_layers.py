"""Every layer type keeps its promises: what the drawing says of it is what torch does."""

from __future__ import annotations

import importlib
import json
import math
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from torch.utils.flop_counter import FlopCounterMode

from graphs.catalogue import FieldInfo, check_parameters, fields_of, layer_types
from graphs.expressions import evaluate
from graphs.layer import Call, Family, In, Layer, ShapeError
from graphs.tensors import Kind, TensorSpec

TYPES = layer_types()
RUNS = sorted(name for name in TYPES if name not in ("Input", "Output"))  # the program itself stands for these two

# Layer types without the property a test asks for, and why.
NO_GRADIENT = {
    "Sign": "a step has no slope",
    "Accuracy": "metrics are watched, nothing learns from them",
    "MeanAbsoluteError": "metrics are watched, nothing learns from them",
    "MeanSquaredError": "metrics are watched, nothing learns from them",
}
COUNTED = ("Linear", "Conv2d")  # torch's counter counts matrix products and convolutions, nothing else

SIZES = st.integers(1, 9)
SPECS = {
    Kind.IMAGE: st.tuples(st.integers(1, 6), st.integers(2, 9), st.integers(2, 9)),
    Kind.VOLUME: st.tuples(st.integers(1, 3), *[st.integers(1, 4)] * 3),
    Kind.SIGNAL: st.tuples(st.integers(1, 5), SIZES),
    Kind.SEQUENCE: st.tuples(SIZES, SIZES),
    Kind.FEATURES: st.tuples(SIZES),
    Kind.TENSOR: st.lists(st.integers(1, 4), min_size=1, max_size=4).map(tuple),
}
FREE = (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL, Kind.SEQUENCE, Kind.FEATURES, Kind.TENSOR)


def value_of(info: FieldInfo) -> st.SearchStrategy[Any]:
    """Legal values of one parameter, from its declared bounds, kept small."""
    low = info.bounds.get("ge", info.bounds.get("gt", 0) + 1e-3)
    high = min(info.bounds.get("le", info.bounds.get("lt", 5) - 1e-3), 5)
    number = st.integers(max(math.ceil(low), -5), math.floor(high))
    values: st.SearchStrategy[Any] = {
        "int": number,
        "float": st.floats(max(low, -5.0), high),
        "bool": st.booleans(),
        "choice": st.sampled_from(info.choices or (None,)),
        "pair": st.tuples(number, number),
        "shape": st.lists(st.integers(1, 6), min_size=1, max_size=3).map(tuple),
        "text": st.sampled_from(("image", "label")),
    }[info.editor]
    if info.editor == "shape" and info.default == (-1,):  # Reshape: the first number is whatever is left
        values = values.map(lambda sizes: (-1, *sizes[1:]))
    return st.none() | values if info.optional else values


@st.composite
def placed(draw: st.DrawFn, name: str) -> tuple[Layer, dict[str, Any]]:
    """A layer with random legal parameters, and inputs that it accepts."""
    kind = TYPES[name]
    layer = check_parameters(
        kind, {info.name: draw(value_of(info) | st.just(info.default)) for info in fields_of(kind)}
    )
    inputs: dict[str, Any] = {}
    for port in kind.inputs:
        chosen = draw(st.sampled_from(port.kinds or FREE))
        earlier = next(iter(inputs.values()), None)
        if chosen is Kind.INDEX or (port.name == "target" and earlier.dims == (1,) and draw(st.booleans())):
            inputs[port.name] = TensorSpec.of(Kind.INDEX)
        elif earlier is not None:  # the second of a pair is like the first
            inputs[port.name] = earlier
        else:
            spec = TensorSpec.of(chosen, *draw(SPECS[chosen]))
            inputs[port.name] = (spec,) * draw(st.integers(1, 3)) if port.many else spec
    try:
        layer.output(**inputs)
    except ShapeError:
        assume(False)
    return layer, inputs


def example(spec: Any, batch: int = 3) -> Any:
    """Random numbers as the spec describes them; labels are 0 or 1."""
    if isinstance(spec, tuple):
        return [example(one, batch) for one in spec]
    if spec.kind is Kind.INDEX:
        return torch.randint(0, 2, (batch,))
    return torch.rand(batch, *spec.dims, requires_grad=True)


def filled(value: Any, values: dict[str, Any]) -> Any:
    """Put what arrives at the ports into the arguments of a call."""
    if isinstance(value, In):
        return values[value.port]
    return tuple(filled(item, values) for item in value) if isinstance(value, tuple) else value


def build(call: Call) -> Any:
    """What the target names; built, when it is a class."""
    module, _, attribute = call.target.rpartition(".")
    target = getattr(importlib.import_module(module), attribute)
    return target(*call.args, **call.kwargs) if call.is_module else target


def run(call: Call, built: Any, values: dict[str, Any]) -> torch.Tensor:
    """Do what the compiled network does with a call."""
    if call.is_module:
        return built(*(filled(v, values) for v in (call.on or tuple(In(port) for port in values))))
    return built(*(filled(a, values) for a in call.args), **{k: filled(v, values) for k, v in call.kwargs.items()})


def calculated(text: str) -> float:
    """What a printed sum comes to; rounding up is rounding down of the negative."""
    plain = text.replace("×", "*").replace("·", "*").replace("−", "-").replace("/", "//")
    return evaluate(plain.replace("⌊", "(").replace("⌋", ")").replace("⌈(", "-(-(").replace("⌉", ")"), {})


def few(examples: int) -> settings:
    return settings(
        deadline=None,
        max_examples=examples,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
        database=None,
    )


@pytest.mark.parametrize("name", RUNS)
def test_the_drawing_says_what_torch_gives(name: str) -> None:
    @few(25)
    @given(placed(name))
    def check(case: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = case
        says = layer.output(**inputs)
        call = layer.torch(**inputs)
        assert isinstance(says, TensorSpec) and call is not None
        built = build(call)
        values = {port: example(spec) for port, spec in inputs.items()}
        y = run(call, built, values)
        assert tuple(y.shape) == ((3, *says.dims) if says.batched else ())
        assert str(y.dtype) == f"torch.{says.dtype}"

        cost = layer.cost(**inputs)
        parameters = list(built.parameters()) if isinstance(built, torch.nn.Module) else []
        buffers = list(built.buffers()) if isinstance(built, torch.nn.Module) else []
        assert cost.parameters.number == sum(p.numel() for p in parameters)
        assert cost.buffers == sum(b.numel() for b in buffers)
        for tally in (cost.parameters, cost.multiply_adds):
            if tally.sum:
                assert tally.number == calculated(tally.sum)

        if name in NO_GRADIENT:
            return
        y.float().sum().backward()
        for tensor in [*parameters, *(v for v in values.values() if isinstance(v, torch.Tensor) and v.requires_grad)]:
            if tensor is values.get("target"):
                continue
            assert tensor.grad is not None and bool(torch.isfinite(tensor.grad).all())

    check()


@pytest.mark.parametrize("name", COUNTED)
def test_multiply_adds_are_half_of_torchs_flops(name: str) -> None:
    @few(20)
    @given(placed(name))
    def check(case: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = case
        call = layer.torch(**inputs)
        assert call is not None
        built = build(call)
        values = {port: example(spec, batch=2).detach() for port, spec in inputs.items()}
        with FlopCounterMode(display=False) as counter, torch.no_grad():
            run(call, built, values)
        assert layer.cost(**inputs).multiply_adds.number * 2 * 2 == counter.get_total_flops()

    check()


@pytest.mark.parametrize("name", sorted(TYPES))
def test_parameters_come_back_from_json(name: str) -> None:
    @few(10)
    @given(placed(name))
    def check(case: tuple[Layer, dict[str, Any]]) -> None:
        layer, _ = case
        assert check_parameters(type(layer), json.loads(json.dumps(layer.model_dump(mode="json")))) == layer

    check()


@pytest.mark.parametrize("name", sorted(TYPES))
def test_the_arithmetic_ends_in_the_shape_on_the_wire(name: str) -> None:
    @few(15)
    @given(placed(name))
    def check(case: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = case
        says = layer.output(**inputs)
        assert isinstance(says, TensorSpec)
        for sum_ in layer.arithmetic(**inputs):
            assert sum_.result in says.dims
            text = "".join(term.text for term in sum_.terms)
            assert calculated(text) == sum_.result, sum_.text

    check()


@pytest.mark.parametrize("name", sorted(TYPES))
def test_help_is_complete(name: str) -> None:
    kind = TYPES[name]
    assert kind.sentence().endswith(".") and kind.chinese and kind.source and kind.keywords and kind.formula
    assert all(len(text) > 30 for text in (kind.analogy, kind.advice, kind.pitfall)), name
    assert all(info.description for info in fields_of(kind))


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
    texts += [port.description for port in kind.inputs]
    texts += [text for info in fields_of(kind) for text in (info.description, info.face)]
    assert [text for text in texts if text and not known.get(text)] == []


def test_kinds_and_families_have_chinese() -> None:
    known = chinese()
    assert [word for word in (*Kind, *Family) if not known.get(word)] == []
