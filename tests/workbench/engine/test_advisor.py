"""Each rule of the advisor: a run in which it speaks, and one in which it must not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graphs.diagnosis import diagnose
from graphs.history import History
from graphs.learning_edits import SetStart
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD, Adam, DataChoice, Player, Recipe
from graphs.starts import Start
from graphs.techniques import Balance, Descent
from tests.workbench.engine.small import failed, flowers, train, trainer
from workbench.data import Table
from workbench.data.tables import Iris
from workbench.engine import Advised, Control, Event, Sample
from workbench.engine.advice import rules
from workbench.engine.advice.rule import Finding, beyond
from workbench.engine.advisor import META, Advisor, Hysteresis, diagnostic
from workbench.engine.probes.confusion import Confusion
from workbench.engine.probes.gradient_norms import GradientNorms
from workbench.engine.probes.health import Health
from workbench.engine.runs import Run


@pytest.fixture(autouse=True)
def every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Probes look into every step, whatever it costs: these runs are short."""
    monkeypatch.setattr("workbench.engine.probes.sampler.SHARE", 1e9)


def probes() -> tuple[Any, ...]:
    quick = (GradientNorms(every=1), Health(every=1))
    for probe in quick:
        probe.eager = 10_000  # type: ignore[misc]
    return (*quick, Confusion())


def layers(kinds: tuple[str, ...], rate: float = 0.05, width: int = 16, **recipe: Any) -> Project:
    """Iris through hidden layers with these activations."""
    net = Network()
    h = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    for place, kind in enumerate(kinds, 1):
        h = net.add(kind, net.add("Linear", h, name=f"fc{place}", out_features=width), name=f"act{place}")
    scores = net.add("Linear", h, name="scores", out_features=3)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    settings: dict[str, Any] = {
        "data": DataChoice(name="iris"), "players": (Player(optimizer=SGD(learning_rate=rate)),), "epochs": 5,
        "batch_size": 16, "device": "cpu",
    }  # fmt: skip
    return Project(net, Recipe(**(settings | recipe)), "Layers")


def started(project: Project, name: str, **start: Any) -> Project:
    """The same project with another start of one node."""
    project.apply(SetStart(next(node.id for node in project.network if node.name == name), Start(**start)))
    return project


def said(events: list[Event], rule: str) -> list[Advised]:
    return [event for event in events if isinstance(event, Advised) and event.rule == rule]


def run(project: Project, folder: Path, **more: Any) -> list[Event]:
    return train(project, folder, probes=probes(), **more)[0]


# ---------------------------------------------------------------------- a run where each speaks, one where it must not


def well(tmp_path: Path) -> list[Event]:
    """A network that learns as it should."""
    return run(layers(("ReLU", "ReLU"), 0.1, epochs=12), tmp_path / "well")


def test_all_are_silent_about_a_network_that_learns_well(tmp_path: Path) -> None:
    assert [event for event in well(tmp_path) if isinstance(event, Advised)] == []
    assert [event for event in run(flowers(), tmp_path / "flowers") if isinstance(event, Advised)] == []


def test_dead_units(tmp_path: Path) -> None:
    dead = started(layers(("ReLU", "ReLU")), "fc2", bias=-20.0)
    (spoken,) = said(run(dead, tmp_path / "dead"), "dead_units")
    assert spoken.speaks and str(spoken.message) == "act2: 100 % of its units gave zero for every example of late."
    alive = started(layers(("LeakyReLU", "LeakyReLU")), "fc2", bias=-20.0)
    assert not said(run(alive, tmp_path / "alive"), "dead_units")
    titles = mended(dead, spoken.found)
    assert titles == ["Make act2 a LeakyReLU", "Let fc2 start in He's way", "Set the learning rate to 0.015"]


def test_saturated(tmp_path: Path) -> None:
    wide = started(layers(("Tanh", "Tanh")), "fc1", way="normal", numbers={"std": 5.0})
    (spoken,) = said(run(wide, tmp_path / "wide"), "saturated")
    assert spoken.speaks and spoken.node == "act1"
    assert not said(run(layers(("Tanh", "Tanh")), tmp_path / "narrow"), "saturated")
    titles = mended(wide, spoken.found)
    assert titles[:3] == ["Put BatchNorm1d before act1", "Let fc1 start in Glorot's way", "Make act1 a ReLU"]


def test_a_sigmoid_that_answers_or_gates_may_stand_at_its_end() -> None:
    from graphs.planning import plan
    from workbench.engine.inside import hidden_activations

    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    gate = net.add("Sigmoid", net.add("Linear", x, out_features=4), name="gate")
    kept = net.add("Tanh", net.add("Linear", net.add("Multiply", gate, x), out_features=4), name="hidden")
    net.add("Output", net.add("Sigmoid", net.add("Linear", kept, out_features=1), name="answer"), name="out")
    assert [step.name for _, step in hidden_activations(plan(net))] == ["hidden"]


