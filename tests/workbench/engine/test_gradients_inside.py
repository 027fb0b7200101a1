"""The gradient is followed into blocks: every copy its own numbers, and the training stays the same to the last bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from tests.workbench.engine.small import curve, same_weights, train
from workbench.engine import Sample
from workbench.engine.probes.gradient_norms import GradientNorms


def in_blocks() -> Project:
    """Iris through a block of one dense layer and a tanh, two copies, and a head."""
    network = Network()
    block = network.define("Step", width=6)
    y = block.add("Linear", block.add("Input", name="x"), name="fc", out_features="=width")
    block.add("Output", block.add("Tanh", y, name="bend"), name="y")
    x = network.add("Input", name="features", field="features", shape=(4,))
    y = network.add("Step", x, name="steps", repeat=2)
    y = network.add("Linear", y, name="head", out_features=3)
    label = network.add("Input", name="label", field="label", kind="index")
    network.add("CrossEntropyLoss", y, label, name="loss")
    recipe = Recipe(data=DataChoice(name="iris"), epochs=1, batch_size=30, device="cpu")
    return Project(network, recipe, "In blocks")


def test_gradients_are_measured_in_every_copy_of_a_block(tmp_path: Path) -> None:
    project = in_blocks()
    without, _ = train(project, tmp_path / "without")
    watched, _ = train(project, tmp_path / "watched", probes=(GradientNorms(every=1),))
    assert curve(watched).tobytes() == curve(without).tobytes()
    assert same_weights(tmp_path / "without", tmp_path / "watched")
    sample = next(e for e in watched if isinstance(e, Sample) and e.probe == "gradient_norms")
    block, steps = project.network.blocks["Step"], project.network.node("steps").id
    wanted = {(block.node("fc").id, "y", f"{steps}:{copy}") for copy in (0, 1)}
    places = zip(
        sample.data["inner_nodes"].tolist(), sample.labels["inner_ports"], sample.labels["inner_ways"], strict=True
    )
    found = dict(zip(places, sample.data["inner_norms"].tolist(), strict=True))
    assert wanted <= set(found) and all(found[key] > 0 for key in wanted)
    outer = dict(zip(sample.data["wire_nodes"].tolist(), sample.data["wire_norms"].tolist(), strict=True))
    last = found[block.node("bend").id, "y", f"{steps}:1"]
    assert np.isclose(last, outer[steps], rtol=1e-5)  # what leaves the last copy is what leaves the block
