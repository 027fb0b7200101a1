"""Large drawings stay readable: no node lies on another, and no wire runs under a node."""

import numpy
import pytest

import presets
from graphs.network import Network
from graphs.planning import plan
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Route, route
from widgets.canvas.illustrator import Illustrator

LARGE = [("googlenet", "small"), ("transformer_2017", "full"), ("efficientnet_b0", "small"), ("densenet121", "small")]
LARGE += [("seq2seq", "small"), ("bahdanau", "small"), ("resnet152", "full")]


def inside(network, meaning, seen):
    """A network and every block that is placed in it, each with what its first copy means."""
    yield network, meaning
    for step in meaning.steps:
        block = network.block_of(step.node)
        if block is not None and step.copies and block.block_name not in seen:
            seen.add(block.block_name)
            yield from inside(block, step.copies[0].body, seen)


def touched(line: numpy.ndarray, boxes: numpy.ndarray) -> numpy.ndarray:
    """Which boxes, made smaller by 4 all round, a line of points passes over; it is looked at every 3 units."""
    share = numpy.linspace(0.0, 1.0, 1 + max(2, int(numpy.abs(numpy.diff(line, axis=0)).max() / 3.0)))[:, None, None]
    points = (line[:-1] * (1 - share) + line[1:] * share).reshape(-1, 2)
    x, y = points[:, 0, None], points[:, 1, None]
    over = (x > boxes[:, 0] + 4) & (x < boxes[:, 2] - 4) & (y > boxes[:, 1] + 4) & (y < boxes[:, 3] - 4)
    return numpy.flatnonzero(over.any(axis=0))


@pytest.mark.parametrize(("name", "size"), LARGE)
def test_no_node_lies_on_another_and_no_wire_under_one(qapp, name, size):
    network = presets.build(name, size).network
    for drawn, meaning in inside(network, plan(network), set()):
        drawing = Drawing(Illustrator().picture(drawn, meaning, []))
        boxes, names = drawing.boxes, [node.name for node in drawing.picture.nodes]
        over = (boxes[:, None, :2] < boxes[None, :, 2:]).all(axis=2) & (boxes[None, :, :2] < boxes[:, None, 2:]).all(2)
        pairs = numpy.argwhere(numpy.triu(over, 1))
        assert [(names[a], names[b]) for a, b in pairs] == [], (name, drawn.block_name)
        for wire in range(len(drawing.picture.wires)):
            under = [names[index] for index in touched(drawing.line(wire), boxes)]
            assert under == [], (name, drawn.block_name, drawing.wire_picture(wire).wire)


def test_a_very_long_wire_that_brushes_a_corner_goes_around():
    """Its points lie far apart: looked at only there, the corner would be missed."""
    start, end, corner = (0.0, 0.0), (2400.0, 360.0), numpy.array([[780.0, 50.0, 830.0, 130.0]])
    found: Route = route(start, end, (-148.0, -48.0, 0.0, 48.0), (2400.0, 312.0, 2548.0, 408.0), corner)
    assert not found.curved and not len(touched(found.polyline(), corner))


def test_a_block_of_a_residual_net_lies_in_one_row():
    network: Network = presets.build("resnet18").network
    block = network.blocks["Residual"]
    middle = [one.position[1] for one in block if one.type == "ReLU"]
    assert len(middle) == 2 and abs(middle[0] - middle[1]) < 150