def test_vanishing_gradient(tmp_path: Path) -> None:
    deep = layers(("Sigmoid",) * 7)
    (spoken,) = said(run(deep, tmp_path / "deep"), "vanishing_gradient")
    assert spoken.node == "fc1"
    assert not said(run(layers(("ReLU",) * 3), tmp_path / "relu"), "vanishing_gradient")
    assert mended(deep, spoken.found) == ["Make 7 activations ReLU"]


def test_exploding_gradient(tmp_path: Path) -> None:
    project = layers(("Identity",) * 5, 1e-9)
    for place in range(1, 6):
        started(project, f"fc{place}", way="normal", numbers={"std": 3.0})
    (spoken,) = said(run(project, tmp_path / "large"), "exploding_gradient")
    assert spoken.speaks
    assert not said(run(layers(("Identity",) * 5), tmp_path / "usual"), "exploding_gradient")
    assert mended(project, spoken.found)[0] == "Clip the gradient at length 1"


def test_long_steps(tmp_path: Path) -> None:
    hasty = layers(("Tanh",), players=(Player(optimizer=Adam(learning_rate=0.3)),))
    spoken = said(run(hasty, tmp_path / "hasty"), "long_steps")[0]
    assert spoken.speaks
    assert mended(hasty, spoken.found)[0] == "Set the learning rate to 0.03"
    usual = layers(("Tanh",), players=(Player(optimizer=Adam(learning_rate=0.003)),))
    assert not said(run(usual, tmp_path / "usual"), "long_steps")


def test_short_steps_and_a_loss_that_does_not_move(tmp_path: Path) -> None:
    timid = layers(("Tanh",), 1e-7, epochs=12)
    events = run(timid, tmp_path / "timid")
    (short,), (flat,) = said(events, "short_steps"), said(events, "flat_loss")
    assert mended(timid, short.found) == ["Set the learning rate to 1e-06"]
    assert mended(timid, flat.found) == ["Set the learning rate to 1e-06"]
    assert "does not move" in str(flat.message)
    assert not said(run(layers(("Tanh",), 0.1, epochs=12), tmp_path / "usual"), "flat_loss")


def test_rising_loss(tmp_path: Path) -> None:
    hasty = layers(("Tanh",), 40.0, epochs=9)
    spoken = said(run(hasty, tmp_path / "hasty"), "rising_loss")[0]
    assert spoken.speaks and spoken.node == "loss"
    assert mended(hasty, spoken.found) == ["Set the learning rate to 4", "Clip the gradient at length 1"]
    assert not said(run(layers(("Tanh",), 0.1, epochs=9), tmp_path / "usual"), "rising_loss")


def test_numbers_that_are_not_finite(tmp_path: Path) -> None:
    events = run(layers(("Identity", "Identity"), 100.0, descent=Descent.SINGLE), tmp_path / "broken")
    end = failed(events)
    (spoken,) = said(events, "not_finite")
    assert spoken.found.node == end.node and events.index(spoken) < events.index(end)
    assert not said(run(layers(("Identity",), 0.01), tmp_path / "whole"), "not_finite")


def noise(seed: int = 0) -> Table:
    """Labels that have nothing to do with the numbers."""
    generator = np.random.default_rng(seed)
    return Table({
        "features": generator.normal(size=(150, 4)).astype(np.float32),
        "label": generator.integers(0, 3, 150).astype(np.int64),
    })  # fmt: skip


def test_overfitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learned = layers(("ReLU",), players=(Player(optimizer=Adam(learning_rate=0.02)),), epochs=12)
    assert not said(run(learned, tmp_path / "learned"), "overfitting")
    monkeypatch.setattr(Iris, "load", lambda self, seed=0: noise())
    by_heart = layers(("ReLU",), width=128, players=(Player(optimizer=Adam(learning_rate=0.02)),), epochs=30)
    spoken = said(run(by_heart, tmp_path / "by heart"), "overfitting")[0]
    assert spoken.speaks
    assert mended(by_heart, spoken.found) == [
        "Put Dropout before scores", "Let weights shrink (L2, 0.001)", "Stop early",
    ]  # fmt: skip


def rare(share: float) -> Table:
    """Two classes that cannot be told apart; the second one is rare."""
    generator = np.random.default_rng(1)
    label = (generator.random(400) < share).astype(np.int64)
    return Table({"features": generator.normal(size=(400, 4)).astype(np.float32), "label": label})


def test_a_class_that_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Iris, "load", lambda self, seed=0: rare(0.06))
    project = layers(("ReLU",), 0.05, epochs=5)
    (spoken,) = said(run(project, tmp_path / "rare"), "left_out_class")
    assert mended(project, spoken.found) == [
        "Let rare classes weigh more", "Draw rare classes more often", "Make loss a FocalLoss",
    ]  # fmt: skip
    drawn = layers(("ReLU",), 0.05, epochs=5, balance=Balance.SAMPLING)
    assert not said(run(drawn, tmp_path / "drawn"), "left_out_class")


