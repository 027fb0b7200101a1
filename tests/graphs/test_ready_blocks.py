"""Every block that comes along drawn computes, gives what its name promises, and is brought along once."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

import graphs
from graphs.diagnosis import diagnose
from graphs.network import Network
from graphs.planning import plan
from graphs.project import Project
from graphs.ready_blocks import READY_BLOCKS, shelved_block

IMAGE, SEQUENCE = (16, 8, 8), (5, 16)
SHAPES = {
    "ResidualBlock": IMAGE, "ResidualDownBlock": (64, 4, 4), "BottleneckBlock": IMAGE, "PreActivationBlock": IMAGE,
    "SqueezeExciteBlock": IMAGE, "InceptionBlock": (64, 8, 8), "DenseLayerBlock": (28, 8, 8),
    "InvertedResidualBlock": IMAGE, "SeparableBlock": (64, 8, 8), "DoubleConvBlock": (64, 8, 8), "UpBlock": (64, 8, 8),
    "ConvNeXtBlock": IMAGE, "TransformerEncoderBlock": SEQUENCE, "TransformerDecoderBlock": SEQUENCE,
    "HighwayBlock": (16,),
}  # fmt: skip


def placed(name: str) -> Network:
    """A network with one copy of a ready-made block between its inputs and an output."""
    network = Network()
    known, edits = shelved_block(network, name)
    for edit in edits:
        Project(network).apply(edit)
    takes = {"HighwayBlock": (16,)}.get(name, SEQUENCE if "Transformer" in name else IMAGE)
    inputs = [network.add("Input", name="a", field="a", shape=takes)]
    if name == "UpBlock":
        inputs.insert(0, network.add("Input", name="b", field="b", shape=(16, 4, 4)))
    if name == "TransformerDecoderBlock":
        inputs.append(network.add("Input", name="b", field="b", shape=(7, 16)))
    network.add("Output", network.add(known, *inputs, name="block"), name="out")
    return network


@pytest.mark.parametrize("name", READY_BLOCKS)
def test_a_ready_made_block_computes_what_its_plan_says(name: str) -> None:
    network = placed(name)
    assert diagnose(network) == []
    assert plan(network).specs[next(iter(plan(network).specs))] is not None
    shapes = {node.name: tuple(node.parameters["shape"]) for node in network if node.type == "Input"}
    module = graphs.compile(network).eval()
    result = module(**{field: torch.randn(2, *shape) for field, shape in shapes.items()})["out"]
    assert tuple(result.shape) == (2, *SHAPES[name]) and bool(torch.isfinite(result).all())


def test_a_definition_that_is_there_is_used_again_unless_a_person_has_changed_it() -> None:
    network = placed("ResidualBlock")
    assert shelved_block(network, "ResidualBlock") == ("ResidualBlock", ())
    block = network.blocks["ResidualBlock"]
    block.put_node(replace(block.node("act1"), type="GELU"))
    name, edits = shelved_block(network, "ResidualBlock")
    assert name == "ResidualBlock2" and len(edits) == 1
