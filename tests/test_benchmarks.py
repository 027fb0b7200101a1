"""The contest of training speeds: fair networks, every row of the table, no Qt."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
import torch

import graphs
from benchmarks.contest.frameworks import FRAMEWORKS
from benchmarks.contest.laps import Laps
from benchmarks.contest.loops import columns, settled
from benchmarks.contest.nets import NETS, score
from benchmarks.contest.waits import counted
from tests.source import ROOT

RUN = """
import runpy, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None  # as where Qt is not installed
sys.argv = ["training.py", *sys.argv[1:]]
runpy.run_path("benchmarks/training.py", run_name="__main__")
"""


@pytest.mark.parametrize("net", NETS.values(), ids=lambda net: net.name)
def test_the_drawing_and_the_module_by_hand_are_the_same_network(net):
    torch.manual_seed(0)
    project = settled(net, "cpu", 4, 1, 1)
    tree, module = graphs.compile(project.network), net.module()
    with torch.no_grad():
        for ours, theirs in zip(tree.parameters(), module.parameters(), strict=True):
            theirs.copy_(ours)
    x, y = columns(project, net, "cpu")
    tree.train(), module.train()
    inputs = {net.field: x, net.target: y}
    answer = next(iter(tree(**inputs).values()))
    assert torch.allclose(module(x), answer, atol=1e-5)
    assert torch.isfinite(score(answer, y))


def test_the_contest_prints_every_row_without_qt():
    given = ["--device", "cpu", "--steps", "3", "--batch", "4", "--rounds", "1", "--seconds", "0", "--all", "--json"]
    given += ["--net", "mlp", "--net", "lenet"]
    done = subprocess.run([sys.executable, "-c", RUN, *given], cwd=ROOT, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    rows = {(row["net"], row["what"]): row for row in map(json.loads, done.stdout.splitlines())}
    for net, budget in (("mlp", 1.8), ("lenet", 1.1)):
        assert rows[net, "engine ÷ tuned loop by hand"]["ratio"] > 0
        assert rows[net, "engine ÷ the loop people write"]["budget"] == budget
        assert rows[net, "with default probes ÷ without"]["steps_per_second"] > 0
        assert rows[net, "bfloat16: engine ÷ AMP loop by hand"]["samples_per_second"] > 0
        assert rows[net, "CUDA graph on ÷ off"]["left_out"] == "a CUDA graph needs an NVIDIA GPU"
        # A step of the engine asks the device for nothing; the loop people write asks for each loss.
        assert rows[net, "waits for the device: engine"]["questions_a_step"] == 0
        assert rows[net, "waits for the device: tuned loop"]["questions_a_step"] == 0
        assert rows[net, "waits for the device: usual loop"]["questions_a_step"] >= 1
        for name in FRAMEWORKS:
            row = rows[net, f"engine ÷ {name}"]
            there = importlib.util.find_spec(name.lower()) is not None
            assert row["ratio"] > 0 if there else "pip install" in row["left_out"]
    assert ("lenet", "bfloat16: channels last ÷ channels first") in rows


def test_waits_are_counted_by_their_names():
    def event(name, microseconds, parent=None):
        return SimpleNamespace(name=name, self_cpu_time_total=microseconds, cpu_parent=parent)

    adam = event("aten::_fused_adam_", 5.0)
    seen = [
        event("cudaStreamSynchronize", 1500.0),
        event("cudaStreamSynchronize", 500.0),
        event("cudaMemcpyAsync", 400.0),
        event("aten::_local_scalar_dense", 9.0),
        event("aten::_local_scalar_dense", 9.0, event("aten::item", 1.0, adam)),  # a CPU's kernel reads its step
        event("cudaDeviceSynchronize", 1e6),  # the stopwatch's own
    ]
    assert counted(seen, 2).row() == {
        "questions_a_step": 0.5,
        "waits_a_step": 1.0,
        "waited_ms_a_step": 1.0,
        "copies_a_step": 0.5,
        "copied_ms_a_step": 0.2,
    }


def test_a_speed_needs_an_epoch_that_counts():
    laps = Laps("cpu", 10, 2)
    laps.lap()
    with pytest.raises(ValueError, match="two epochs"):
        laps.rate()
    laps.lap()
    assert laps.rate().wall > 0
