"""Steps of fused optimizers without torch's preparation: the same weights to the last bit, in every turn they take."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from graphs.optimizers import SGD, Adagrad, Adam, AdamW
from workbench.engine.fused import fused_step
from workbench.engine.optimizer_state import put_together, taken_apart
from workbench.engine.optimizers import build_optimizer

CHOICES = [
    Adam(weight_decay=0.01),
    AdamW(),
    SGD(),
    SGD(momentum=0.9, weight_decay=0.001),
    SGD(momentum=0.9, nesterov=True),
    SGD(momentum=0.9, form="averaged"),
]


def net_with(chosen, rates=()):
    torch.manual_seed(3)
    net = nn.Sequential(nn.Conv2d(1, 3, 3), nn.Flatten(), nn.Linear(12, 4), nn.Linear(4, 2))
    known = {id(p): rate for p, rate in zip(net.parameters(), rates, strict=False)}
    return net, build_optimizer(list(net.parameters()), chosen, known)


def slope(net, seed, without=()):
    torch.manual_seed(seed)
    net.zero_grad(set_to_none=True)
    net(torch.randn(5, 1, 4, 4)).square().mean().backward()
    for name, parameter in net.named_parameters():
        if name in without:
            parameter.grad = None


def numbers(net):
    return torch.cat([parameter.detach().flatten() for parameter in net.parameters()])


@pytest.mark.parametrize("chosen", CHOICES, ids=lambda one: repr(one)[:60])
@pytest.mark.parametrize("rates", [(), (0.5, 0.5, 2.0)], ids=["one rate", "rates by node"])
def test_the_weights_are_those_of_torchs_own_step_to_the_last_bit(chosen, rates):
    (one, plain), (other, optimizer) = net_with(chosen, rates), net_with(chosen, rates)
    step = fused_step(optimizer)
    assert step is not None
    for number in range(6):
        # In the fourth step a layer sleeps; in the fifth the learning rate is another.
        without = ("2.weight", "2.bias") if number == 3 else ()
        for each in (plain, optimizer):
            for group in each.param_groups:
                group["lr"] *= 0.5 if number == 4 else 1
        slope(one, number, without)
        slope(other, number, without)
        plain.step()
        step()
        assert torch.equal(numbers(one), numbers(other)) and numbers(one).isfinite().all()


def test_after_a_restore_it_goes_on_with_the_restored_state():
    (one, plain), (other, optimizer) = net_with(Adam()), net_with(Adam())
    step = fused_step(optimizer)
    for number in range(3):
        slope(one, number), slope(other, number)
        plain.step(), step()
    tensors, rest = taken_apart(optimizer, "o/")
    put_together(optimizer, "o/", tensors, rest)
    step.forget()
    slope(one, 9), slope(other, 9)
    plain.step(), step()
    assert torch.equal(numbers(one), numbers(other)) and numbers(one).isfinite().all()


def test_a_restored_state_lies_in_memory_as_its_weights_do():
    """The fused kernels walk through weights and states side by side, so both have to lie alike."""
    net, optimizer = net_with(Adam())
    slope(net, 0)
    optimizer.step()
    tensors, rest = taken_apart(optimizer, "o/")
    net.to(memory_format=torch.channels_last)
    put_together(optimizer, "o/", tensors, rest)
    weight = net[0].weight
    assert optimizer.state[weight]["exp_avg"].stride() == weight.stride()
    assert torch.equal(optimizer.state[weight]["exp_avg"], tensors["o/0/exp_avg"])


def test_an_optimizer_without_such_a_kernel_is_left_to_torch():
    assert fused_step(torch.optim.RMSprop([nn.Parameter(torch.zeros(2))], foreach=True)) is None
    assert fused_step(net_with(Adagrad())[1]) is None
