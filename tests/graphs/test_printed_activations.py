"""Activations, normalisations and noise as code to take away: it computes the same numbers as the drawing."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

import graphs
from graphs.catalogue import fields_of, layer_type
from tests.graphs.cases import case

ON_FEATURES = """
    ReLU6 RReLU CELU GELU Mish Hardswish Swish SquaredReLU Softplus Threshold Hardtanh Hardsigmoid LogSigmoid Softsign
    Tanhshrink Hardshrink Softshrink Heaviside Sine GLU SwiGLU GEGLU Maxout Softmin RMSNorm WeightNormLinear
    SpectralNormLinear AlphaDropout DropPath GaussianNoise GaussianDropout Reparameterize AddNoise RandomTimestep
    RandomNormal GumbelSoftmax
"""
ON_IMAGES = """
    PReLU InstanceNorm2d GroupNorm LocalResponseNorm Normalize WeightNormConv2d SpectralNormConv2d Dropout2d
    FeatureAlphaDropout
"""
ARRIVING: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(ON_FEATURES.split(), (6,)),
    **dict.fromkeys(ON_IMAGES.split(), (4, 6, 6)),
    **dict.fromkeys(("BatchNorm3d", "InstanceNorm3d", "Dropout3d"), (2, 3, 4, 4)),
    **dict.fromkeys(("InstanceNorm1d", "Dropout1d"), (3, 7)),
    "MaskTokens": (9,),
}
CHOICES: dict[str, dict[str, Any]] = {
    "PReLU": {"num_parameters": None},
    "GroupNorm": {"num_groups": 2},
    "InstanceNorm1d": {"affine": True, "track_running_stats": True},
    "WeightNormConv2d": {"kernel_size": 3, "padding": 1, "padding_mode": "reflect"},
    "SpectralNormConv2d": {"kernel_size": 3, "groups": 2, "n_power_iterations": 2},
    "AddNoise": {"schedule": "cosine", "num_steps": 5},
    "RandomNormal": {"shape": (2, 3)},
    "MaskTokens": {"num_embeddings": 20},
    "GumbelSoftmax": {"hard": True},
    "Reparameterize": {"sample_in_eval": True},
}


def drawing(name: str) -> graphs.Network:
    """An input, the layer, and an output for every port; an arriving time step is a label."""
    net = graphs.Network()
    kind = {"MaskTokens": "tokens", "InstanceNorm1d": "signal", "Dropout1d": "signal"}.get(name, "auto")
    x = net.add("Input", name="data", field="x", shape=ARRIVING[name], kind=kind)
    arriving: list[Any] = [x]
    if name == "AddNoise":
        arriving.append(net.add("Input", name="step", field="step", shape=()))
    if name == "Reparameterize":
        arriving.append(net.add("Linear", x, name="logvar", out_features=6))
    node = net.add(name, *arriving, name="layer", **CHOICES.get(name, {}))
    for port in layer_type(name).outputs:
        net.add("Output", node[port.name], name=f"out_{port.name}")
    return net


@pytest.mark.parametrize("name", sorted(ARRIVING))
@pytest.mark.parametrize("training", [False, True], ids=["in use", "training"])
def test_the_printed_module_computes_the_same_numbers(name: str, training: bool) -> None:
    net = drawing(name)
    text = graphs.to_python(net, "Taken away")
    space: dict[str, Any] = {}
    exec(compile(text, "<printed>", "exec"), space)
    assert "graphs" not in text
    tree = graphs.compile(net)
    printed: nn.Module = space["TakenAway"]()
    printed.load_state_dict(tree.state_dict(), strict=True)

    x = torch.randint(0, 20, (3, 9)) if name == "MaskTokens" else torch.randn(3, *ARRIVING[name])
    inputs = {"data": x} | ({"step": torch.tensor([0, 2, 4])} if name == "AddNoise" else {})
    given = []
    for module in (tree, printed):
        torch.manual_seed(0)
        result = module.train(training)(**inputs)
        given.append(list(result.values()) if isinstance(result, dict) else [result])
    assert len(given[0]) == len(given[1]) == len(layer_type(name).outputs)
    for expected, got in zip(*given, strict=True):
        assert torch.equal(expected, got)


@pytest.mark.parametrize("name", sorted(ARRIVING))
def test_what_draws_random_numbers_says_so_to_the_tests(name: str) -> None:
    """Two runs while training differ exactly for the layers that are declared random."""
    tree = graphs.compile(drawing(name)).train()
    x = torch.randint(2, 20, (64, 9)) if name == "MaskTokens" else torch.randn(64, *ARRIVING[name])
    inputs = {"data": x} | ({"step": torch.full((64,), 4)} if name == "AddNoise" else {})
    once, again = ([value.detach() for value in tree(**inputs).values()] for _ in range(2))
    spectral = any(info.name == "n_power_iterations" for info in fields_of(layer_type(name)))  # refined at each pass
    if not spectral:
        assert all(map(torch.equal, once, again)) is not case(name).random
