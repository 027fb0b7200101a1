"""Ways of computing a step: what each changes, what it must not change, and the words where a machine has it not."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from graphs.network import Network
from graphs.optimizers import LBFGS
from graphs.project import Project
from graphs.recipe import DataChoice, Player, Recipe
from graphs.techniques import Execution, Mixup, Precision
from tests.workbench.engine.small import curve, failed, finished, flowers, same_weights, train
from workbench.engine import Control, Sample
from workbench.engine import execution as ways
from workbench.engine.batches import sent
from workbench.engine.events import RunStarted
from workbench.engine.execution import Recorded, why_not
from workbench.engine.loading import load_data
from workbench.engine.probes.gradient_norms import GradientNorms
from workbench.engine.randomness import OwnRandom
from workbench.engine.training import Training


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """torch.compile, and a compiler, as a machine without either would have them: what it was asked for."""
    asked: list[dict[str, object]] = []

    def compile(function, **given):
        asked.append(given | {"calls": 0})
        mine = asked[-1]

        def run(*values):
            mine["calls"] += 1
            return function(*values)

        return run

    monkeypatch.setattr("torch.compile", compile)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return asked


def notes(events) -> str:
    return " ".join(map(str, next(e for e in events if isinstance(e, RunStarted)).notes))


def test_every_step_is_compiled_also_those_that_somebody_watches(tmp_path: Path, compiled) -> None:
    plain, _ = train(flowers(), tmp_path / "plain")
    project = flowers(execution=Execution.COMPILED)
    events, _ = train(project, tmp_path / "compiled", probes=(GradientNorms(every=2),))
    (asked,) = compiled  # one program for the steps that are measured and for those that are not
    assert asked["calls"] == finished(events).steps
    assert asked["dynamic"] is False  # each size of batch for itself, so a resumed run computes the same
    # Probes looked at a pass of their own, and neither random numbers nor running averages felt it.
    assert any(isinstance(event, Sample) for event in events)
    assert same_weights(tmp_path / "plain", tmp_path / "compiled")
    assert (curve(plain) == curve(events)).all()


def test_a_probe_sees_the_same_gradients_beside_a_compiled_step(tmp_path: Path, compiled) -> None:
    seen = {}
    for name, chosen in (("plain", Execution.DRAWN), ("compiled", Execution.COMPILED)):
        events, _ = train(flowers(execution=chosen), tmp_path / name, probes=(GradientNorms(every=2),))
        seen[name] = {e.step: e.data for e in events if isinstance(e, Sample)}
    both = set(seen["plain"]) & set(seen["compiled"])
    assert both
    for step in both:
        for key in ("weight_norms", "wire_norms", "updates"):
            assert seen["plain"][step][key] == pytest.approx(seen["compiled"][step][key], rel=1e-5)


def test_threads_are_timed_without_compiling(compiled) -> None:
    project = flowers(execution=Execution.COMPILED)
    prepared = load_data(project)
    copies = []

    def build(threads: int) -> Training:
        copies.append(Training(project, prepared, torch.device("cpu"), threads))
        return copies[-1]

    from workbench.engine import training

    training.timed_threads(build, "cpu")
    assert all(asked["calls"] == 0 for asked in compiled)


def test_without_a_compiler_it_trains_as_drawn_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    events, _ = train(flowers(epochs=1, execution=Execution.COMPILED), tmp_path / "run")
    assert finished(events).steps == 7
    assert "needs a C++ compiler" in notes(events)
    assert "one after the other" in notes(events)


def test_what_cannot_be_compiled_ends_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from torch._dynamo.exc import TorchDynamoException

    def compile(function, **given):
        def run(*values):
            raise TorchDynamoException("the compiler found no header\nmany further lines")

        return run

    monkeypatch.setattr("torch.compile", compile)
    monkeypatch.setattr("shutil.which", lambda name: name)
    events, _ = train(flowers(epochs=1, execution=Execution.COMPILED), tmp_path / "run")
    told = failed(events)
    assert str(told.message) == "torch.compile cannot compile this drawing: the compiler found no header"
    assert "one after the other" in str(told.remedy)


def test_a_recorded_step_leaves_random_numbers_and_running_averages_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recording runs the network a few times; played back, the training is the one that is not recorded."""
    made = []

    def record(module, given, allow_unused_input, capture_error_mode="global"):
        assert not torch.is_autocast_enabled("cpu") or not torch.is_autocast_cache_enabled()
        for _ in range(3):
            module(*given)
        made.append(tuple(value.shape for value in given))
        return module

    monkeypatch.setattr("torch.cuda.make_graphed_callables", record)
    for precision in (Precision.FULL, Precision.BFLOAT16):
        project = flowers(precision=precision)
        prepared = load_data(project)
        plain, recorded = (Training(project, prepared, torch.device("cpu"), 1) for _ in range(2))
        recorded.movers[0].run_by(lambda program: Recorded(program, torch.device("cpu")))
        for each in (plain, recorded):
            with each.random:
                for _ in range(9):
                    each.advance()
        for ours, theirs in zip(plain.tree.state_dict().values(), recorded.tree.state_dict().values(), strict=True):
            assert torch.equal(ours, theirs)
    assert len(made) == 2  # once a training; the smaller batch at the end of the epoch is not recorded
    with recorded.random:
        recorded.change(_frozen(recorded))
        recorded.advance()
    assert len(made) == 3  # other weights learn, so it is recorded anew