def mended(project: Project, found: Finding) -> list[str]:
    """Apply each remedy as one step of undo: the drawing stays right, and undo takes it back to the last byte."""
    from graphs.document import snapshot

    before = snapshot(project)
    told = diagnostic(found, project)
    assert told.consequence is not None and told.rule == found.rule
    for fix in told.fixes:
        history = History(project)
        history.do(fix.edit)
        assert snapshot(project) != before, fix.title
        assert diagnose(project.network) == []
        history.undo()
        assert snapshot(project) == before
    return [str(fix.title) for fix in told.fixes]


# ---------------------------------------------------------------------- how it speaks


def test_it_does_not_flicker() -> None:
    mind = Hysteresis(3)
    assert [mind.see(holds) for holds in (True, True, False, True, True, True)] == [False] * 5 + [True]
    assert not any(mind.see(holds) for holds in (False, False, None, False, False, True, False))
    assert [mind.see(False) for _ in range(2)] == [False, True]
    assert (beyond(0.6, 0.5, 0.3), beyond(0.4, 0.5, 0.3), beyond(0.2, 0.5, 0.3)) == (True, None, False)
    assert (beyond(1e-6, 1e-5, 1e-4), beyond(5e-5, 1e-5, 1e-4), beyond(1.0, 1e-5, 1e-4)) == (True, None, False)


def health(step: int, share: float) -> Sample:
    data = {"nodes": np.array([4]), "inner": np.array([4]), "dead": np.array([share]), "saturated": np.array([np.nan])}
    return Sample("health", step, data, {"player": ("all",), "names": ("act1",), "ways": ("",)})


def test_it_is_quiet_again_when_there_is_no_more_reason() -> None:
    advisor = Advisor(layers(("ReLU",)))
    told = [
        one for step, share in enumerate([0.9] * 5 + [0.4] * 5 + [0.1] * 5) for one in advisor.take(health(step, share))
    ]
    assert [(one.step, one.speaks) for one in told] == [(2, True), (12, False)]
    assert [(one.step, one.until) for one in advisor.findings] == [(2, 12)]


def test_the_run_keeps_what_was_said_and_a_resumed_run_goes_on_saying_it(tmp_path: Path) -> None:
    dead = started(layers(("ReLU", "ReLU")), "fc2", bias=-20.0)
    control = Control()
    events: list[Event] = []
    for event in trainer(dead, tmp_path / "run", control, probes()).run():
        events.append(event)
        if isinstance(event, Advised):
            control.stop()
    (spoken,) = said(events, "dead_units")
    with Run.open(tmp_path / "run") as kept:
        (found,) = kept.meta(META)
    assert Finding.of(json.loads(json.dumps(found))) == spoken.found
    again = list(trainer(dead, tmp_path / "run", probes=probes(), resume=True).run())
    assert said(again, "dead_units") == [spoken]  # once, from the run's own memory, and not found a second time


def test_every_rule_says_what_it_reads_and_when() -> None:
    assert list(rules()) == [
        "rising_loss", "flat_loss", "not_finite", "overfitting", "left_out_class", "vanishing_gradient",
        "exploding_gradient", "long_steps", "short_steps", "dead_units", "saturated",
    ]  # fmt: skip
    assert all(rule.title and rule.reads and rule.looks >= 1 for rule in rules().values())


def test_dead_units_inside_a_block_are_mended_in_the_block(tmp_path: Path) -> None:
    net, body = Network(), Network()
    inside = body.add("Linear", body.add("Input", name="x", field="x", shape=(8,)), name="fc", out_features=8)
    body.add("Output", body.add("ReLU", inside, name="act"), name="y")
    body.put_node(_with_start(body, "fc", Start(bias=-20.0)))
    net.blocks["layer"] = body
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    placed = net.add("layer", net.add("Linear", x, name="first", out_features=8), name="twice")
    net.add("CrossEntropyLoss", net.add("Linear", placed, name="scores", out_features=3), label, name="loss")
    project = Project(net, layers(()).recipe, "Block")
    (spoken,) = said(run(project, tmp_path / "run"), "dead_units")
    assert (spoken.node, spoken.found.block) == ("twice.act", "layer")
    assert mended(project, spoken.found)[0] == "Make act a LeakyReLU"


def _with_start(network: Network, name: str, start: Start) -> Any:
    from dataclasses import replace

    return replace(next(node for node in network if node.name == name), start=start)


def pieces() -> Iterator[str]:
    """Texts of the rules, so that a rule without words is noticed."""
    for rule in rules().values():
        yield from (rule.title, rule.reads)


def test_no_text_is_written_twice() -> None:
    texts = list(pieces())
    assert len(texts) == len(set(texts))
