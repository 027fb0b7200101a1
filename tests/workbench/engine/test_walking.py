"""A walk through a network: the numbers are torch's own, the update is the optimizer's, and nothing is disturbed."""

import copy
import hashlib

import numpy as np
import pytest
import torch

import presets
from graphs import optimizers
from graphs.recipe import Player
from workbench.engine.loading import load_data
from workbench.engine.stations import Request
from workbench.engine.training import Training
from workbench.engine.updating import Treatment, moves_alone, updated
from workbench.engine.walking import walk


def rests(name: str, change=None, steps: int = 2) -> Training:
    """A training of a small preset that has taken a few steps and rests."""
    project = presets.build(name, "small")
    if change is not None:
        change(project)
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    with training.random:
        for _ in range(steps):
            training.advance()
    return training


def with_player(**what):
    """Change the first player of a project."""

    def change(project):
        first, *others = project.recipe.players
        players = (Player(**{**dict(first), **what}), *others)
        project.recipe = project.recipe.model_copy(update={"players": players})

    return change


def print_of(training: Training) -> str:
    """Everything that decides the next step, as one number."""
    with training.random:
        tensors = training.tensors()
    found = hashlib.sha256()
    for name, value in sorted(tensors.items()):
        found.update(name.encode() + value.detach().cpu().contiguous().numpy().tobytes())
    flags = [parameter.requires_grad for parameter in training.tree.parameters()]
    modes = [module.training for module in training.tree.modules()]
    return found.hexdigest() + str((flags, modes, training.step))


def test_forward_and_backward_are_torchs_own_numbers():
    training = rests("mlp")
    with training.random:
        seen = walk(training, Request(example=3, count=1))
    weights = {name: value.detach().double() for name, value in training.tree.named_parameters()}
    leaves = {name: value.requires_grad_() for name, value in weights.items()}
    part = training.part("training")
    x, label = part["features"][3:4].double().requires_grad_(), part["label"][3:4]
    z1 = x @ leaves["hidden1.weight"].T + leaves["hidden1.bias"]
    a1 = z1.relu()
    z2 = a1 @ leaves["hidden2.weight"].T + leaves["hidden2.bias"]
    scores = z2.relu() @ leaves["scores.weight"].T + leaves["scores.bias"]
    for value in (z1, a1, z2, scores):
        value.retain_grad()
    loss = -scores.log_softmax(1)[0, label[0]]
    loss.backward()
    assert seen.loss == pytest.approx(float(loss.detach()), rel=1e-5)
    stations = {station.name: station for station in seen.stations}
    assert [station.name for station in seen.stations] == [
        "features", "label", "hidden1", "relu1", "hidden2", "relu2", "scores", "loss",
    ]  # fmt: skip
    assert stations["hidden2"].sizes == "W(32, 32) · x(32) + b(32) = y(32)"
    for name, value in (("hidden1", z1), ("relu1", a1), ("hidden2", z2), ("scores", scores)):
        (given,), (back,) = stations[name].outputs, stations[name].back
        assert np.allclose(given.values, value[0].detach(), atol=1e-5)
        assert np.allclose(back.values, value.grad[0], atol=1e-5)
        assert given.norm == pytest.approx(float(value.detach().norm()), rel=1e-4)
    assert np.allclose(stations["hidden1"].onward[0].values, x.grad[0], atol=1e-5)
    slope = stations["hidden2"].slopes[0]
    assert slope.norm == pytest.approx(float(leaves["hidden2.weight"].grad.norm()), rel=1e-4)
    chosen = next(one for one in seen.weights if one.name == "hidden2.weight")
    assert np.allclose(chosen.gradient, leaves["hidden2.weight"].grad, atol=1e-5)
    assert not stations["label"].comes_back


@pytest.mark.parametrize("name", ["mlp", "gan_ring"])
def test_a_walk_disturbs_nothing(name):
    training = rests(name)
    untouched = copy.deepcopy(training)
    before = print_of(training)
    with training.random:
        for mover in training.movers:
            walk(training, Request(player=mover.name, example=1))
    assert print_of(training) == before
    for one in (training, untouched):
        with one.random:
            one.advance()
    assert print_of(training) == print_of(untouched)


OPTIMIZERS = (
    optimizers.SGD(learning_rate=0.1, momentum=0.9, weight_decay=0.01),
    optimizers.SGD(learning_rate=0.1, momentum=0.8, nesterov=True),
    optimizers.SGD(learning_rate=0.1, momentum=0.9, form="averaged"),
    optimizers.Adam(weight_decay=0.1),
    optimizers.AdamW(weight_decay=0.1),
    optimizers.RMSprop(),
    optimizers.RMSprop(momentum=0.5),
    optimizers.Adagrad(),
    optimizers.Adadelta(),
    optimizers.NAdam(),
    optimizers.RAdam(beta2=0.9),
    optimizers.Adamax(),
)


