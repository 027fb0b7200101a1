"""How long an edit takes: in a chain of 500 nodes, and in ResNet-152, whose 515 layers are six blocks.

``python benchmarks/edits.py [--nodes 500] [--rounds 200] [--json]`` prints medians and 95th percentiles beside budgets.
The last line is what the programs of ResNet-152 take beyond torch's own making of its modules.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable

import graphs
from graphs.block_edits import Inside
from graphs.edits import Edit, SetParameter
from graphs.programs import network_outputs
from presets.residual import FAMILY, residual_network

BUDGETS = {"cold plan": 50.0, "edit at the start": 5.0, "edit in the middle": 5.0, "edit at the end": 5.0,
           "edit, plan, costs and problems": 10.0, "undo and redo": 10.0,
           "ResNet-152: build, shapes and costs, cold": 50.0, "ResNet-152: edit the stem": 5.0,
           "ResNet-152: edit the head": 5.0, "ResNet-152: edit a repeat count": 5.0,
           "ResNet-152: edit inside a block": 5.0,
           "ResNet-152: tree and programs beyond the modules": 100.0}  # fmt: skip
"""Milliseconds each line may take (95th percentile)."""


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


def milliseconds(work: Callable[[int], None], rounds: int) -> tuple[float, float]:
    """Run ``work(round)`` many times; return median and 95th percentile in milliseconds."""
    times = []
    for number in range(rounds):
        start = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times), sorted(times)[int(0.95 * (len(times) - 1))]


def measure(nodes: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Measure every line of the table."""
    project = deep(nodes)
    network = project.network
    cold = time.perf_counter()
    graphs.plan(network)
    first = (time.perf_counter() - cold) * 1e3
    last = (nodes - 7) // 4 - 1
    found = {"cold plan": (first, first)}

    def edit(name: str, parameter: str, base: int) -> Callable[[int], None]:
        node = network.node(name).id

        def work(number: int) -> None:
            project.apply(SetParameter(node, parameter, base + number % 2))
            graphs.plan(network)

        return work

    found["edit at the start"] = milliseconds(edit("conv0", "dilation", 1), rounds)
    project.apply(SetParameter(network.node("conv0").id, "dilation", 1))
    found["edit in the middle"] = milliseconds(edit(f"bn{last // 2}", "momentum", 0), rounds)
    project.apply(SetParameter(network.node(f"bn{last // 2}").id, "momentum", 0.1))
    found["edit at the end"] = milliseconds(edit("fc", "out_features", 100), rounds)

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


def residual(rounds: int) -> dict[str, tuple[float, float]]:
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

    def edit(make: Callable[[int], Edit]) -> tuple[float, float]:
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


def beyond_modules(network: graphs.Network) -> tuple[float, float]:
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

    def seconds(work: Callable[[], None]) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    with torch.device("meta"):
        compiled()
        beyond = [(seconds(compiled) - seconds(lambda: make(meaning))) * 1e3 for _ in range(9)]
    return statistics.median(beyond), sorted(beyond)[-2]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time edits in a large network.")
    parser.add_argument("--nodes", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = measure(arguments.nodes, arguments.rounds) | residual(arguments.rounds)
    if arguments.json:
        for name, (median, p95) in found.items():
            print(json.dumps({"what": name, "median_ms": median, "p95_ms": p95, "budget_ms": BUDGETS[name]}))
        return
    print(f"{arguments.nodes} nodes, {arguments.rounds} rounds, milliseconds")
    print(f"{'':50}{'median':>9}{'p95':>9}{'budget':>9}")
    for name, (median, p95) in found.items():
        print(f"{name:50}{median:9.2f}{p95:9.2f}{BUDGETS[name]:9.0f}  {'good' if p95 <= BUDGETS[name] else 'OVER'}")


if __name__ == "__main__":
    main()
