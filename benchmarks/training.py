"""How fast a training through the workbench is, beside loops written by hand, in one run on one machine.

Pairs of short trainings alternate, so that a busy machine slows both; what counts is the median of their ratios.

    python benchmarks/training.py [--device cpu|cuda] [--seconds 1.5] [--pairs 7] [--clock thread] [--json]
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

sys.path.insert(0, str(Path(__file__).parents[1]))

import presets
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from workbench.engine import Event, RunFailed
from workbench.engine.device import describe_device
from workbench.engine.probes import default_probes
from workbench.engine.trainer import Trainer, load_data

BATCH = 64
CLOCKS = {"wall": time.perf_counter, "thread": time.thread_time}
"""The wall clock, or the processor time of this thread, which a busy machine disturbs less (one thread, CPU only)."""

clock = CLOCKS["wall"]
BUDGETS = {
    "tuned loop": {"mlp": 0.97, "lenet": 0.97},
    "usual loop": {"mlp": 1.8, "lenet": 1.1},
    "probes": {"mlp": 0.95, "lenet": 0.95},
}
"""The least each ratio should be."""


def mlp() -> Project:
    """The multilayer perceptron 64-128-128-10 on 8×8 digits."""
    net = Network()
    x = net.add("Input", name="pixels", field="pixels", shape=(64,))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("ReLU", net.add("Linear", x, name="first", out_features=128), name="relu1")
    h = net.add("ReLU", net.add("Linear", h, name="second", out_features=128), name="relu2")
    scores = net.add("Linear", h, name="scores", out_features=10)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    return Project(net, Recipe(data=DataChoice(name="digits", parameters={"size": 8})))


def lenet() -> Project:
    """The preset LeNet-5 on 32×32 digits."""
    return presets.build("lenet5")


def mlp_by_hand() -> nn.Module:
    """The same network as a module."""
    return nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 10))


def lenet_by_hand() -> nn.Module:
    """LeNet-5 as a module."""
    return nn.Sequential(
        *(nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2)),
        *(nn.Conv2d(16, 120, 5), nn.Tanh(), nn.Flatten(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10)),
    )


NETS: dict[str, tuple[Callable[[], Project], Callable[[], nn.Module], str]] = {
    "mlp": (mlp, mlp_by_hand, "pixels"),
    "lenet": (lenet, lenet_by_hand, "image"),
}
"""Project, module by hand, and the field of the data that goes in."""


def settle(project: Project, device: str, epochs: int) -> Project:
    """Give a project the recipe of the comparison: all examples are for training, nothing is validated in between."""
    project.recipe = Recipe(
        data=DataChoice(name="digits", parameters=project.recipe.data.parameters, split=(1.0, 0.0, 0.0)),
        players=(Player(optimizer=Adam()),),
        epochs=epochs,
        batch_size=BATCH,
        device=device,
        validate_every=1_000_000,
    )
    return project


def through_the_workbench(project: Project, probes: bool, threads: int) -> float:
    """Train through the engine with its events, its database and its checkpoints; return steps per second.

    The time to set up is not counted.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Trainer(project, Path(folder) / "run", None, default_probes() if probes else (), threads=threads)
        events = made.run()
        last: Event = next(events)
        start = clock()
        for event in events:
            last = event
        seconds = clock() - start
    if isinstance(last, RunFailed):
        raise SystemExit(f"{last.message}\n{last.details}")
    return last.steps / seconds  # type: ignore[union-attr]


def columns(project: Project, field: str, device: str) -> tuple[Tensor, Tensor]:
    """The examples the engine trains on, on the device."""
    table = load_data(project).parts.training
    return torch.from_numpy(table[field]).to(device), torch.from_numpy(table["label"]).to(device)


def finish(device: str) -> None:
    """Wait for the device."""
    if device == "cuda":
        torch.cuda.synchronize()


