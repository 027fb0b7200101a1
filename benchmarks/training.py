"""How fast a training through the workbench is, beside loops written by hand and beside the frameworks, in one run.

All train the same networks on the same examples with the same kind of optimizer and as many threads, in turn, so that a
busy machine slows every one; what counts is the median of the ratios of neighbours. The first epoch of each is not
counted. Runs without a window, and without Qt being installed. ``pip install '.[bench]'`` installs the frameworks.

    python benchmarks/training.py [--device cpu|cuda] [--net lenet ...] [--seconds 1.5] [--rounds 5] [--json]

On a GPU (with ``--all`` elsewhere too) it adds: half precision beside a loop by hand, how long each waits for the
device, and a step that is recorded once and played back (CUDA graph) beside one that is not.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.contest.frameworks import FRAMEWORKS, version_of
from benchmarks.contest.laps import Rate
from benchmarks.contest.loops import Assignment, amp_loop, columns, engine, interleaved, settled, tuned_loop, usual_loop
from benchmarks.contest.nets import NETS, ContestNet
from graphs.techniques import Execution, Precision
from workbench.engine.device import describe_device

TUNED = 0.97
"""The least that this engine ÷ a tuned loop should be, on every network."""

USUAL = {"mlp": 1.8, "lenet": 1.1, "lstm": 1.1, "gpt": 1.1}
"""The least that this engine ÷ the loop people write should be."""

PROBED = 0.95
"""The least that the engine with its default probes ÷ without should be."""

Row = dict[str, object]


@dataclass(frozen=True)
class Chosen:
    """What a person asked for on the command line."""

    device: str
    seconds: float
    rounds: int
    threads: int
    batch: int | None
    steps: int | None
    more: bool
    compiled: bool


def task_for(net: ContestNet, chosen: Chosen) -> Assignment:
    """What everybody has to do for this network, so long that the tuned loop needs the seconds that were asked for."""
    steps, batch = chosen.steps or net.steps, chosen.batch or net.batch
    x, y = columns(settled(net, chosen.device, batch, steps, 1), net, chosen.device)
    task = Assignment(net, chosen.device, batch, 2, chosen.threads, x, y)
    tuned_loop(task)
    rate = tuned_loop(task).wall
    return replace(task, epochs=1 + max(1, round(chosen.seconds * rate / task.steps)))


def compared(what: str, task: Assignment, over: Sequence[Rate], under: Sequence[Rate], budget: float | None) -> Row:
    """A row of the table: one against another, as the median of the ratios of rounds."""
    ratios = sorted(a.wall / b.wall for a, b in zip(over, under, strict=True))
    rate = statistics.median(each.wall for each in over)
    return {
        "net": task.net.name,
        "what": what,
        "ratio": round(statistics.median(ratios), 3),
        "processor_ratio": round(
            statistics.median(a.processor / b.processor for a, b in zip(over, under, strict=True)), 3
        ),
        "lowest": round(ratios[0], 3),
        "highest": round(ratios[-1], 3),
        "budget": budget,
        "steps_per_second": round(rate, 1),
        "samples_per_second": round(rate * task.batch, 1),
        "steps_per_second_of_the_other": round(statistics.median(each.wall for each in under), 1),
    }


def left_out(net: ContestNet, what: str, why: str) -> Row:
    """A row for what cannot be measured here."""
    return {"net": net.name, "what": what, "left_out": why}


def contest(net: ContestNet, chosen: Chosen) -> Iterator[Row]:
    """Let everybody train one network; give a row for each comparison."""
    task = task_for(net, chosen)
    there = [name for name in FRAMEWORKS if version_of(name) is not None]
    runners: list[Callable[[Assignment], Rate]] = [engine(), tuned_loop, usual_loop, engine(probes=True)]
    runners += [FRAMEWORKS[name][1] for name in there]
    ours, tuned, usual, probed, *others = interleaved(task, runners, chosen.rounds)
    yield compared("engine ÷ tuned loop by hand", task, ours, tuned, TUNED)
    yield compared("engine ÷ the loop people write", task, ours, usual, USUAL.get(net.name))
    yield compared("with default probes ÷ without", task, probed, ours, PROBED)
    rates = dict(zip(there, others, strict=True))
    for name in FRAMEWORKS:
        what = f"engine ÷ {name}"
        if name in rates:
            yield compared(what, task, ours, rates[name], 1.0)
        else:
            yield left_out(net, what, f"{name} is not installed: pip install '.[bench]'")
    if chosen.more:
        yield from on_a_gpu(task, chosen)


def on_a_gpu(task: Assignment, chosen: Chosen) -> Iterator[Row]:
    """What matters on a GPU: half precision, waiting for the device, recorded and compiled steps."""
    half: dict[str, Any] = {"precision": Precision.BFLOAT16}
    ours, amp = interleaved(task, [engine(**half), amp_loop], chosen.rounds)
    yield compared("bfloat16: engine ÷ AMP loop by hand", task, ours, amp, TUNED)
    for name, runner in (("engine", engine()), ("tuned loop", tuned_loop), ("usual loop", usual_loop)):
        watched = replace(task, epochs=min(task.epochs, 3), watched=True, waits=[])
        runner(watched)
        yield {"net": task.net.name, "what": f"waits for the device: {name}", **watched.waits[0].row()}
    plain = engine()
    if chosen.device == "cuda":
        played, drawn = interleaved(task, [engine(execution=Execution.RECORDED), plain], chosen.rounds)
        yield compared("CUDA graph on ÷ off", task, played, drawn, None)
    else:
        yield left_out(task.net, "CUDA graph on ÷ off", "a CUDA graph needs an NVIDIA GPU")
    if len(task.x.shape) == 4:
        last, first = interleaved(task, [engine(channels_last=True, **half), engine(**half)], chosen.rounds)
        yield compared("bfloat16: channels last ÷ channels first", task, last, first, None)
    if chosen.compiled:
        fused, drawn = interleaved(task, [engine(execution=Execution.COMPILED), plain], chosen.rounds)
        yield compared("torch.compile on ÷ off", task, fused, drawn, None)


def line_of(row: Row, judged: str) -> str:
    """A row as people read it; ``judged`` names the ratio that is held against the budget."""
    start = f"{row['net']:10}{row['what']:42}"
    if "left_out" in row:
        return f"{start}{row['left_out']}"
    if "ratio" not in row:
        return (
            f"{start}{row['waits_a_step']} waits of {row['waited_ms_a_step']} ms, {row['copies_a_step']} copies of "
            f"{row['copied_ms_a_step']} ms, {row['questions_a_step']} numbers asked for, a step"
        )
    budget, mark = "", ""
    if row["budget"] is not None:
        budget = f"{row['budget']:.2f}"
        mark = "held" if row[judged] >= row["budget"] else "missed"  # type: ignore[operator]
    return (
        f"{start}{row['ratio']:7.3f}{row['processor_ratio']:10.3f}{row['lowest']:8.3f}{row['highest']:9.3f}"
        f"{budget:>8} {mark:7}{row['steps_per_second']:9.1f}{row['samples_per_second']:11.0f}"
    )


def asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--net", choices=tuple(NETS), action="append", help="only this one; may be given several times")
    parser.add_argument("--seconds", type=float, default=1.5, help="how long each trains each time, about")
    parser.add_argument("--rounds", type=int, default=5, help="how often everybody trains")
    parser.add_argument("--threads", type=int, default=1, help="threads of torch, for everybody")
    parser.add_argument("--batch", type=int, help="examples a step, instead of what each network has")
    parser.add_argument("--steps", type=int, help="steps of an epoch, instead of what each network has")
    parser.add_argument("--all", action="store_true", help="measure on a CPU too what matters on a GPU")
    parser.add_argument("--compile", action="store_true", help="torch.compile too; it compiles for minutes")
    parser.add_argument(
        "--clock",
        choices=("wall", "processor"),
        default="wall",
        help="which ratio is held against its budget; processor on a busy machine without a GPU",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser.parse_args(arguments)


def main() -> None:
    """Compare, and print a table or one JSON object a line."""
    given = asked()
    if given.device == "cuda" and not torch.cuda.is_available():
        raise SystemExit("--device cuda needs an NVIDIA GPU, and PyTorch finds none here.")
    torch.set_num_threads(given.threads)
    more = given.all or given.compile or given.device == "cuda"
    chosen = Chosen(
        given.device, given.seconds, given.rounds, given.threads, given.batch, given.steps, more, given.compile
    )
    if not given.json:
        where = describe_device(torch.device(given.device), given.threads)
        versions = ", ".join(f"{name} {version}" for name in FRAMEWORKS if (version := version_of(name)) is not None)
        print(f"{where}, torch {torch.__version__}; {versions or 'no framework installed'}")
        print(f"{'net':10}{'what':42}{'ratio':>7}{'processor':>10}{'lowest':>8}{'highest':>9}{'budget':>8}", end="")
        print(f"{'':8}{'steps/s':>9}{'samples/s':>11}")
    judged = {"wall": "ratio", "processor": "processor_ratio"}[given.clock]
    for name in given.net or NETS:
        for row in contest(NETS[name], chosen):
            print(json.dumps(row, ensure_ascii=False) if given.json else line_of(row, judged), flush=True)


if __name__ == "__main__":
    main()
