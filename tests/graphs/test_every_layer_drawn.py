"""Every layer type in a network, with random legal parameters: it runs as it runs alone, its file and its code too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import torch
from hypothesis import assume, given

import graphs
from graphs.catalogue import layer_types
from graphs.diagnosis import diagnose
from graphs.document import from_snapshot, snapshot
from graphs.layer import Layer
from graphs.layers.input_output import kind_and_numbers
from graphs.layers.sentences import is_weight
from graphs.tensors import TensorSpec
from tests.graphs.placing import examples, few, outputs, placed

ELSEWHERE = {
    "Input": "the program stands for it",
    "Output": "the program stands for it",
    "State": "the loop of a scan stands for it",
    "PythonModule": "a project has to be trusted to run one",
    "GradientPenalty": "its score has to come from its x, by layers",
}
"""Types that do not run between Inputs and Outputs, and why; they have tests of their own."""

DRAWN = sorted(set(layer_types()) - set(ELSEWHERE))


def drawn(name: str, layer: Layer, inputs: Mapping[str, Any]) -> graphs.Network:
    """Inputs, the layer, and an Output for each of its outputs; a weight comes from a LearnedTensor."""
    net = graphs.Network()

    def arriving(port: str, spec: TensorSpec) -> Any:
        if is_weight(spec):
            return net.add("LearnedTensor", name=f"of_{port}", shape=spec.dims)["value"]
        return net.add("Input", name=f"in_{port}", field=port, shape=spec.dims, **kind_and_numbers(spec))

    wires: dict[str, Any] = {}
    for port, specs in inputs.items():
        if isinstance(specs, tuple):
            wires[port] = [arriving(f"{port}{number}", spec) for number, spec in enumerate(specs)]
        else:
            wires[port] = arriving(port, specs)
    made = net.add(name, name="it", **wires, **layer.model_dump(mode="json"))
    for port in outputs(layer, inputs):
        net.add("Output", made[port], name=f"out_{port}")
    return net


def numbers(name: str, inputs: Mapping[str, Any]) -> dict[str, torch.Tensor]:
    """Real tensors by the names of the Inputs."""
    found: dict[str, torch.Tensor] = {}
    for port, value in examples(name, inputs).items():
        if isinstance(value, list):
            found |= {f"in_{port}{number}": one.detach() for number, one in enumerate(value)}
        elif not is_weight(inputs[port]):
            found[f"in_{port}"] = value.detach()
    return found


def same(one: Mapping[str, torch.Tensor], other: Any) -> None:
    """Equal to the last bit, a number that is none like another."""
    other = other if isinstance(other, Mapping) else dict(zip(one, [other], strict=True))
    assert one.keys() == other.keys()
    for key, value in one.items():
        torch.testing.assert_close(other[key], value, rtol=0, atol=0, equal_nan=True)


@pytest.mark.parametrize("name", DRAWN)
def test_file_and_code_give_what_the_drawing_gives(name: str) -> None:
    @few(2)
    @given(placed(name))
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        layer, inputs = placing
        every = [spec for specs in inputs.values() for spec in (specs if isinstance(specs, tuple) else (specs,))]
        assume(all(spec.batched or is_weight(spec) for spec in every))  # a loss arrives from no Input
        net = drawn(name, layer, inputs)
        assert diagnose(net) == []
        values = numbers(name, inputs)
        tree = graphs.compile(net)
        keys = {key: tensor.clone() for key, tensor in tree.state_dict().items()}
        torch.manual_seed(0)
        expected = {key: value.detach() for key, value in tree(**values).items()}

        project = graphs.Project(net)
        opened = from_snapshot(snapshot(project))
        assert snapshot(opened) == snapshot(project)

        code = graphs.to_python(net, "Taken")
        assert "import graphs" not in code and "from graphs" not in code
        space: dict[str, Any] = {}
        exec(compile(code, "<printed>", "exec"), space)
        for module in (graphs.compile(opened.network), space["Taken"]()):
            module.load_state_dict(keys, strict=True)
            torch.manual_seed(0)
            same(expected, module(**values))

    check()