def tuned_loop(net: nn.Module, x: Tensor, label: Tensor, epochs: int, device: str) -> float:
    """The loop an expert writes: fused Adam, indexed batches, losses kept on the device.

    Returns steps per second.
    """
    net = net.to(device).train()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001, fused=True)
    losses, steps = [], 0
    start = clock()
    for _ in range(epochs):
        order = torch.randperm(len(x)).to(device)
        for at in range(0, len(x), BATCH):
            rows = order[at : at + BATCH]
            loss = nn.functional.cross_entropy(net(x.index_select(0, rows)), label.index_select(0, rows))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
            steps += 1
    torch.stack(losses).cpu()
    finish(device)
    return steps / (clock() - start)


def usual_loop(net: nn.Module, x: Tensor, label: Tensor, epochs: int, device: str) -> float:
    """The loop most people write: a DataLoader, Adam as it comes, the loss read at each step.

    Returns steps per second.
    """
    net = net.to(device).train()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
    loader = DataLoader(TensorDataset(x.cpu(), label.cpu()), batch_size=BATCH, shuffle=True)
    total, steps = 0.0, 0
    start = clock()
    for _ in range(epochs):
        for images, labels in loader:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(net(images.to(device)), labels.to(device))
            loss.backward()
            optimizer.step()
            total += loss.item()
            steps += 1
    finish(device)
    return steps / (clock() - start)


def compare(name: str, device: str, seconds: float, pairs: int, threads: int) -> list[dict[str, object]]:
    """Run the alternating pairs of one network; return a row for each comparison."""
    make, by_hand, field = NETS[name]
    x, label = columns(settle(make(), device, 1), field, device)
    tuned_loop(by_hand(), x, label, 2, device)
    rate = tuned_loop(by_hand(), x, label, 3, device)
    epochs = max(2, round(seconds * rate * BATCH / len(x)))
    rates: dict[str, list[float]] = {"workbench": [], "probes": [], "tuned loop": [], "usual loop": []}
    for _ in range(pairs):
        rates["workbench"].append(through_the_workbench(settle(make(), device, epochs), False, threads))
        rates["tuned loop"].append(tuned_loop(by_hand(), x, label, epochs, device))
        rates["probes"].append(through_the_workbench(settle(make(), device, epochs), True, threads))
        rates["usual loop"].append(usual_loop(by_hand(), x, label, max(1, epochs // 2), device))
    rows: list[dict[str, object]] = []
    for what, over, under in (
        ("workbench ÷ tuned loop", "workbench", "tuned loop"),
        ("workbench ÷ usual loop", "workbench", "usual loop"),
        ("with default probes ÷ without", "probes", "workbench"),
    ):
        ratios = sorted(a / b for a, b in zip(rates[over], rates[under], strict=True))
        budget = BUDGETS["probes" if over == "probes" else under][name]
        rows.append(
            {
                "net": name,
                "what": what,
                "ratio": round(statistics.median(ratios), 3),
                "lowest": round(ratios[0], 3),
                "highest": round(ratios[-1], 3),
                "budget": budget,
                "steps_per_second": round(statistics.median(rates[over]), 1),
            }
        )
    return rows


def main() -> None:
    """Compare, and print a table or one JSON object a line."""
    global clock
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--seconds", type=float, default=1.5, help="length of each training")
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--clock", default="wall", choices=tuple(CLOCKS), help="thread: for a busy machine")
    parser.add_argument("--net", choices=tuple(NETS), action="append")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    clock = CLOCKS[chosen.clock]
    torch.set_num_threads(chosen.threads)
    if not chosen.json:
        where = describe_device(torch.device(chosen.device), chosen.threads)
        print(f"{where}, torch {torch.__version__}, batches of {BATCH}")
        print(f"{'net':8}{'what':32}{'ratio':>8}{'lowest':>8}{'highest':>9}{'budget':>8}{'steps/s':>10}")
    for name in chosen.net or NETS:
        for row in compare(name, chosen.device, chosen.seconds, chosen.pairs, chosen.threads):
            if chosen.json:
                print(json.dumps(row), flush=True)
            else:
                print(
                    f"{row['net']:8}{row['what']:32}{row['ratio']:8.3f}{row['lowest']:8.3f}{row['highest']:9.3f}"
                    f"{row['budget']:8.2f}{row['steps_per_second']:10.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
