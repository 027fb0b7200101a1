"""Those who train without a framework: this engine, and loops written by hand."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, TensorDataset

from benchmarks.contest.laps import Laps, Rate
from benchmarks.contest.nets import ContestNet, score
from benchmarks.contest.waits import Waits
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from workbench.engine import EpochDone, RunFailed
from workbench.engine.probes import default_probes
from workbench.engine.trainer import Trainer, load_data

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Assignment:
    """What everybody is asked to do: train a network for so many epochs on these examples, in batches of this size.

    ``x`` and ``y`` are the examples the engine trains on, (n, ...), on the device. Of those who are ``watched`` is kept
    how often they waited for the device.
    """

    net: ContestNet
    device: str
    batch: int
    epochs: int
    threads: int
    x: Tensor
    y: Tensor
    watched: bool = False
    waits: list[Waits] = field(default_factory=list)

    @property
    def steps(self) -> int:
        """Steps of an epoch."""
        return -(-len(self.x) // self.batch)

    def laps(self) -> Laps:
        """A stopwatch for it."""
        return Laps(self.device, self.steps, self.epochs, self.watched)

    def done(self, laps: Laps) -> Rate:
        """How fast it went."""
        if self.watched:
            self.waits.append(laps.waits())
        return laps.rate()

    def arrays(self) -> tuple[Array, Array]:
        """The examples in main memory."""
        return self.x.cpu().numpy(), self.y.cpu().numpy()

    def loader(self) -> DataLoader[tuple[Tensor, ...]]:
        """The examples as most people read them."""
        pinned = self.device == "cuda"
        return DataLoader(TensorDataset(self.x.cpu(), self.y.cpu()), self.batch, shuffle=True, pin_memory=pinned)


def settled(net: ContestNet, device: str, batch: int, steps: int, epochs: int, **recipe: Any) -> Project:
    """The project of a network with the recipe of the contest: nothing is validated in between.

    So many examples are for the training that an epoch has ``steps`` batches; the others are for a test nobody asks.
    """
    project = net.project()
    data = project.recipe.data
    whole = project.recipe.model_copy(update={"data": data.model_copy(update={"split": (1.0, 0.0, 0.0)})})
    count = len(load_data(Project(project.network, whole)).parts.training)
    share = min(1.0, steps * batch / count)
    project.recipe = Recipe(
        data=DataChoice(name=data.name, parameters=data.parameters, split=(share, 0.0, 1.0 - share)),
        players=(Player(optimizer=Adam()),),
        epochs=epochs,
        batch_size=batch,
        device=device,
        validate_every=1_000_000,
        **recipe,
    )
    return project


def columns(project: Project, net: ContestNet, device: str) -> tuple[Tensor, Tensor]:
    """The examples the engine trains on, on the device."""
    table = load_data(project).parts.training
    return torch.from_numpy(table[net.field]).to(device), torch.from_numpy(table[net.target]).to(device)


def engine(probes: bool = False, **recipe: Any) -> Callable[[Assignment], Rate]:
    """This engine with its events, its database and its checkpoints."""

    def run(task: Assignment) -> Rate:
        laps = task.laps()
        project = settled(task.net, task.device, task.batch, task.steps, task.epochs, **recipe)
        with tempfile.TemporaryDirectory() as folder:
            chosen = default_probes() if probes else ()
            events = Trainer(project, Path(folder) / "run", None, chosen, threads=task.threads).run()
            with contextlib.closing(events):
                for event in events:
                    if isinstance(event, RunFailed):
                        raise SystemExit(f"{event.message}\n{event.details}")
                    if isinstance(event, EpochDone):
                        laps.lap()
                        if laps.count == task.epochs:
                            break  # the last checkpoint and the test are no steps
        return task.done(laps)

    return run


def tuned_loop(task: Assignment, half: bool = False) -> Rate:
    """The loop an expert writes: fused Adam, indexed batches, losses kept on the device."""
    laps = task.laps()
    net = task.net.module().to(task.device).train()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001, fused=True)
    for _ in range(task.epochs):
        order = torch.randperm(len(task.x)).to(task.device, non_blocking=True)
        losses = []
        for rows in order.split(task.batch):
            x, y = task.x.index_select(0, rows), task.y.index_select(0, rows)
            if half:
                with torch.autocast(task.device, torch.bfloat16):
                    loss = score(net(x), y)
            else:
                loss = score(net(x), y)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
        torch.stack(losses).cpu()
        laps.lap()
    return task.done(laps)


def amp_loop(task: Assignment) -> Rate:
    """The tuned loop in half precision (bfloat16), as PyTorch's own recipe for automatic mixed precision has it."""
    return tuned_loop(task, half=True)


def usual_loop(task: Assignment) -> Rate:
    """The loop most people write: a DataLoader, Adam as it comes, the loss read at each step."""
    laps = task.laps()
    net = task.net.module().to(task.device).train()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
    loader, total = task.loader(), 0.0
    for _ in range(task.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            loss = score(net(x.to(task.device)), y.to(task.device))
            loss.backward()
            optimizer.step()
            total += loss.item()
        laps.lap()
    return task.done(laps)


def interleaved(task: Assignment, rivals: Sequence[Callable[[Assignment], Rate]], rounds: int) -> list[list[Rate]]:
    """Let everybody train in turn, so often; return the rates of each."""
    found: list[list[Rate]] = [[] for _ in rivals]
    for number in range(rounds):
        # Every other round goes backwards, so that nobody is always the one after the dearest.
        places = range(len(rivals)) if number % 2 == 0 else reversed(range(len(rivals)))
        for place in places:
            found[place].append(rivals[place](task))
    return found
