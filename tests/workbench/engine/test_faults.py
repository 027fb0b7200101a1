"""What goes wrong ends the run with words a person can use; the process lives on."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD, DataChoice, Player, Recipe
from tests.workbench.engine.small import curve, failed, finished, flowers, train, trainer
from workbench.engine import Event, Failure, RunStarted
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer
from workbench.engine.training import Training

ROOT = Path(__file__).parents[3]


def diverging(learning_rate: float = 50.0) -> Project:
    """A linear regression on the progress of diabetes, whose steps are far too long."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(10,))
    target = net.add("Input", name="target", field="target", shape=(1,))
    y = net.add("Linear", net.add("Linear", x, name="first", out_features=4), name="second", out_features=1)
    net.add("MSELoss", y, target, name="squares")
    player = Player(optimizer=SGD(learning_rate=learning_rate))
    return Project(net, Recipe(data=DataChoice(name="diabetes"), players=(player,), epochs=50, device="cpu"))


def test_steps_that_are_far_too_long_name_the_node_that_broke(tmp_path: Path) -> None:
    project = diverging()
    events, _ = train(project, tmp_path / "run")
    trouble = failed(events)
    assert trouble.kind is Failure.NOT_FINITE
    assert trouble.node is not None
    name = project.network.node(trouble.node).name
    assert name in ("first", "second", "squares")
    assert str(trouble.message).startswith(name)
    assert "learning rate" in str(trouble.remedy)
    losses = curve(events)
    assert trouble.step == 1 + int(np.flatnonzero(~np.isfinite(losses))[0])  # the very step at which it shows
    with Run.open(tmp_path / "run") as run:
        assert run.info().state == "failed"
        steps, values = run.scalars("train/loss")
        assert np.isfinite(values).all()
        assert steps[-1] == trouble.step - 1


def test_the_first_node_with_a_number_that_is_not_finite_is_found_with_what_came_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tanh = torch.nn.Tanh.forward

    def breaks(self: torch.nn.Tanh, x: torch.Tensor) -> torch.Tensor:
        return tanh(self, x) / (0.0 if float(x.detach().abs().max()) > 2.5 else 1.0)

    monkeypatch.setattr(torch.nn.Tanh, "forward", breaks)
    project = flowers()
    trouble = failed(train(project, tmp_path / "run")[0])
    assert trouble.kind is Failure.NOT_FINITE
    assert trouble.node == project.network.node("tanh").id
    assert max(abs(trouble.data["lowest"]), abs(trouble.data["highest"])) > 2.5


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."),
        RuntimeError("[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory"),
        MemoryError(),
    ],
)
def test_too_little_memory_offers_half_the_batch(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_big(self: Training, probes: object = ()) -> None:
        raise error

    monkeypatch.setattr(Training, "advance", too_big)
    trouble = failed(train(flowers(), tmp_path / "run")[0])
    assert trouble.kind is Failure.OUT_OF_MEMORY
    assert "batches of 16" in str(trouble.message)
    assert "batches of 8" in str(trouble.remedy)
    assert trouble.data["batch_size"] == 8
    monkeypatch.undo()
    assert finished(train(flowers(), tmp_path / "again")[0]).steps == 21  # the process lives on


def test_too_little_memory_inside_a_node_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_big(self: torch.nn.Tanh, x: torch.Tensor) -> torch.Tensor:
        raise torch.OutOfMemoryError("CUDA out of memory.")

    monkeypatch.setattr(torch.nn.Tanh, "forward", too_big)
    project = flowers()
    trouble = failed(train(project, tmp_path / "run")[0])
    assert trouble.kind is Failure.OUT_OF_MEMORY
    assert trouble.node == project.network.node("tanh").id
    assert "tanh" in str(trouble.message)


def test_a_node_that_torch_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(self: torch.nn.Tanh, x: torch.Tensor) -> torch.Tensor:
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    monkeypatch.setattr(torch.nn.Tanh, "forward", refuses)
    project = flowers()
    trouble = failed(train(project, tmp_path / "run")[0])
    assert trouble.kind is Failure.NODE
    assert trouble.node == project.network.node("tanh").id
    assert "mat1" in str(trouble.message)


def test_a_lost_device_says_that_the_run_can_be_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(self: Training, probes: object = ()) -> None:
        raise RuntimeError("CUDA error: unspecified launch failure")

    with monkeypatch.context() as patch:
        patch.setattr(Training, "advance", lost)
        trouble = failed(train(flowers(), tmp_path / "run")[0])
    assert trouble.kind is Failure.DEVICE_LOST
    assert "Resume" in str(trouble.remedy)
    assert finished(list(Trainer.resumed(tmp_path / "run", probes=()).run())).steps == 21


def test_a_database_that_cannot_grow_ends_the_run_and_it_can_be_resumed(tmp_path: Path) -> None:
    made = trainer(flowers(epochs=2000), tmp_path / "run")
    events: list[Event] = []
    for event in made.run():
        events.append(event)
        if isinstance(event, RunStarted):
            made._record.limit_size(24)
    trouble = failed(events)
    assert trouble.kind is Failure.DISK_FULL
    assert "resumed" in str(trouble.remedy)
    with Run.open(tmp_path / "run") as run:
        assert len(run.scalars("val/loss")[0]) > 0


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tests.workbench.engine.small import flowers, train
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
for limit in map(int, sys.argv[2:]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    events, _ = train(flowers(epochs=3000), Path(sys.argv[1]) / str(limit))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    print(type(events[-1]).__name__, events[-1].kind.name, len(events) > 20)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size exist on Linux and macOS only")
def test_a_file_that_cannot_grow_is_told_as_a_full_disk(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path), "4000", "100000"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    at_once, later = told.stdout.splitlines()
    assert at_once == "RunFailed DISK_FULL False" and later == "RunFailed DISK_FULL True", told.stderr


def test_a_drawing_with_a_fault_is_not_trained(tmp_path: Path) -> None:
    project = flowers()
    network = project.network
    network.drop_wire(network.wires_into(network.node("scores").id)[0])
    trouble = failed(train(project, tmp_path / "run")[0])
    assert trouble.kind is Failure.DRAWING
    assert trouble.node == network.node("scores").id


def test_an_input_that_asks_for_what_the_data_do_not_have_says_what_there_is(tmp_path: Path) -> None:
    trouble = failed(train(flowers(data=DataChoice(name="digits")), tmp_path / "fields")[0])
    assert trouble.kind is Failure.DATA
    assert "image" in str(trouble.message)
    trouble = failed(train(flowers(data=DataChoice(name="wine")), tmp_path / "shape")[0])
    assert str(trouble.message) == "features expects 4 from the field features, and the data wine gives 13."
    trouble = failed(train(flowers(data=DataChoice(name="irsi")), tmp_path / "name")[0])
    assert "Did you mean iris?" in str(trouble.message)


def test_an_unexpected_error_is_told_with_its_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise(self: Training, probes: object = ()) -> None:
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr(Training, "advance", surprise)
    trouble = failed(train(flowers(), tmp_path / "run")[0])
    assert trouble.kind is Failure.UNEXPECTED
    assert "nobody thought of this" in str(trouble.message)
    assert "Traceback" in trouble.details
    with Run.open(tmp_path / "run") as run:
        assert any("Traceback" in text for *_, text in run.log())
