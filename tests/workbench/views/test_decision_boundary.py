"""The decision boundary: regions in the colours of the classes, a line where two meet."""

import numpy as np
import pytest

from tests.workbench.views.samples import plane, started
from workbench.views.decision_boundary import FINER, DecisionBoundary, finer, regions

RED, BLUE, BLACK = (255, 0, 0), (0, 0, 255), (0, 0, 0)


def test_the_upper_class_is_painted_above_and_the_line_between():
    sample = plane(1, slope=0.0)
    picture = regions(sample.data["classes"], sample.data["confidence"], [RED, BLUE], BLACK)
    assert tuple(picture[0, 0, :3]) == BLUE and tuple(picture[-1, 0, :3]) == RED
    assert (picture[:, 10, 3] == 255).sum() == 2
    height = np.flatnonzero(picture[:, 10, 3] == 255).mean() / (len(picture) - 1)
    assert height == pytest.approx(1.2 / 1.4, abs=0.02)


def test_a_straight_boundary_is_drawn_straight():
    sample = plane(1, slope=0.5, cells=96)
    picture = regions(sample.data["classes"], sample.data["confidence"], [RED, BLUE], BLACK)[::-1]
    rows, columns = np.nonzero(picture[..., 3] == 255)
    across, up = (-0.2 + 1.4 * (place + 0.5 - FINER / 2) / (95 * FINER) for place in (columns, rows))
    assert np.abs(up - 0.5 * across).max() < 0.012


def test_the_surer_the_stronger():
    classes = np.zeros((4, 4), dtype=np.uint8)
    confidence = np.tile(np.array([0, 80, 160, 255], dtype=np.uint8), (4, 1))
    strength = regions(classes, confidence, [RED], BLACK)[0, :, 3]
    assert np.all(np.diff(strength.astype(int)) >= 0) and strength[-1] > strength[0]


def test_six_classes_have_six_colours():
    classes = np.repeat(np.arange(6, dtype=np.uint8), 4)[None].repeat(24, axis=0)
    colours = [(number, number, number) for number in range(1, 7)]
    picture = regions(classes, np.full(classes.shape, 255, dtype=np.uint8), colours, BLACK)
    assert set(picture[0, :, 0].tolist()) == {0, 1, 2, 3, 4, 5, 6}


def test_finer_keeps_a_slope():
    slope = np.arange(8, dtype=np.float32)[None].repeat(8, axis=0)
    assert np.allclose(np.diff(finer(slope, 2)[0, 1:-1]), 0.5)
    assert finer(slope, 3).shape == (24, 24)


def test_the_picture_says_which_step_it_is_of(qtbot):
    view = DecisionBoundary()
    qtbot.addWidget(view)
    view.show()
    view.take(started())
    view.take(plane(7))
    view.refresh()
    assert (view.figure_name.full_text, view.figure.full_text) == ("after step", "7")
    assert view.plot().values_table().header == ("x₁", "x₂", "class")
    assert len(view.plot().values_table().rows) == 4