def _frozen(training: Training):
    from workbench.engine.control import SetFrozen

    return SetFrozen(next(iter(training.movers[0].nodes)), True)


def test_a_drawing_that_cannot_be_recorded_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def record(module, given, **more):
        raise RuntimeError("operation not permitted when stream is capturing\nCUDA kernel errors might be …")

    monkeypatch.setattr("torch.cuda.make_graphed_callables", record)
    project = flowers()
    made = Training(project, load_data(project), torch.device("cpu"), 1)
    made.movers[0].run_by(lambda program: Recorded(program, torch.device("cpu")))
    from workbench.engine.faults import DrawingError

    with pytest.raises(DrawingError, match="cannot be recorded as a CUDA graph: operation not permitted when stream"):
        made.advance()


@pytest.mark.parametrize(
    ("recipe", "device", "words"),
    [
        ({"execution": Execution.COMPILED}, "mps", "Apple GPU"),
        ({"execution": Execution.RECORDED}, "cpu", "needs an NVIDIA GPU"),
        ({"execution": Execution.RECORDED, "players": (Player(), Player())}, "cuda", "one player"),
        ({"execution": Execution.RECORDED, "players": (Player(thaw_every=1),)}, "cuda", "thaw"),
        ({"execution": Execution.RECORDED, "players": (Player(optimizer=LBFGS()),)}, "cuda", "LBFGS"),
        ({"execution": Execution.RECORDED, "mixing": Mixup()}, "cuda", "mixed examples"),
        ({"execution": Execution.RECORDED}, "cuda", None),
        ({"execution": Execution.DRAWN}, "mps", None),
    ],
)
def test_why_not_says_what_is_missing(recipe, device, words) -> None:
    found = why_not(Recipe(data=DataChoice(name="iris"), **recipe), device)
    assert found is None if words is None else words in str(found)


def test_triton_is_asked_for_on_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "find_spec", lambda name: None)
    found = why_not(Recipe(data=DataChoice(name="iris"), execution=Execution.COMPILED), "cuda")
    assert "needs Triton" in str(found)


def pictures(**recipe) -> Project:
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("ReLU", net.add("Conv2d", x, name="conv", out_channels=4), name="relu")
    scores = net.add("Linear", net.add("Flatten", h, name="flat"), name="scores", out_features=10)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    data = DataChoice(name="digits", parameters={"size": 8})
    return Project(net, Recipe(data=data, epochs=1, batch_size=128, device="cpu", **recipe))


def test_channels_last_gives_the_same_bits_each_time_and_after_a_resume(tmp_path: Path) -> None:
    first, _ = train(pictures(channels_last=True), tmp_path / "one")
    train(pictures(channels_last=True), tmp_path / "two")
    assert same_weights(tmp_path / "one", tmp_path / "two")
    control = Control()
    from tests.workbench.engine.small import trainer

    for event in trainer(pictures(channels_last=True), tmp_path / "three", control).run():
        if isinstance(event, RunStarted):
            control.step_once()
        elif type(event).__name__ == "Paused":
            control.stop()
    train(pictures(channels_last=True), tmp_path / "three", resume=True)
    assert same_weights(tmp_path / "one", tmp_path / "three")
    other, _ = train(pictures(), tmp_path / "plain")
    assert curve(first) == pytest.approx(curve(other), rel=1e-3)


def test_the_weights_lie_channels_last() -> None:
    project = pictures(channels_last=True)
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    training.advance()
    weight = next(p for p in training.tree.parameters() if p.dim() == 4)
    state = training.movers[0].optimizer.state[weight]
    assert weight.grad is not None
    assert weight.grad.stride() == weight.stride() == state["exp_avg"].stride()


def test_how_exactly_a_gpu_multiplies_belongs_to_the_training_alone() -> None:
    before = torch.backends.cuda.matmul.fp32_precision
    with OwnRandom(0, torch.device("cpu"), torch.get_num_threads(), tf32=True):
        assert torch.backends.cuda.matmul.fp32_precision == "tf32"
    assert torch.backends.cuda.matmul.fp32_precision == before


def test_nobody_waits_for_a_copy_to_an_nvidia_gpu() -> None:
    told = []

    class Row(torch.Tensor):
        def pin_memory(self):  # type: ignore[override]
            told.append("pinned")
            return self

        def to(self, device, non_blocking=False):  # type: ignore[override]
            told.append((device.type, non_blocking))
            return self

    sent(Row(), torch.device("cuda"))
    sent(Row(), torch.device("cpu"))
    assert told == ["pinned", ("cuda", True), ("cpu", False)]
