"""Small projects to train, and what one does with the events they give."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD, Adam, DataChoice, Order, Player, Recipe
from workbench.engine import Control, Event, RunFailed, RunFinished, Scalars
from workbench.engine.probes.probe import Probe
from workbench.engine.trainer import Trainer


def flowers(epochs: int = 3, dropout: float = 0.2, **recipe: Any) -> Project:
    """Tell three kinds of iris apart: a hidden layer with batch normalisation and dropout, seven steps an epoch."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("BatchNorm1d", net.add("Linear", x, name="hidden", out_features=12), name="norm")
    h = net.add("Dropout", net.add("Tanh", h, name="tanh"), name="drop", p=dropout)
    scores = net.add("Linear", h, name="scores", out_features=3)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    settings: dict[str, Any] = {
        "data": DataChoice(name="iris"),
        "players": (Player(optimizer=Adam(learning_rate=0.02)),),
        "epochs": epochs,
        "batch_size": 16,
        "device": "cpu",
    }
    return Project(net, Recipe(**(settings | recipe)), "Flowers")


def moons(epochs: int = 2) -> Project:
    """Tell two half moons in the plane apart."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(2,))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("ReLU", net.add("Linear", x, name="hidden", out_features=8), name="relu")
    scores = net.add("Linear", h, name="scores", out_features=2)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, Recipe(data=DataChoice(name="moons"), epochs=epochs, batch_size=50, device="cpu"), "Moons")


def rivals(updates: tuple[int, int] = (1, 1)) -> Project:
    """Two players on one network: the judge moves its own layer for its loss, the maker moves the layer before it."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    made = net.add("Tanh", net.add("Linear", x, name="maker", out_features=6), name="tanh")
    judged = net.add("Linear", made, name="judge", out_features=3)
    net.add("CrossEntropyLoss", judged, label, name="judge_loss")
    net.add("CrossEntropyLoss", judged, label, name="maker_loss", weight=0.5)
    node = {n.name: n.id for n in net}
    players = (
        Player(name="judge", losses=(node["judge_loss"],), moves=(node["judge"],), optimizer=SGD(), updates=updates[0]),
        Player(name="maker", losses=(node["maker_loss"],), moves=(node["maker"],), optimizer=SGD(), updates=updates[1]),
    )
    recipe = Recipe(
        data=DataChoice(name="iris"), players=players, epochs=2, batch_size=21, order=Order.AS_GIVEN, device="cpu"
    )
    return Project(net, recipe, "Rivals")


def trainer(
    project: Project, folder: Path, control: Control | None = None, probes: Iterable[Probe] | None = (), **more: Any
) -> Trainer:
    """A trainer with one thread and no probes, unless told otherwise."""
    return Trainer(project, folder, control, probes, threads=1, **more)


def train(project: Project, folder: Path, **more: Any) -> tuple[list[Event], Trainer]:
    """Train to the end; return every event, and the trainer."""
    made = trainer(project, folder, **more)
    return list(made.run()), made


def curve(events: Iterable[Event], tag: str = "train/loss") -> np.ndarray:
    """All values of a tag, in order."""
    return np.concatenate([e.values[tag] for e in events if isinstance(e, Scalars) and tag in e.values])


def finished(events: list[Event]) -> RunFinished:
    """The last event, which says that all went well."""
    assert isinstance(events[-1], RunFinished), events[-1]
    return events[-1]


def failed(events: list[Event]) -> RunFailed:
    """The last event, which says what went wrong."""
    assert isinstance(events[-1], RunFailed), events[-1]
    return events[-1]


def kept_weights(folder: Path) -> dict[tuple[int, str], np.ndarray]:
    """The weights of a run's last checkpoint."""
    from workbench.engine.checkpoint import read_weights

    return read_weights(folder / "last.safetensors")


def same_weights(first: Path, second: Path) -> bool:
    """Whether two runs ended with the same weights, to the last bit."""
    one, other = kept_weights(first), kept_weights(second)
    return one.keys() == other.keys() and all(one[key].tobytes() == other[key].tobytes() for key in one)
