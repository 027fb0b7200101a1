"""What every preset that trains reaches: trains each in its small size over several seeds, and asks its judges.

``python benchmarks/results.py [PRESET …] [--seeds 0 1 2] [--jobs 1] [--again]`` trains what has not been measured
since its drawing or recipe last changed, one thread a training, and keeps every figure in ``presets/results.json`` at
once, so that it may be cut off and goes on. From it ``presets/RESULTS.md`` is written: the mean and the worst of the
seeds, the goal, and the time. ``--write`` only writes the page. The exit code is 1 when a training failed or a goal is
missed without a reason given.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from filelock import FileLock  # torch needs it too
from pydantic import BaseModel

import presets
from benchmarks.judges import Goal, Trained, goals
from graphs import document
from workbench.reporting import plain

ROOT = Path(__file__).parents[1]
KEPT, PAGE = ROOT / "presets" / "results.json", ROOT / "presets" / "RESULTS.md"
SEEDS = (0, 1, 2)
HEAD = """# What the presets reach

Written by `make results`, which trains every preset in its small size over three seeds, one processor thread a
training, and can be run again by anyone: it measures anew what has changed. *Worst* is the worst of the seeds.
*CPU* is the processor time of a training in minutes, its judges not counted, on the machine it ran on ({machine}).
"""


def fingerprint(name: str) -> str:
    """What a result depends on: the drawing without its places on the canvas, and the recipe as far as it differs from
    the defaults.
    """
    project = presets.build(name)
    drawing = document.to_json(project)["network.json"]
    return hashlib.sha256(drawing + json.dumps(_chosen(project.recipe), sort_keys=True).encode()).hexdigest()[:16]


def _chosen(value: Any) -> Any:
    """What of a recipe is no default, with the names of the types."""
    if isinstance(value, BaseModel):
        told = {"type": type(value).__name__}
        for field, about in type(value).model_fields.items():
            if (given := getattr(value, field)) != about.get_default(call_default_factory=True):
                told[field] = _chosen(given)
        return told
    if isinstance(value, dict):
        return {str(key): _chosen(item) for key, item in value.items()}
    return [_chosen(item) for item in value] if isinstance(value, list | tuple) else plain(value)


def train(name: str, seed: int) -> dict[str, Any]:
    """Train a preset's small size once, with one thread, and ask its judges. Raises RuntimeError when it fails."""
    import torch

    from workbench.advising import Advice
    from workbench.engine.control import Control
    from workbench.engine.ensembles import trained
    from workbench.engine.trainer import Trainer

    project = presets.build(name)
    project.recipe = project.recipe.model_copy(update={"seed": seed})
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "run"
        wall, processor, ended, advice = time.perf_counter(), time.process_time(), None, Advice()
        for event in Trainer(project, folder, Control(), threads=1, keep_weights=bool(project.weights)).run():
            advice.take(event)
            match type(event).__name__:
                case "RunFailed":
                    raise RuntimeError(f"{name}, seed {seed}: {event.message}")
                case "RunFinished":
                    ended = event
        if ended is None:
            raise RuntimeError(f"{name}, seed {seed}: the training did not end by itself.")
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        test = dict(ended.test or ended.validation)
        made = Trained(name, seed, folder, trained(folder, torch.device("cpu")), test)
        asked = {one.figure: one.ask(made) for one in goals().get(name, ())}
        said = [str(told.message) for told in advice.diagnostics(project) if not told.hidden]
    return {"figures": test | asked, "seconds": wall, "processor": processor, "steps": ended.steps, "advice": said}


def read() -> dict[str, Any]:
    """Every result that was kept, by preset."""
    return json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}


def keep(name: str, seed: int, print_: str, found: Mapping[str, Any]) -> None:
    """Add one result; those of another drawing or recipe of the preset are dropped."""
    with FileLock(KEPT.with_suffix(".lock")):  # another of these may be measuring beside it
        every = read()
        known = every.get(name, {})
        seeds = known.get("seeds", {}) if known.get("fingerprint") == print_ else {}
        every[name] = {"fingerprint": print_, "seeds": dict(sorted((seeds | {str(seed): found}).items()))}
        text = json.dumps(dict(sorted(every.items())), indent=1, ensure_ascii=False)
        part = KEPT.with_suffix(".part")
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(KEPT)


def shown(value: float) -> str:
    """A figure with three digits that count."""
    return f"{value:.3g}" if math.isfinite(value) else str(value)


