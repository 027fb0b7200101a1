"""What the channels of a node see in an example: feature maps, steps of a sequence, numbers of a vector."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names, picture
from workbench.views.roomy import RoomyView

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

CHANNEL, IMAGE, RUN = "channel", "image", "run"

BINS = 30
"""Bars of the histogram."""


def opened(maps: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Turn the bytes of one example into numbers, float32 of the same shape.

    ``maps`` is (channels, H, W), (steps, numbers) or (numbers), uint8; ``scale`` (channels or 1, 2) has the values that
    0 and 255 stand for.
    """
    low, high = (scale[:, end].reshape(-1, 1, 1) for end in (0, 1))
    values = np.asarray(
        low + maps.reshape(len(scale), *maps.shape[-2:] if maps.ndim == 3 else (1, -1)) / 255 * (high - low)
    )
    return values.reshape(maps.shape).astype(np.float32)


class FeatureMaps(RoomyView):
    """The answer of one node to one validation example, with one channel large, its histogram and its kernel."""

    name: ClassVar[str] = "feature_maps"
    title: ClassVar[str] = mark("Feature maps")
    chinese: ClassVar[str] = "特征图"
    look_for: ClassVar[str] = mark("channels that become different from each other. An even one sees nothing.")
    waiting: ClassVar[str] = mark(
        "What each channel of a node sees in an example.\nPress Train. The maps appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.view-grid-outline"
    probe: ClassVar[str] = "feature_maps"
    compares: ClassVar[Mapping[str, str]] = {"maps": mark("feature maps"), "kernels": mark("kernels")}
    draws_apart: ClassVar[bool] = True

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        specs = [spec for step in plan(project.network).steps for spec in step.outputs.values()]
        if any(spec.batched and spec.dims and spec.dtype.startswith("float") for spec in specs):
            return None
        return say("Nothing to show for this network: it needs a node that answers with numbers, such as Conv2d.")

    def build(self) -> QWidget:
        from widgets.plots.columns import ColumnPlot
        from widgets.plots.field import FieldPlot
        from widgets.plots.heatmap import HeatMap
        from widgets.plots.mosaic import MosaicPlot

        self._channel = 0
        self._cell: tuple[int, int] | None = None
        self._drawn: tuple[Sample, int, int] | None = None
        self._wanted = self._shown_node = ""
        self._chose_node = False
        self._ends: dict[str, tuple[float, float]] = {}
        self._node, self._example, self._scale = ChoiceChip(), ChoiceChip(), ChoiceChip()
        for chip in (self._node, self._example):
            chip.hide()  # until there is something to choose from
        self.add_chip(self._node)
        self.add_chip(self._example)
        self._node.chosen.connect(self._node_chosen)
        self._example.chosen.connect(self.draw_again)
        self._scale.chosen.connect(self.draw_again)
        self._mosaic, self._bars, self._time = MosaicPlot(), ColumnPlot(), HeatMap()
        self._mosaic.tileChosen.connect(self._show_channel)
        self._mosaic.cellHovered.connect(self._cell_hovered)
        self._stack = QStackedWidget()
        for shown in (self._mosaic, self._bars, self._time):
            self._stack.addWidget(shown)
        self._large, self._kernel = MosaicPlot(choose=False), MosaicPlot(choose=False)
        self._large.cellHovered.connect(self._large_hovered)
        self._field = FieldPlot()
        self._field_name = Text(role="muted", size=theme.TEXT_HINT, elide=True)
        self._histogram = ColumnPlot(upright=False)
        self._kernel_name = Text(role="muted", size=theme.TEXT_HINT)
        self._large_name = Text(role="muted", size=theme.TEXT_HINT, elide=True)
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.GAP_SMALL)
        self._large_column, self._kernel_column, self._field_column = QWidget(), QWidget(), QWidget()
        for box, name, inner in (
            (self._field_column, self._field_name, self._field),
            (self._large_column, self._large_name, self._large),
            (self._kernel_column, self._kernel_name, self._kernel),
        ):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(name)
            column.addWidget(inner, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._field_column, 3)
        right.addWidget(self._kernel_column, 2)
        right.addWidget(self._histogram, 2)
        side.addWidget(self._large_column, 5)
        side.addLayout(right, 4)
        self._numbers = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        inside = QWidget()
        inside.setMinimumSize(200, 190)
        both = QHBoxLayout()
        both.setSpacing(theme.GAP_LARGE)
        both.addWidget(self._stack, 1)
        both.addWidget(self._side)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self._numbers, 1)
        foot.addWidget(self._scale)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, theme.GAP_TINY, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addLayout(both, 1)
        column.addLayout(foot)
        return inside

    def plot(self) -> Plot:
        shown = self._stack.currentWidget()
        return next(one for one in (self._mosaic, self._bars, self._time) if one is shown)

    def forget(self) -> None:
        self._ends.clear()
        self._cell = self._drawn = None
        pictures = (self._mosaic, self._bars, self._time, self._large, self._kernel, self._histogram, self._field)
        for shown in pictures:
            shown.clear()

    def name_parts(self) -> None:
        self._scale.set_choices(
            {IMAGE: tr("this image"), CHANNEL: tr("each channel"), RUN: tr("fixed scale")},
            tr("From which values the colours go"),
        )
        for shown in (self._mosaic, self._bars, self._time):
            shown.setAccessibleName(tr(self.title))
        self._large.setAccessibleName(tr("One channel large"))
        self._kernel.setAccessibleName(tr("Kernel"))
        self._field.setAccessibleName(tr("Receptive field"))
        self._kernel_name.setText(tr("Kernel"))
        self._histogram.setAccessibleName(tr("Histogram of the values"))

    def take_sample(self, event: Sample) -> None:
        for place, name in enumerate(event.labels.get("nodes", ())):
            scale = event.data[f"scale/{place}"]
            low, high = self._ends.get(name, (np.inf, -np.inf))
            self._ends[name] = min(low, float(scale[..., 0].min())), max(high, float(scale[..., 1].max()))

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the node that is selected in the drawing, if it is measured."""
        sample = self.history.latest
        if sample is None or self._picture is None:
            return
        known = sample.data["nodes"].tolist()
        wanted = next((known.index(node) for node in nodes if node in known), None)
        if wanted is not None:
            self._node.choose(sample.labels["nodes"][wanted])

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)
            self.set_figure(tr("after step"), f"{sample.step:,}")

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        names = sample.labels["nodes"]
        if not names:
            return
        self._offer(sample)
        place = names.index(self._node.value)
        example = int(self._example.value)
        maps, scale = sample.data[f"maps/{place}"], sample.data[f"scale/{place}"]
        values = opened(maps[example], scale[example])
        self._channel = min(self._channel, len(values) - 1) if values.ndim == 3 else 0
        colours = "diverging" if self._ends[names[place]][0] < 0 else "sequential"
        if values.ndim == 3:
            self._draw_maps(values, sample.data.get(f"kernels/{place}"), names[place], colours)
        elif values.ndim == 2:
            self._time.set_values(
                values.T, tuple(str(n) for n in range(values.shape[1])), tuple(str(n) for n in range(values.shape[0])),
                colours, self._ends[names[place]] if self._scale.value == RUN else None,
            )  # fmt: skip
            self._stack.setCurrentWidget(self._time)
        else:
            low, high = self._ends[names[place]]
            self._bars.set_values(values, limits=(min(low, 0.0), max(high, 0.0)) if self._scale.value == RUN else None)
            self._stack.setCurrentWidget(self._bars)
        self._say_numbers(sample, place, example, values)
        self._drawn = (sample, place, example)
        self._draw_field()
        shown = values[self._channel] if values.ndim == 3 else values
        heights, edges = np.histogram(shown[np.isfinite(shown)], BINS)
        self._histogram.set_values(heights, edges)
        self.make_room()

    def _draw_maps(self, values: np.ndarray, kernels: np.ndarray | None, node: str, colours: str) -> None:
        low, high = values.min((1, 2)), values.max((1, 2))
        if self._scale.value == IMAGE:
            low, high = np.full_like(low, low.min()), np.full_like(high, high.max())
        elif self._scale.value == RUN:
            low, high = (np.full_like(low, end) for end in self._ends[node])
        limits = np.stack([low, high], 1)
        if colours == "diverging":
            end = np.abs(limits).max(1)
            limits = np.stack([-end, end], 1)
        names = tuple(tr("channel {number}", number=number) for number in range(len(values)))
        self._mosaic.set_tiles(values, limits, names, colours)
        self._mosaic.set_chosen(self._channel)
        chosen = slice(self._channel, self._channel + 1)
        self._large.set_tiles(values[chosen], limits[chosen], names[chosen], colours)
        self._large_name.setText(names[self._channel])
        if kernels is not None and self._channel < len(kernels):
            kernel = kernels[self._channel]
            end = float(np.abs(kernels).max()) or 1.0
            inputs = tuple(tr("input {number}", number=number) for number in range(len(kernel)))
            self._kernel.set_tiles(kernel, np.tile([-end, end], (len(kernel), 1)), inputs, "diverging")
        else:
            self._kernel.clear()
        self._stack.setCurrentWidget(self._mosaic)

    def _say_numbers(self, sample: Sample, place: int, example: int, values: np.ndarray) -> None:
        counted = sample.data[f"statistics/{place}"][example]
        row = counted[1 + self._channel] if values.ndim == 3 else counted[0]
        mean, deviation, zeros = row.tolist()
        self._numbers.setText(
            tr(
                "{shape} · mean {mean} · deviation {deviation} · zeros {zeros} %",
                shape=sample.labels["shapes"][place], mean=short_number(mean), deviation=short_number(deviation),
                zeros=f"{100 * zeros:.1f}",
            )
        )  # fmt: skip

    def _offer(self, sample: Sample) -> None:
        names = sample.labels["nodes"]
        wanted = None
        if not self._chose_node or self._node.value not in names:
            first = next((n for n in range(len(names)) if f"kernels/{n}" in sample.data), None)
            images = [n for n in range(len(names)) if sample.data[f"maps/{n}"].ndim == 4]
            usual = names[first if first is not None else (images or [0])[0]]
            wanted = self._shown_node if self._chose_node and self._shown_node in names else usual
        if self._wanted in names:
            wanted, self._wanted = self._wanted, ""
        more = sample.labels.get("offered", ()) if self.session is not None and self.session.running else ()
        offered = dict.fromkeys((*names, *more))
        self._node.set_choices({name: name for name in offered}, tr("Which node"), wanted)
        self._shown_node = self._node.value
        place = names.index(self._node.value)
        examples = example_names(sample, len(sample.data[f"maps/{place}"]))
        self._example.set_choices(examples, tr("Which validation example"))
        self._node.setVisible(bool(names))
        self._example.setVisible(bool(examples))

    @Slot(int)
    def _show_channel(self, channel: int) -> None:
        self._channel = channel
        self.draw_again()

    @Slot(int, int, int)
    def _cell_hovered(self, tile: int, row: int, column: int) -> None:
        """Show what the cell under the mouse sees; when the mouse has gone, what the strongest cell sees."""
        self._cell = None if tile < 0 else (row, column)
        self._draw_field(None if tile < 0 else tile)

    @Slot(int, int, int)
    def _large_hovered(self, tile: int, row: int, column: int) -> None:
        self._cell = None if tile < 0 else (row, column)
        self._draw_field()

    def _draw_field(self, channel: int | None = None) -> None:
        """Frame in the image what one cell of a channel sees: the one under the mouse, else the strongest."""
        if self._drawn is None:
            return
        sample, place, example = self._drawn
        names, maps = sample.labels["nodes"], sample.data[f"maps/{place}"]
        image = sample.labels.get(f"field/{place}", ("",))[0]
        if image not in names or maps.ndim != 4 or sample.data[f"maps/{names.index(image)}"].shape[0] <= example:
            self._field.clear()
            self._field_column.hide()
            return
        shown = maps[example, min(self._channel if channel is None else channel, maps.shape[1] - 1)]
        row, column = self._cell or np.unravel_index(int(shown.argmax()), shown.shape)
        source = sample.data[f"maps/{names.index(image)}"][example]
        whole, kept = sample.data[f"pixels/{place}"], shown.shape
        pixels = sample.data[f"pixels/{names.index(image)}"]
        box: list[int] = []
        for axis, cell in enumerate((int(row), int(column))):
            start, step, size = sample.data[f"field/{place}"][axis].tolist()
            # A kept cell is the mean of several, and a kept pixel of the image, too.
            several, shrunk = -(-int(whole[axis]) // kept[axis]), int(pixels[axis]) / source.shape[1 + axis]
            low = start + cell * several * step
            high = start + (min((cell + 1) * several, int(whole[axis])) - 1) * step + size
            box += [int(np.floor(low / shrunk)), int(np.ceil(high / shrunk))]
        self._field.set_field(picture(source), (box[0], box[1], box[2], box[3]))
        sizes = [int(sample.data[f"field/{place}"][axis][2]) for axis in (0, 1)]
        self._field_name.setText(
            tr("({row}, {column}) sees {height}×{width} of {image}", row=int(row), column=int(column),
               height=sizes[0], width=sizes[1], image=image)
        )  # fmt: skip

    @Slot(str)
    def _node_chosen(self, name: str) -> None:
        self._chose_node = True
        sample = self.history.latest
        if sample is not None and name not in sample.labels["nodes"]:
            self._ask_for(sample, name)
        self.draw_again()

    def _ask_for(self, sample: Sample, name: str) -> None:
        """Let a training that runs measure an output it has had no room for; it is shown with the next sample."""
        offered = sample.labels["offered"]
        control = self.session.control if self.session is not None and self.session.running else None
        if name in offered and control is not None:
            self._wanted = name
            control.set_probe(self.probe, (int(sample.data["offered_nodes"][offered.index(name)]),))

    def make_room(self) -> None:
        maps = self._stack.currentWidget() is self._mosaic
        self._side.setVisible(self.is_wide)
        share = 0.5 if maps else 0.3
        self._side.setFixedWidth(min(max(int(self.width() * share), 130), 620))
        self._large_column.setVisible(maps)
        self._kernel_column.setVisible(maps and not self._kernel.is_empty())
        self._field_column.setVisible(maps and not self._field.is_empty())
