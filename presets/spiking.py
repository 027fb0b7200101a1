"""A network whose neurons speak in spikes: leaky integrate-and-fire, trained with a slope that spikes do not have."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network, Scan
from graphs.project import Project
from graphs.recipe import Adam
from presets.finishing import classes, data, trained
from presets.registry import OTHER, PresetInfo, Size, preset

STEPS = 20


@preset(
    PresetInfo(
        name="spiking", title=mark("Spiking network"), chinese="脉冲神经网络（SNN）", family=OTHER, year=2019,
        source="E. O. Neftci, H. Mostafa and F. Zenke, Surrogate gradient learning in spiking neural networks, IEEE "
        "Signal Processing Magazine 36(6), 2019, equations 3 to 5; the slope of a spike: F. Zenke and S. Ganguli, "
        "SuperSpike, Neural Computation 30(6), 2018",
        summary=mark(
            "Neurons as in the brain and on neuromorphic chips: a voltage that leaks and adds up what arrives, and a "
            "spike when it passes a threshold, nothing in between. The pixels flow in as constant currents for twenty "
            "steps; the digit whose voltage is highest on average is the answer. A spike has no slope, so the backward "
            "pass borrows that of a smooth curve."
        ),
        look_for=mark(
            "The spikes of the hidden neurons, step by step: silent ones learn nothing, and few spikes are what saves "
            "energy on a chip. Open the block: the voltages come back through the State nodes. Try it: set the leak to "
            "0 so that nothing is remembered, or the slope to 1000 so that hardly any gradient gets through."
        ),
        textbook=("A148",), views=("curves", "spikes", "confusion_matrix"), sizes=("small",),
        reached=mark(
            "97.4 to 99.3 % of the test digits (seeds 0 to 2); a hidden neuron fires in about three of ten steps."
        ),
    )
)  # fmt: skip
def spiking(size: Size) -> Project:
    """A hidden layer of 64 leaky neurons, and ten that only leak and add up; twenty steps of the same picture."""
    net = Network()
    net.parameters = {"features": 64, "classes": 10}
    block = net.define("SpikingStep", hidden=64, classes=10, leak=0.9)
    current = block.add("Input", name="current")
    v = block.add("State", name="v", shape=["=hidden"])
    fired = block.add("Linear", current, name="synapses", out_features="=hidden")
    spike = block.add("LeakyIntegrateAndFire", fired, v, name="neurons", beta="=leak", slope=10.0)
    block.carry(spike["v"], to=v)
    out = block.add("State", name="u", shape=["=classes"])
    more = block.add("Linear", spike, name="readout", out_features="=classes")
    u = block.add("Add", block.add("Scale", out, name="leaks", factor="=leak"), more, name="voltage")
    block.carry(u, to=out)
    block.add("Output", u, name="voltages")
    block.add("Output", spike, name="spikes")

    pixels = net.add("Input", name="pixels", field="pixels", shape=["=features"], kind="features")
    steps = net.add("SpikingStep", pixels, name="network", classes="=classes",
                    scan=Scan(constant=("current",), steps=STEPS))  # fmt: skip
    net.add("Output", steps["spikes"], name="spikes")
    mean = net.add("Mean", steps, name="mean_voltage", dim=0)
    return trained(classes(mean), data("digits", size=8), Adam(learning_rate=0.005), epochs=10, batch=64)
