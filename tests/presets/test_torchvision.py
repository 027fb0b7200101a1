"""A preset that bears the name of a function of torchvision is that network: same keys, same numbers."""

from __future__ import annotations

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


def filled(module: torch.nn.Module) -> torch.nn.Module:
    """Weights that hide no difference: none is zero, and signals neither die nor grow on the way."""
    torch.manual_seed(0)
    for key, tensor in module.state_dict().items():
        if key.endswith("running_var") or (tensor.dim() == 1 and key.endswith("weight")):
            tensor.uniform_(0.5, 1.5)
        elif tensor.is_floating_point():
            tensor.normal_(std=(2 / max(1, tensor[0].numel())) ** 0.5 if tensor.dim() > 1 else 0.1)
        else:
            tensor.zero_()
    return module


@pytest.mark.parametrize("name", NAMES)
def test_torchvisions_weights_load_strictly_and_give_its_outputs(name: str) -> None:
    with torch.device("meta"):  # nothing is filled twice
        theirs = made(name)
        ours = graphs.compile(presets.build(name, "full").network)
    theirs = filled(theirs.to_empty(device="cpu"))
    ours.load_state_dict(theirs.state_dict(), strict=True, assign=True)  # the same tensors: 144 million fit once
    image = torch.randn(2, 3, *((224, 224) if name == "vit_b_16" else (64, 64)))
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


@pytest.mark.parametrize("name", NAMES)
def test_parameters_are_counted_as_torch_counts_them(name: str) -> None:
    with torch.device("meta"):
        theirs = made(name)
    summary = graphs.summary(presets.build(name, "full").network)
    assert summary.parameters == sum(parameter.numel() for parameter in theirs.parameters())
