"""The numbers behind a node that is looked at, against torch computed by hand."""

from pathlib import Path

import numpy as np
import pytest
import torch

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD, Order, Player
from tests.workbench.engine.small import flowers, same_weights, train, trainer
from workbench.engine import Control, Event, Paused, Sample
from workbench.engine.probes.sampler import Sampler
from workbench.engine.probes.statistics import BINS, Statistics, counted_in_bins
from workbench.engine.trainer import load_data
from workbench.engine.training import Training


def samples(events: list[Event]) -> list[Sample]:
    return [event for event in events if isinstance(event, Sample) and event.probe == "statistics"]


def plain_flowers() -> Project:
    return flowers(dropout=0.0, epochs=1, order=Order.AS_GIVEN, players=(Player(optimizer=SGD(learning_rate=0.1)),))


def test_every_number_is_the_one_torch_gives_by_hand(tmp_path: Path) -> None:
    events, _ = train(plain_flowers(), tmp_path / "run", probes=(Statistics(every=1, nodes=None),))
    sample = samples(events)[0]
    place = {name: row for row, name in enumerate(sample.labels["nodes"])}
    data = load_data(plain_flowers()).parts.training
    torch.manual_seed(0)
    hidden, norm, scores = torch.nn.Linear(4, 12), torch.nn.BatchNorm1d(12), torch.nn.Linear(12, 3)
    values = {"hidden": hidden(torch.from_numpy(data["features"][:16]))}
    values["norm"] = norm(values["hidden"])
    values["tanh"] = values["norm"].tanh()
    values["scores"] = scores(values["tanh"])
    for value in values.values():
        value.retain_grad()
    torch.nn.functional.cross_entropy(values["scores"], torch.from_numpy(data["label"][:16])).backward()
    for name, value in values.items():
        mean, deviation, low, high, zeros, saturated, dead = sample.data["activation"][place[name]]
        assert (mean, deviation) == pytest.approx((value.mean().item(), value.std(correction=0).item()), abs=1e-6)
        assert (low, high) == pytest.approx((value.min().item(), value.max().item()), abs=1e-6)
        assert (zeros, dead) == (0, 0)
        if name == "tanh":
            assert saturated == pytest.approx((value.abs() > 0.95).float().mean().item())
        else:
            assert np.isnan(saturated)
        assert value.grad is not None
        assert sample.data["gradient"][place[name], 0] == pytest.approx(value.grad.norm().item(), rel=1e-5)
        counts = sample.data[f"activation_counts/{place[name]}"]
        by_hand, _ = np.histogram(value.detach().numpy().ravel().astype(float), BINS)
        assert counts.tolist() == by_hand.tolist()
    for name, module in (("hidden", hidden), ("scores", scores)):
        weight, every = module.weight.detach(), [p for p in module.parameters() if p.grad is not None]
        mean, deviation, low, high, length = sample.data["weights"][place[name]]
        assert (mean, deviation, length) == pytest.approx(
            (weight.mean().item(), weight.std(correction=0).item(), weight.norm().item()), rel=1e-5
        )
        assert (low, high) == pytest.approx((weight.min().item(), weight.max().item()))
        gradient = torch.cat([p.grad.flatten() for p in every if p.grad is not None]).norm().item()
        assert sample.data["gradient"][place[name], 1] == pytest.approx(gradient, rel=1e-5)
        # Plain gradient descent moves every weight by the learning rate times its gradient.
        whole = torch.cat([p.detach().flatten() for p in every]).norm().item()
        assert sample.data["update"][place[name]] == pytest.approx(0.1 * gradient / whole, rel=1e-4)
        assert sample.data[f"weight_counts/{place[name]}"].sum() == weight.numel()
    assert np.isnan(sample.data["weights"][place["tanh"]]).all() and np.isnan(sample.data["update"][place["tanh"]])


def test_looking_changes_no_bit_of_a_training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.probes.sampler.SHARE", 1e9)  # it looks into every step, whatever it costs
    train(flowers(), tmp_path / "without")
    events, _ = train(flowers(), tmp_path / "watched", probes=(Statistics(every=1, nodes=None),))
    assert len(samples(events)) == 21
    assert same_weights(tmp_path / "without", tmp_path / "watched")