def rows(name: str, known: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """The lines of a preset: one a goal, or one with every metric of its test."""
    seeds = known["seeds"]
    minutes = f"{statistics.mean(one['processor'] for one in seeds.values()) / 60:.1f}"
    declared = goals().get(name, ())
    if declared:
        lines = [_judged(one, [found["figures"][one.figure] for found in seeds.values()]) for one in declared
                 if all(one.figure in found["figures"] for found in seeds.values())]  # fmt: skip
    else:
        figures = list(next(iter(seeds.values()))["figures"])
        lines = [
            (figure.replace("_", " "), "", shown(statistics.mean(values)), "–", "")
            for figure in figures
            if (values := [found["figures"][figure] for found in seeds.values() if figure in found["figures"]])
        ]
    title = f"`{name}`" if known["fingerprint"] == fingerprint(name) else f"`{name}` †"
    return [
        (title if not number else "", *line, " ".join(seeds) if not number else "", minutes if not number else "")
        for number, line in enumerate(lines)
    ]


def _judged(one: Goal, values: list[float]) -> tuple[str, ...]:
    worst = one.worst(values)
    said = "" if one.bound == "" else "yes" if one.holds(worst) else one.why or "no"
    return one.figure, one.bound, shown(statistics.mean(values)), shown(worst), said


def write() -> None:
    """Write the page from what is kept, in the order of the presets."""
    every = read()
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    lines = [HEAD.format(machine=machine)]
    lines += [
        "| preset | figure | goal | mean | worst | reached | seeds | CPU |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name in presets.names():
        if name in every:
            lines += ["| " + " | ".join(row) + " |" for row in rows(name, every[name])]
    if any("†" in line for line in lines):
        lines += ["", "† The drawing or the recipe has changed since; `make results` measures it again."]
    spoken = {name: dict.fromkeys(one for run in known["seeds"].values() for one in run.get("advice", ()))
              for name, known in every.items()}  # fmt: skip
    if any(spoken.values()):
        lines += ["", "At their ends the advisor said:", ""]
        lines += [f"- `{name}`: {' '.join(said)}" for name, said in spoken.items() if said]
    left = [f"`{name}`" for name in presets.names() if "small" in presets.info(name).sizes and name not in every]
    if left:
        lines += ["", f"Not measured yet: {', '.join(left)}."]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def missed(names: list[str]) -> list[str]:
    """The goals among these presets that the worst seed does not keep and that give no reason."""
    every, found = read(), []
    for name in names:
        runs = every.get(name, {"seeds": {}})["seeds"].values()
        for one in goals().get(name, ()) if runs else ():
            worst = one.worst([run["figures"].get(one.figure, math.nan) for run in runs])
            if not one.holds(worst) and not one.why:
                found.append(f"{name}: {one.figure} {shown(worst)} ({one.bound})")
    return found


def measure(names: list[str], seeds: list[int], jobs: int, again: bool) -> list[str]:
    """Train what is missing, each in a process of its own; returns what went wrong."""
    lock, wrong = Lock(), []
    prints = {name: fingerprint(name) for name in names}
    every = read()

    def known(name: str, seed: int) -> bool:
        kept = every.get(name, {})
        figures = kept.get("seeds", {}).get(str(seed), {}).get("figures", {})
        return kept.get("fingerprint") == prints[name] and all(one.figure in figures for one in goals().get(name, ()))

    def one(job: tuple[str, int]) -> None:
        name, seed = job
        command = [sys.executable, __file__, "--one", name, "--seeds", str(seed)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        with lock:
            if done.returncode:
                last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
                wrong.append(f"{name}, seed {seed}: {last}")
                print(f"{name:24} seed {seed}  failed: {last}", flush=True)
                return
            found = json.loads(done.stdout.splitlines()[-1])
            keep(name, seed, prints[name], found)
            figures = "  ".join(f"{figure} {shown(value)}" for figure, value in found["figures"].items())
            print(f"{name:24} seed {seed}  {found['seconds']:6.1f} s  {figures}", flush=True)

    todo = [(name, seed) for name in names for seed in seeds if again or not known(name, seed)]
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, todo))
    return wrong


def main() -> int:
    """Measure, write the page, and say what is missed; returns the exit code."""
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("presets", nargs="*", help="only these; all that come small when not given")
    words.add_argument("--seeds", nargs="+", type=int, default=list(SEEDS))
    words.add_argument("--jobs", type=int, default=1, help="trainings at a time")
    words.add_argument("--again", action="store_true", help="also what is known")
    words.add_argument("--write", action="store_true", help="only write the page from what is kept")
    words.add_argument("--one", help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.one:
        print(json.dumps(train(given.one, given.seeds[0])))
        return 0
    small = [name for name in presets.names() if "small" in presets.info(name).sizes]
    names = given.presets or small
    wrong = [] if given.write else measure(names, given.seeds, given.jobs, given.again)
    write()
    left = missed(names)
    for line in (*wrong, *left):
        print(line, file=sys.stderr)
    return 1 if wrong or left else 0


if __name__ == "__main__":
    sys.exit(main())
