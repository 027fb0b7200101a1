"""Feature maps: channels as a mosaic with one large, vectors as bars, sequences as time × features."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from tests.workbench.engine.sentences import look, training_of
from tests.workbench.engine.test_feature_maps import lenet
from tests.workbench.views.samples import feature_maps, started
from widgets.plots.columns import ColumnPlot
from widgets.plots.heatmap import HeatMap
from widgets.plots.mosaic import MosaicPlot, arrange
from workbench.engine.events import Sample
from workbench.views.feature_maps import CHANNEL, IMAGE, RUN, FeatureMaps


@pytest.fixture
def maps(qtbot) -> FeatureMaps:
    view = FeatureMaps()
    qtbot.addWidget(view)
    view.resize(700, 320)
    view.show()
    view.take(started(100))
    return view


def tell(view: FeatureMaps, sample: Sample) -> None:
    view.take(sample)
    view.refresh()


def ends(view: FeatureMaps) -> list[tuple[float, float]]:
    return [tuple(row) for row in view._mosaic._limits.tolist()]


def test_the_convolution_that_reads_the_input_is_shown_first_with_its_kernel(maps):
    tell(maps, feature_maps(1))
    assert maps._node.value == "C1" and isinstance(maps.plot(), MosaicPlot)
    assert maps.plot().values_table().header[:2] == ("name", "row")
    assert not maps._kernel.is_empty() and not maps._kernel_column.isHidden()
    assert "6×8×8" in maps._numbers.full_text and "zeros 25.0 %" in maps._numbers.full_text


def test_the_arrow_keys_and_a_click_make_another_channel_large(maps, qtbot):
    tell(maps, feature_maps(1))
    qtbot.wait(50)
    qtbot.keyClick(maps._mosaic, Qt.Key.Key_Right)
    assert maps._mosaic.chosen == 1 and maps._large_name.full_text == "channel 1"
    shown = maps._large.values_table().rows
    assert [row[2:] for row in shown] == [row[2:] for row in maps._mosaic.values_table().rows[8:16]]
    place = maps._mosaic.rect().topLeft()
    assert maps._mosaic.tile_at(place.x() + 12, place.y() + 12) == 0
    qtbot.mouseClick(maps._mosaic.chart.viewport(), Qt.MouseButton.LeftButton, pos=place + place.__class__(12, 12))
    assert maps._mosaic.chosen == 0


def test_a_vector_is_bars_and_a_sequence_a_heat_map(maps):
    tell(maps, feature_maps(1))
    maps._node.choose("F6")
    assert isinstance(maps.plot(), ColumnPlot) and len(maps.plot().values_table().rows) == 8
    maps._node.choose("steps")
    assert isinstance(maps.plot(), HeatMap) and len(maps.plot().values_table().rows) == 8


def test_a_selection_in_the_drawing_shows_that_node(maps):
    tell(maps, feature_maps(1))
    maps.follow((99, 4))
    assert maps._node.value == "F6"
    maps.follow((99,))
    assert maps._node.value == "F6"


def test_another_example_shows_its_own_maps(maps):
    tell(maps, feature_maps(1))
    first = maps.plot().values_table().rows
    maps._example.choose("1")
    assert maps.plot().values_table().rows != first
    assert maps._example.text() == "#9 · 9"


def test_colours_go_over_the_image_the_channel_or_the_whole_run(maps):
    sample = feature_maps(1)
    sample.data["scale/0"][0] = np.array([[-n, n] for n in range(1, 7)])
    tell(maps, sample)
    assert maps._scale.value == IMAGE and len(set(ends(maps))) == 1
    maps._scale.choose(CHANNEL)
    assert len(set(ends(maps))) == 6
    later = feature_maps(2)
    later.data["scale/0"][:] = (-9, 9)
    tell(maps, later)
    tell(maps, feature_maps(3))
    maps._scale.choose(RUN)
    assert set(ends(maps)) == {(-9.0, 9.0)}


@pytest.mark.parametrize(("channels", "side"), [(1, 28), (512, 4), (120, 1)])
def test_one_channel_and_many_are_drawn(maps, channels, side):
    sample = feature_maps(1, channels, side) if side > 1 else single(feature_maps(1, channels, 2))
    tell(maps, sample)
    assert len(maps._mosaic.values_table().rows) == channels * side
    assert maps.grab().toImage().width() > 0
    assert maps._mosaic.tile_at(12, 12) == 0


def single(sample: Sample) -> Sample:
    """The same with maps of one pixel, as the last convolution of LeNet-5 gives."""
    sample.data["maps/0"] = sample.data["maps/0"][..., :1, :1]
    return sample


def test_values_that_are_not_finite_do_not_stop_the_picture(maps):
    sample = feature_maps(1)
    sample.data["statistics/0"][:] = np.nan
    sample.data["scale/0"][:] = 0
    tell(maps, sample)
    assert "mean NaN" in maps._numbers.full_text
    assert {value for row in maps.plot().values_table().rows for value in row[2:]} == {0.0}


def test_tiles_are_laid_out_as_large_as_the_room_allows():
    assert arrange(6, (10, 10), (100, 600)) == 6
    assert arrange(6, (10, 10), (600, 100)) == 1
    assert arrange(64, (10, 10), (100, 100)) == 8


def test_a_cell_under_the_mouse_frames_what_it_sees_and_the_patch_that_made_it(maps, qtbot):
    from workbench.engine.probes.feature_maps import FeatureMaps as Probe

    tell(maps, look(Probe(), training_of(lenet())))
    qtbot.wait(50)
    maps._node.choose("C3")
    maps._large.cellHovered.emit(0, 2, 4)
    # C3 sees 14 pixels, each of its cells 2 further: 5 + (2 − 1) + (5 − 1)·2.
    assert maps._field.box == (4, 18, 8, 22)
    assert maps._field_name.full_text == "(2, 4) sees 14×14 of image"
    assert maps._field.patch().shape == (14, 14, 3)
    assert "rows 4 to 17, columns 8 to 21" in maps._field.summary()
    maps._mosaic.cellHovered.emit(3, 9, 9)
    assert maps._field.box == (18, 32, 18, 32)
    maps._mosaic.cellHovered.emit(-1, 0, 0)  # the mouse has gone: the strongest cell
    sample = maps.history.latest
    strongest = sample.data[f"maps/{sample.labels['nodes'].index('C3')}"][0, 0]
    row, column = np.unravel_index(strongest.argmax(), strongest.shape)
    assert maps._field.box == (2 * row, 2 * row + 14, 2 * column, 2 * column + 14)
    maps._node.choose("F6")
    assert maps._field.is_empty() and not maps._field_column.isVisible()


def test_an_output_without_room_can_be_asked_for_while_the_training_runs(maps, qtbot):
    asked = []

    class Running:
        running = True
        control = type("Control", (), {"set_probe": lambda self, *given: asked.append(given)})()

    maps.session = Running()
    sample = feature_maps(1)
    sample.labels["offered"] = ("C1", "layer1.0.conv2")
    sample.data["offered_nodes"] = np.array([2, 9])
    tell(maps, sample)
    maps._node.choose("layer1.0.conv2")
    assert asked == [("feature_maps", (9,))]
    assert maps._node.value == "C1"  # until it comes
    later = feature_maps(2)
    later.labels["nodes"] = ("layer1.0.conv2", "steps", "F6")
    tell(maps, later)
    assert maps._node.value == "layer1.0.conv2"
