"""A preset that bears the name of a function of torchvision is that network: same keys, same numbers."""

from __future__ import annotations

from functools import cache

import pytest
import torch
import torchvision

import graphs
import presets

NAMES = [name for name in presets.names() if hasattr(torchvision.models, name)]


def test_the_residual_networks_are_among_them() -> None:
    assert {"resnet18", "resnet34", "resnet50", "resnet101", "resnet152"} <= set(NAMES)


def made(name: str) -> torch.nn.Module:
    """Torchvision's network, with the heads on the way if it has them."""
    heads = {"aux_logits": True, "init_weights": False} if name == "googlenet" else {}
    return torchvision.models.get_model(name, weights=None, **heads)


@cache
def pool() -> torch.Tensor:
    """Four million normal numbers; drawing 144 million anew for a network would take longer than running it."""
    return torch.randn(2**22, generator=torch.Generator().manual_seed(0))


def filled(module: torch.nn.Module) -> torch.nn.Module:
    """Weights that hide no difference: none is zero, no two alike, and signals neither die nor grow on the way."""
    for number, (key, tensor) in enumerate(module.state_dict().items()):
        if not tensor.is_floating_point():
            tensor.zero_()
            continue
        flat, drawn = tensor.view(-1), pool()[7919 * number % 2**21 :]
        for start in range(0, flat.numel(), drawn.numel()):
            part = flat[start : start + drawn.numel()]
            part.copy_(drawn[: part.numel()])
        if key.endswith("running_var") or (tensor.dim() == 1 and key.endswith("weight")):
            tensor.sigmoid_().add_(0.5)
        else:
            tensor.mul_((2 / max(1, tensor[0].numel())) ** 0.5 if tensor.dim() > 1 else 0.1)
    return module


@pytest.mark.parametrize("name", NAMES)
def test_torchvisions_weights_load_strictly_and_give_its_outputs(name: str) -> None:
    with torch.device("meta"):  # nothing is filled twice
        theirs = made(name)
        network = presets.build(name, "full").network
        ours = graphs.compile(network)
    assert graphs.summary(network).parameters == sum(parameter.numel() for parameter in theirs.parameters())
    theirs = filled(theirs.to_empty(device="cpu"))
    ours.load_state_dict(theirs.state_dict(), strict=True, assign=True)  # the same tensors: 144 million fit once
    # Batch normalisation needs two pictures; the transformer has none, and its pictures are large.
    image = torch.randn(*((1, 3, 224, 224) if name == "vit_b_16" else (2, 3, 64, 64)))
    with torch.no_grad():
        for mode in (False, True):
            theirs.train(mode)
            ours.train(mode)
            torch.manual_seed(1)
            expected = theirs(image)
            torch.manual_seed(1)
            given = ours(image=image)
            if isinstance(expected, torch.Tensor):
                assert torch.equal(given["logits"], expected), f"training={mode}"
                continue
            for name, tensor in expected._asdict().items():  # the heads on the way, in training
                assert torch.equal(given[name], tensor), name
