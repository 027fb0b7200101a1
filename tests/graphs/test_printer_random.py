"""Random networks with blocks in blocks: the printed module has the drawing's keys and gives its numbers."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import graphs
from graphs.network import Outlet
from tests.graphs.block_networks import same_numbers

WIDTHS = ["=width", "=2*width", "=x.features", "=x.features+width", "=x.features//2+1", "=max(width, 3)", 4, "=width/1"]
REPEATS = [None, None, 1, 2, 3, "=times", "=times+1"]


@st.composite
def networks(draw: st.DrawFn) -> graphs.Network:
    """A block of layers, a block that places it, and a network that places both, each with random numbers."""
    net = graphs.Network()
    net.parameters = {"width": draw(st.integers(1, 4)), "times": draw(st.integers(1, 2))}
    _define(draw, net, "Inner", [])
    _define(draw, net, "Outer", ["Inner"])
    x = net.add("Input", name="x", field="x", shape=(draw(st.integers(1, 5)),))
    placed: list[Outlet] = []
    for number in range(draw(st.integers(1, 3))):
        x = _block(draw, net, draw(st.sampled_from(["Inner", "Outer"])), x, f"b{number}_1", ["=width", 2, 3])
        if placed and draw(st.booleans()):
            x = net.add("Concat", [x, draw(st.sampled_from(placed))], name=f"cat{number}")
        placed.append(x)
    net.add("Output", x, name="y")
    if len(placed) > 1 and draw(st.booleans()):
        net.add("Output", placed[0], name="z")
    return net


def _define(draw: st.DrawFn, net: graphs.Network, name: str, inside: list[str]) -> None:
    block = net.define(name, width=2, times=1, drop=0.25)
    first = x = block.add("Input", name="x")
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["Linear", "LayerNorm", "Dropout", "cat", "Slice", *inside, *inside]))
        if kind in inside:
            x = _block(draw, block, kind, x, f"p{number}_1", ["=width", "=x.features", 2])
        elif kind == "Linear":
            x = block.add(kind, x, name=f"fc{number}", out_features=draw(st.sampled_from(WIDTHS)))
        elif kind == "Dropout":
            x = block.add(kind, x, name=f"drop{number}", p=draw(st.sampled_from(["=drop", 0.1])))
        elif kind == "cat":
            x = block.add("Concat", [x, first], name=f"cat{number}")
        elif kind == "Slice":
            x = block.add(kind, x, name=f"cut{number}", start=draw(st.sampled_from([0, "=width-width"])))
        else:
            x = block.add(kind, x, name=f"{kind.lower()}{number}")
    block.add("Output", x, name="y")


def _block(draw: st.DrawFn, net: graphs.Network, kind: str, x: Outlet, name: str, widths: list[object]) -> Outlet:
    more: dict[str, Any] = {}
    if draw(st.booleans()):
        more["width"] = draw(st.sampled_from(widths))
    if draw(st.booleans()):
        more["times"] = draw(st.sampled_from(["=times", 2]))
    more["repeat"], more["copies"] = draw(st.sampled_from(REPEATS)), draw(st.sampled_from(["inside", "beside"]))
    return net.add(kind, x, name=name, **more)


@given(networks())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_network_of_blocks_can_be_taken_away(net: graphs.Network) -> None:
    totals = graphs.plan(net).totals
    assume(totals.parameters < 50_000 and totals.activation_bytes < 1_000_000)
    text = same_numbers(net)
    names = [line for line in text.splitlines() if line.startswith("class ")]
    assert len(names) == len(set(names))
