"""A WGAN-GP in miniature on points in the plane, drawn; and the same written by hand."""

from typing import Any

import torch
from torch import Tensor, nn

from graphs.elements import Frame
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Order, Player, Recipe
from workbench.engine.training import Training


def wgan_gp(updates: int = 5, **critic: Any) -> Project:
    """Generator and critic are blocks in two frames; the critic is used three times with the same weights."""
    net = Network()
    generator, judge = net.define("Generator", width=6), net.define("Critic", width=7)
    for block, last in ((generator, 2), (judge, 1)):
        h = block.add("Linear", block.add("Input", name="x"), name="l1", out_features="=width")
        h = block.add("Linear", block.add("Tanh", h, name="tanh"), name="l2", out_features=last)
        block.add("Output", h, name="y")
    real = net.add("Input", name="real", field="features", shape=(2,))
    fake = net.add("Generator", net.add("RandomNormal", real, name="z", shape=(3,)), name="G")
    on_real = net.add("Critic", real, name="D")
    on_fake = net.add("Critic", fake, name="D_fake", share=on_real)
    between = net.add("RandomInterpolate", real, fake, name="between")
    on_between = net.add("Critic", between, name="D_between", share=on_real)
    losses = [
        net.add("WassersteinLoss", on_real, name="loss_real", target="real"),
        net.add("WassersteinLoss", on_fake, name="loss_fake", target="fake"),
        net.add("GradientPenalty", on_between, between, name="penalty"),
    ]
    wish = net.add("WassersteinLoss", on_fake, name="loss_G", target="real")
    net.put_frame(Frame(net.next_id, "G", net.named(["G"])))
    net.put_frame(Frame(net.next_id, "D", net.named(["D", "D_fake", "D_between"])))
    frame = {one.title: one.id for one in net.frames.values()}
    adam = Adam(learning_rate=0.01, beta1=0.5, beta2=0.9)
    players = (
        Player(
            name="critic", losses=tuple(loss.node for loss in losses), frames=(frame["D"],), optimizer=adam,
            updates=updates, **critic,
        ),
        Player(name="generator", losses=(wish.node,), frames=(frame["G"],), optimizer=adam),
    )  # fmt: skip
    recipe = Recipe(data=DataChoice(name="moons"), players=players, batch_size=20, order=Order.AS_GIVEN, device="cpu")
    return Project(net, recipe, "WGAN-GP")


class ByHand:
    """The loop of Gulrajani et al. 2017, algorithm 1, in plain PyTorch, begun with the same weights."""

    def __init__(self, training: Training):
        self.batches = training.batches.columns["real"]
        self.G = nn.Sequential(nn.Linear(3, 6), nn.Tanh(), nn.Linear(6, 2))
        self.D = nn.Sequential(nn.Linear(2, 7), nn.Tanh(), nn.Linear(7, 1))
        for net, name in ((self.G, "G"), (self.D, "D")):
            own = training.tree.get_submodule(name).state_dict()
            net.load_state_dict({key.replace("l1", "0").replace("l2", "2"): value for key, value in own.items()})
        self.optimizers = {
            name: torch.optim.Adam(net.parameters(), lr=0.01, betas=(0.5, 0.9))
            for name, net in (("G", self.G), ("D", self.D))
        }

    def critic_loss(self, real: Tensor) -> tuple[Tensor, Tensor]:
        """The loss of the critic on a batch (N, 2), and the penalty in it."""
        fake = self.G(torch.randn(len(real), 3)).detach()
        share = torch.rand(len(real), 1)
        between = (share * real + (1 - share) * fake).requires_grad_()
        (slope,) = torch.autograd.grad(self.D(between).sum(), between, create_graph=True)
        penalty = 10 * (slope.norm(dim=1) - 1).square().mean()
        return self.D(fake).mean() - self.D(real).mean() + penalty, penalty

    def step(self, name: str, loss: Tensor) -> None:
        """One step of a network down a loss."""
        self.G.zero_grad()
        self.D.zero_grad()
        loss.backward()
        self.optimizers[name].step()
