"""How long an edit takes: in a chain of 500 nodes, and in ResNet-152, whose 515 layers are six blocks.

``python benchmarks/edits.py [--nodes 500] [--rounds 200] [--json]`` prints, beside budgets, the quickest, the median
and the 95th percentile of what each line costs in CPU time of its thread (which other programs disturb least), and the
median by the clock. The last line is what the programs of ResNet-152 take beyond torch's own making of its modules.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import graphs
from graphs.block_edits import Inside
from graphs.edits import AddNode, Connect, Disconnect, Edit, SetParameter
from graphs.elements import Node
from graphs.programs import network_outputs
from presets.residual import FAMILY, residual_network

BUDGETS = {"cold plan": 50.0, "edit the size of everything": 5.0, "edit at the start, to and fro": 5.0,
           "cut a wire, join it again": 5.0, "add a node": 5.0, "edit in the middle": 5.0, "edit at the end": 5.0,
           "edit, plan, costs and problems": 10.0, "undo and redo": 10.0,
           "ResNet-152: build, shapes and costs, cold": 50.0, "ResNet-152: edit the stem": 5.0,
           "ResNet-152: edit the head": 5.0, "ResNet-152: edit a repeat count": 5.0,
           "ResNet-152: edit inside a block": 5.0,
           "ResNet-152: tree and programs beyond the modules": 100.0}  # fmt: skip
"""Milliseconds of CPU time each line may take (95th percentile)."""


class Times(NamedTuple):
    """Milliseconds: the quickest, the median and the 95th percentile of CPU time, and the median by the clock."""

    quickest: float
    median: float
    late: float
    wall: float

    @classmethod
    def of(cls, cpu: list[float], wall: list[float]) -> Times:
        """What some rounds took, in seconds each."""
        cpu = sorted(cpu)
        found = (cpu[0], statistics.median(cpu), cpu[int(0.95 * (len(cpu) - 1))], statistics.median(wall))
        return cls(*(seconds * 1e3 for seconds in found))


def deep(nodes: int) -> graphs.Project:
    """A chain of convolutions, norms and activations of about ``nodes`` nodes, with a classifier at its end."""
    net = graphs.Network()
    x = net.add("Input", name="image", field="image", shape=(3, 32, 32))
    label = net.add("Input", name="label", field="label", kind="index")
    for number in range((nodes - 7) // 4):
        y = net.add("Conv2d", x, name=f"conv{number}", out_channels=16, kernel_size=3, padding=1)
        y = net.add("ReLU", net.add("BatchNorm2d", y, name=f"bn{number}"), name=f"relu{number}")
        x = net.add("Add", x, y, name=f"add{number}") if number else net.add("Identity", y, name="stem")
    logits = net.add("Linear", net.add("GlobalAveragePool2d", x, name="pool"), name="fc", out_features=10)
    net.add("Output", logits, name="logits")
    net.add("CrossEntropyLoss", logits, label, name="loss")
    return graphs.Project(net)


def milliseconds(work: Callable[[int], None], rounds: int) -> Times:
    """Run ``work(round)`` many times."""
    cpu, wall = [], []
    for number in range(rounds):
        start, started = time.thread_time(), time.perf_counter()
        work(number)
        cpu.append(time.thread_time() - start)
        wall.append(time.perf_counter() - started)
    return Times.of(cpu, wall)


def measure(nodes: int, rounds: int) -> dict[str, Times]:
    """Measure every line of the table."""
    project = deep(nodes)
    network = project.network
    found = {"cold plan": milliseconds(lambda number: graphs.plan(network) and None, 1)}
    last = (nodes - 7) // 4 - 1

    def edit(name: str, parameter: str, value: Callable[[int], object]) -> Times:
        node = network.node(name)
        before = node.parameters.get(parameter, graphs.edits.Unset.DEFAULT)

        def work(number: int) -> None:
            project.apply(SetParameter(node.id, parameter, value(number)))
            graphs.plan(network)

        taken = milliseconds(work, rounds)
        project.apply(SetParameter(node.id, parameter, before))
        graphs.plan(network)
        return taken

    found["edit the size of everything"] = edit("image", "shape", lambda number: (3, 33 + number, 32))
    found["edit at the start, to and fro"] = edit("conv0", "dilation", lambda number: 1 + number % 2)
    found["edit in the middle"] = edit(f"bn{last // 2}", "momentum", lambda number: number % 2)
    found["edit at the end"] = edit("fc", "out_features", lambda number: 100 + number)
    wire = network.wires_into(network.node(f"bn{last // 2}").id)[0]

    def cut(number: int) -> None:
        project.apply(Connect(wire) if number % 2 else Disconnect(wire))
        graphs.plan(network)

    found["cut a wire, join it again"] = milliseconds(cut, 2 * (rounds // 2))

    def add(number: int) -> None:
        undo = project.apply(AddNode(Node(network.next_id, "ReLU", f"new{number}")))
        graphs.plan(network)
        undone.append(undo)

    undone: list[Edit] = []
    found["add a node"] = milliseconds(add, min(20, rounds))
    for undo in reversed(undone):
        project.apply(undo)
    graphs.plan(network)

    def everything(number: int) -> None:
        project.apply(SetParameter(network.node("fc").id, "out_features", 1000 + number))
        graphs.plan(network)
        graphs.summary(network)
        graphs.diagnose(network)
        graphs.advise(network)

    found["edit, plan, costs and problems"] = milliseconds(everything, rounds)
    history = graphs.History(project)
    history.do(SetParameter(network.node("fc").id, "out_features", 7))

    def back_and_forth(number: int) -> None:
        history.undo()
        graphs.plan(network)
        history.redo()
        graphs.plan(network)

    found["undo and redo"] = milliseconds(back_and_forth, rounds)
    return found


def residual(rounds: int) -> dict[str, Times]:
    """Measure the lines of ResNet-152; each edit to new shapes, costs and problems."""
    form = FAMILY["resnet152"]

    def build(number: int) -> graphs.Network:
        # Another size of picture each time: nothing that was worked out before fits.
        network = residual_network(form, 3, 224 + 32 * number, 224, 1000)
        graphs.summary(network)
        return network

    build(-1)  # the layer types and torch-free machinery are loaded once
    found = {"ResNet-152: build, shapes and costs, cold": milliseconds(build, 10)}
    network = build(100)
    project = graphs.Project(network)

    def edit(make: Callable[[int], Edit]) -> Times:
        def work(number: int) -> None:
            project.apply(make(number))
            graphs.summary(network)
            graphs.diagnose(network)

        return milliseconds(work, rounds)

    stem, head, stage = (network.node(name).id for name in ("conv1", "fc", "layer3"))
    inner = network.blocks["Residual"].node("bn2").id
    found["ResNet-152: edit the stem"] = edit(lambda n: SetParameter(stem, "out_channels", 64 + n % 2))
    found["ResNet-152: edit the head"] = edit(lambda n: SetParameter(head, "out_features", 10 + n))
    found["ResNet-152: edit a repeat count"] = edit(lambda n: SetParameter(stage, "rest", 30 + n % 7))
    within = edit(lambda n: Inside("Residual", SetParameter(inner, "momentum", n % 2)))
    beyond = beyond_modules(residual_network(form, 3, 224, 224, 1000))
    found |= {"ResNet-152: edit inside a block": within, "ResNet-152: tree and programs beyond the modules": beyond}
    return found


def beyond_modules(network: graphs.Network) -> Times:
    """Milliseconds to a tree with its program, less what torch takes to make the same modules (on no device)."""
    import torch

    from graphs.compiler import build

    meaning = graphs.plan(network)

    def make(plan: graphs.Plan) -> None:
        for step in plan.steps:
            if step.call is not None and step.call.is_module:
                build(step.call)
            for copy in step.copies:
                make(copy.body)

    def compiled() -> None:
        tree = graphs.compile(network)
        tree.program(tuple(network_outputs(meaning).values()))

    def seconds(work: Callable[[], None]) -> tuple[float, float]:
        start, started = time.thread_time(), time.perf_counter()
        work()
        return time.thread_time() - start, time.perf_counter() - started

    with torch.device("meta"):
        compiled()
        pairs = [(seconds(compiled), seconds(lambda: make(meaning))) for _ in range(9)]
    return Times.of(*([ours[kind] - modules[kind] for ours, modules in pairs] for kind in (0, 1)))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time edits in a large network.")
    parser.add_argument("--nodes", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = measure(arguments.nodes, arguments.rounds) | residual(arguments.rounds)
    if arguments.json:
        for name, taken in found.items():
            print(json.dumps({"what": name, **{f"{key}_ms": value for key, value in taken._asdict().items()},
                              "budget_ms": BUDGETS[name]}))  # fmt: skip
        return
    print(f"{arguments.nodes} nodes, {arguments.rounds} rounds, milliseconds")
    print(f"{'':50}{'quickest':>9}{'median':>9}{'p95':>9}{'by clock':>10}{'budget':>8}")
    for name, taken in found.items():
        held = "good" if taken.late <= BUDGETS[name] else "OVER"
        row = f"{taken.quickest:9.2f}{taken.median:9.2f}{taken.late:9.2f}{taken.wall:10.2f}{BUDGETS[name]:8.0f}"
        print(f"{name:50}{row}  {held}")


if __name__ == "__main__":
    main()