def test_nothing_is_measured_where_nobody_looks(tmp_path: Path) -> None:
    training = Training(flowers(), load_data(flowers()), torch.device("cpu"), 1)
    assert "statistics" not in Sampler((Statistics(),), training).accounts
    events, _ = train(flowers(), tmp_path / "run", probes=None)
    assert not samples(events)


def test_who_looks_at_another_node_pays_from_the_same_purse(tmp_path: Path) -> None:
    project, control = flowers(), Control()
    node = {n.name: n.id for n in project.network}
    control.pause()
    events = []
    for event in trainer(project, tmp_path / "run", control).run():
        events.append(event)
        if isinstance(event, Paused):
            if event.step in (1, 3):
                control.attach(Statistics(every=1, nodes=(node["tanh"] if event.step == 1 else node["scores"],)))
            if event.step == 5:
                control.detach("statistics")
            control.step_once() if event.step < 6 else control.stop()
    assert [(s.step, s.labels["nodes"]) for s in samples(events)] == [
        (2, ("tanh",)), (3, ("tanh",)), (4, ("scores",)), (5, ("scores",)),
    ]  # fmt: skip
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    sampler = Sampler((Statistics(nodes=(node["tanh"],)),), training)
    sampler.accounts["statistics"].book(3.0)
    from workbench.engine.control import AttachProbe

    assert sampler.change(AttachProbe(Statistics(nodes=(node["scores"],))))
    assert sampler.accounts["statistics"].spent == 3.0
    assert sampler.accounts["statistics"].probe.nodes == (node["scores"],)


def test_units_that_never_speak_are_dead_and_counted_apart_from_zeros(tmp_path: Path) -> None:
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    relu = net.add("ReLU", net.add("Linear", x, name="hidden", out_features=6), name="relu")
    net.add("CrossEntropyLoss", net.add("Linear", relu, name="scores", out_features=3), label, name="loss")
    project = Project(net, flowers(epochs=1, order=Order.AS_GIVEN).recipe, "Dead")
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    probe = Statistics(every=1, nodes=(net.node("relu").id,))
    assert probe.suits(training)
    with torch.no_grad():
        training.tree.hidden.bias[:2] = -100.0
    with training.random:
        values = training.tree.hidden(training.part("training")["features"][:16]).relu()
        probe.begin(1)
        training.advance((probe,))
    (sample,) = probe.collect(training)
    zeros, saturated, dead = sample.data["activation"][0, 4:]
    assert dead == pytest.approx((values == 0).all(0).float().mean().item()) and dead >= 2 / 6
    assert zeros == pytest.approx((values == 0).float().mean().item()) and zeros >= dead
    assert np.isnan(saturated)


def test_a_node_inside_a_block_is_measured_in_the_copy_one_looks_at(tmp_path: Path) -> None:
    import presets

    project = presets.build("resnet18")
    project.recipe = project.recipe.model_copy(update={"epochs": 1, "batch_size": 400, "device": "cpu"})
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    stage = next(node for node in project.network if training.plan.by_node[node.id].copies)
    body = training.plan.by_node[stage.id].copies[0].body
    place, path = next((step, ((stage.id, 0),)) for step in body.steps if step.cost.parameters.number or step.copies)
    while place.copies:
        path = (*path, (place.node, 0))
        place = next(step for step in place.copies[0].body.steps if step.cost.parameters.number)
    probe = Statistics(every=1, nodes=(place.node,), path=path)
    assert probe.suits(training)
    with training.random:
        probe.begin(1)
        training.advance((probe,))
    (sample,) = probe.collect(training)
    assert sample.labels["nodes"] == (place.name,) and sample.data["path"].tolist() == [list(door) for door in path]
    assert sample.data["weights"][0, 4] > 0 and 0 < sample.data["update"][0] < 1
    assert np.isfinite(sample.data["gradient"][0]).all()
    assert not Statistics(nodes=(place.node,), path=((10_000, 0),)).suits(training)


def test_a_histogram_of_what_is_not_finite_counts_the_rest() -> None:
    counts, ends = counted_in_bins(np.array([1.0, np.nan, 3.0, np.inf]))
    assert counts.sum() == 2 and ends.tolist() == [1.0, 3.0]
    counts, ends = counted_in_bins(np.full(5, 2.0))
    assert counts.sum() == 5 and ends.tolist() == [1.5, 2.5]
    assert counted_in_bins(np.array([np.nan]))[0].sum() == 0