@pytest.mark.parametrize("chosen", OPTIMIZERS, ids=lambda one: f"{one.type}{getattr(one, 'momentum', '')}")
@pytest.mark.parametrize("steps", [0, 7])
def test_the_update_of_a_weight_is_what_the_optimizer_does(chosen, steps):
    training = rests("mlp", with_player(optimizer=chosen), steps)
    with training.random:
        seen = walk(training, Request(example=2, count=4))
        mover = training.movers[0]
        mover.move({name: column[2:6] for name, column in training.part("training").items()})
    after = dict(training.tree.named_parameters())
    for weight in seen.weights:
        row, column = weight.values.shape[0] // 2, weight.values.shape[1] // 2
        value, gradient, state = weight.at(row, column)
        found = updated(seen.optimizer, value, gradient, state, weight.rate, seen.treatment)
        now = float(after[weight.name].detach()[weight.index(row, column)])
        assert found.after == pytest.approx(now, rel=2e-5, abs=2e-7), (weight.name, found)
        assert found.lines[-1].name == "w" and found.lines[-1].value == found.after


def test_penalties_and_clipping_are_part_of_the_sum():
    player = with_player(optimizer=optimizers.SGD(learning_rate=0.5), l1=0.01, clip_value=0.05, clip_norm=0.02)
    training = rests("mlp", player)
    with training.random:
        seen = walk(training, Request(count=2))
        training.movers[0].move({name: column[:2] for name, column in training.part("training").items()})
    weight = seen.weights[0]
    found = updated(seen.optimizer, *weight.at(1, 1), weight.rate, seen.treatment)
    assert [line.name for line in found.lines] == ["g", "g", "g", "w"]
    assert found.after == pytest.approx(float(training.tree.hidden1.weight[1, 1].detach()), rel=1e-5)


def test_the_numbers_stand_where_the_letters_stood():
    found = updated(optimizers.SGD(learning_rate=0.5, momentum=0.9), 1.0, -0.2, {"momentum_buffer": 0.1}, 0.5)
    assert [line.formula for line in found.lines] == ["v ← β·v + g", "w ← w − η·v"]
    assert [line.numbers for line in found.lines] == ["0.9·0.1 + (−0.2)", "1 − 0.5·(−0.11)"]
    assert found.after == pytest.approx(1.055)
    clipped = updated(optimizers.SGD(learning_rate=1), 1.0, 8.0, {}, 1.0, Treatment(clip_norm=2.0, norm=16.0))
    assert clipped.lines[0].numbers == "8·min(1, 2 / 16)" and clipped.after == pytest.approx(0.0, abs=1e-5)
    assert not moves_alone(optimizers.Muon(), 2) and moves_alone(optimizers.Muon(), 1)
    assert not moves_alone(optimizers.LBFGS(), 1)


def test_open_blocks_are_walked_through_and_closed_ones_are_one_station():
    training = rests("gan_ring", steps=1)
    network = training.plan
    with training.random:
        closed = walk(training, Request(player="discriminator"))
        opened = walk(training, Request(player="discriminator", opened=(((3, 0),), ((6, 0),))))
    assert [one.name for one in closed.stations][:5] == ["real", "z", "G", "D_real", "D_fake"]
    names = [one.name for one in opened.stations]
    assert names.index("G.l1") < names.index("D_fake.l1") and "G" not in names and "D_real" in names
    assert opened.loss == pytest.approx(closed.loss)
    inside = next(one for one in opened.stations if one.name == "D_fake.l1")
    assert inside.slopes[0] is not None and inside.path == ((6, 0),)
    made = next(one for one in closed.stations if one.name == "G")
    assert not made.comes_back and network.by_node[3].name == "G"  # the discriminator does not move it


@pytest.mark.parametrize("time", [0, 4, 24])
def test_an_open_scan_is_walked_through_at_one_time_step(time):
    training = rests("elman")
    scan = next(step.node for step in training.plan.steps if step.copies)
    before = print_of(training)
    with training.random:
        seen = walk(training, Request(example=3, count=1, opened=(((scan, 0),),), time=time))
    assert print_of(training) == before and seen.length == 25
    stations = {station.name: station for station in seen.stations}
    names = ["rnn.new_h_sees", "rnn.W_new_h", "rnn.new_h"]
    assert [name for name, station in stations.items() if station.timed] == names
    tree, part = training.tree, training.part("training")
    weight, bias = (value.detach() for value in tree.rnn.W_new_h.parameters())
    state, found = torch.zeros(1, weight.shape[0]), {}
    x = part["sequence"][3:4]
    for step in range(25):
        both = torch.cat([state, x[:, step]], 1).requires_grad_()
        summed = both @ weight.T + bias
        state = summed.tanh()
        for value in (both, summed, state):
            value.retain_grad()
        found[step] = both, summed, state
    torch.nn.functional.mse_loss(tree.next(state), part["target"][3:4]).backward()
    for name, value in zip(names, found[time], strict=True):
        station = stations[name]
        assert np.allclose(station.outputs[0].values, value.detach()[0], atol=1e-6)
        assert np.allclose(station.back[0].values, value.grad[0], atol=1e-7, rtol=1e-4)
