"""What torch.fx cannot follow comes back by torch.export: as readable, as equal, with the same names."""

from __future__ import annotations

import functools
from typing import Any

import pytest
import torch
from torch import nn

import graphs
from graphs.message import Message
from tests.graphs.importing import stubborn
from tests.graphs.importing.test_modules import both

ROWS = torch.randn(3, 4)
STUBBORN: list[tuple[type[nn.Module], torch.Tensor]] = [
    (stubborn.WritingTwice, ROWS),
    (stubborn.Mending, torch.randn(2, 5, 8)),
    (stubborn.Saving, torch.randn(2, 1, 6, 6)),
    (stubborn.Bare, torch.randn(2, 5, 6)),
    (stubborn.Around, ROWS),
    (stubborn.AroundReversing, ROWS),
]


@functools.cache
def read(kind: type[nn.Module]) -> tuple[nn.Module, graphs.Network]:
    """A module and its drawing; to read one takes seconds."""
    module = kind()
    return module, graphs.from_module(module, dict(STUBBORN)[kind])


@pytest.mark.parametrize(("kind", "x"), STUBBORN, ids=[kind.__name__ for kind, _ in STUBBORN])
def test_it_calculates_the_same_in_use_and_in_training(kind: type[nn.Module], x: torch.Tensor) -> None:
    module, network = read(kind)
    for training in (False, True):
        here, there = both(module, network, (x,), training)
        assert len(here) == len(there)
        assert all(torch.equal(a, b) for a, b in zip(here, there, strict=True))
    assert graphs.summary(network).parameters == sum(p.numel() for p in module.parameters())


def types(network: graphs.Network) -> list[str]:
    return [node.type for node in network]


def test_layers_stay_layers_and_parts_become_blocks() -> None:
    _, network = read(stubborn.WritingTwice)
    assert list(network.blocks) == ["Writing"]
    assert types(network) == ["Input", "Writing", "Writing", "Writing", "Dropout", "Output"]
    inside = types(network.blocks["Writing"])
    assert inside[1:3] == ["Linear", "BatchNorm1d"]
    assert "PythonModule" not in inside


def test_only_what_nobody_can_follow_stays_python() -> None:
    _, network = read(stubborn.Around)
    (closed,) = [node for node in network if node.type == "PythonModule"]
    assert closed.parameters["target"].endswith(".Choosing")
    assert types(network).count("Linear") == 2


def test_a_backward_pass_of_its_own_is_kept() -> None:
    module, network = read(stubborn.AroundReversing)
    tree = graphs.compile(network, trust=True)
    tree.load_state_dict(module.state_dict(), strict=True)
    grads = []
    for one, given in ((module, (ROWS.clone().requires_grad_(),)), (tree, ())):
        x = given[0] if given else ROWS.clone().requires_grad_()
        result: Any = one(x) if given else one(x=x)["output"]
        result.sum().backward()
        grads.append(x.grad)
    assert torch.equal(grads[0], grads[1])


def test_nothing_of_the_module_is_changed(capfd: pytest.CaptureFixture[str]) -> None:
    module = stubborn.Writing()
    before = {key: value.clone() for key, value in module.state_dict().items()}
    state = torch.get_rng_state()
    graphs.from_module(module, ROWS)
    assert all(torch.equal(value, before[key]) for key, value in module.state_dict().items())
    assert torch.equal(torch.get_rng_state(), state)
    assert not any("forward" in vars(one) for one in module.modules())
    assert capfd.readouterr() == ("", "")


def test_both_reasons_are_said_in_both_languages() -> None:
    class Hopeless(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            y = x.clone()
            y[:, 0] = 0
            return y if y.sum() > 0 else x

    with pytest.raises(graphs.ImportFailed) as caught:
        graphs.from_module(Hopeless(), ROWS)
    message = caught.value.message
    assert str(message).startswith(
        "Hopeless cannot be read: it writes into a part of a tensor, and by torch.export: what it does depends on the "
        "numbers that arrive; it cannot be kept as it is either, since "
    )
    seen: list[str] = []

    def note(text: str) -> str:
        seen.append(text)
        return text

    assert isinstance(message, Message)
    message.render(note)
    assert "it writes into a part of a tensor" in seen
    assert "{name} cannot be found by this name" in seen
