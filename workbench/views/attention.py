"""Where each head of an attention layer looks: every head small, one large, over the image, and over the training."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.inside import has_attention
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names
from workbench.views.roomy import RoomyView

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

HEADS, LAYERS, IMAGE, HISTORY = "heads", "layers", "image", "history"
EACH, WHOLE = "each", "whole"

MOST_TILES = 144
"""How many heads of all layers are shown small at most."""


def resampled(tile: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """A tile (H, W) at another size: the nearest value at every place."""
    down = (np.arange(rows) * tile.shape[0] // rows).clip(0, tile.shape[0] - 1)
    across = (np.arange(columns) * tile.shape[1] // columns).clip(0, tile.shape[1] - 1)
    return tile[down][:, across]


def names_of(words: tuple[str, ...], count: int, shown: int) -> tuple[str, ...]:
    """The names of ``shown`` rows that stand for ``count`` steps: words, numbers, or spans where rows are several."""
    single = words if len(words) == count else tuple(str(number) for number in range(count))
    if shown >= count:
        return single
    edges = [*(number * count // shown for number in range(shown)), count]
    return tuple(
        single[low] if high - low == 1 else f"{single[low]} … {single[high - 1]}" for low, high in pairwise(edges)
    )


class AttentionView(RoomyView):
    """The weights of one attention layer for one example: all heads, and one of them over its words."""

    name: ClassVar[str] = "attention"
    title: ClassVar[str] = mark("Attention")
    chinese: ClassVar[str] = "注意力"
    look_for: ClassVar[str] = mark(
        "heads that look in different ways: straight down, one step back, at one word. "
        "Even colour: nothing learned yet."
    )
    waiting: ClassVar[str] = mark(
        "How much each step looks at each other, head by head.\nPress Train. The heads appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.eye-outline"
    probe: ClassVar[str] = "attention"
    compares: ClassVar[Mapping[str, str]] = {
        "weights": mark("attention weights"),
        "entropy": mark("entropy of the heads"),
    }
    remembered: ClassVar[int] = 160

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if has_attention(plan(project.network)):
            return None
        return say("Nothing to show for this network: it needs attention, such as MultiheadAttention.")

    def build(self) -> QWidget:
        from widgets.plots.curves import CurvePlot
        from widgets.plots.mosaic import MosaicPlot
        from widgets.plots.overlay import OverlayPlot
        from widgets.plots.wordmap import WordMap

        self._head = 0
        self._tiles: list[tuple[int, int]] = []
        self._layer, self._example, self._mode, self._scale = (ChoiceChip() for _ in range(4))
        for chip in (self._layer, self._example):
            chip.hide()  # until there is something to choose from
        for chip in (self._layer, self._mode):
            self.add_chip(chip)
        for chip in (self._layer, self._example, self._mode, self._scale):
            chip.chosen.connect(self.draw_again)
        self._small, self._over, self._large, self._course = MosaicPlot(), OverlayPlot(), WordMap(), CurvePlot()
        self._small.tileChosen.connect(self._tile_chosen)
        self._over.tileChosen.connect(self._head_chosen)
        self._large.rowChosen.connect(self._row_chosen)
        self._left = QStackedWidget()
        for picture in (self._small, self._over):
            self._left.addWidget(picture)
        self._large_name = Text(role="muted", size=theme.TEXT_HINT, elide=True)
        both = QWidget()
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_LARGE)
        row.addWidget(self._left, 2)
        row.addWidget(self._large, 3)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        for widget, stretch in ((self._large_name, 1), (self._example, 0), (self._scale, 0)):
            foot.addWidget(widget, stretch)
        column = QVBoxLayout(both)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(200, 200)
        for page in (both, self._course):
            self._stack.addWidget(page)
        return self._stack

    def plot(self) -> Plot:
        return {HISTORY: self._course, IMAGE: self._over}.get(self._mode.value, self._large)

    def forget(self) -> None:
        for picture in (self._small, self._over, self._large, self._course):
            picture.clear()

    def name_parts(self) -> None:
        self._offer_modes(IMAGE in self._mode_words())
        self._scale.set_choices({EACH: tr("each head"), WHOLE: tr("0 to 1")}, tr("From which values the colours go"))
        for picture in (self._small, self._over, self._large, self._course):
            picture.setAccessibleName(tr(self.title))

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the layer that is selected in the drawing, if it is one of these."""
        sample = self.history.latest
        if sample is None or not self.prepared:
            return
        known = sample.data["nodes"].tolist()
        wanted = next((known.index(node) for node in nodes if node in known), None)
        if wanted is not None:
            self._layer.choose(sample.labels["nodes"][wanted])

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        names = sample.labels["nodes"]
        if not names:
            return
        self._offer(sample)
        place = names.index(self._layer.value)
        self._head = min(self._head, sample.data[f"weights/{place}"].shape[1] - 1)
        if self._mode.value == HISTORY:
            self._draw_course(self._layer.value)
        else:
            self._draw_large(sample, place)
            if self._mode.value == IMAGE:
                self._draw_over(sample, place)
            else:
                self._draw_small(sample, place)
        self._stack.setCurrentIndex(1 if self._mode.value == HISTORY else 0)
        self._left.setCurrentWidget(self._over if self._mode.value == IMAGE else self._small)
        keys = int(sample.data[f"sizes/{place}"][1])
        spread = float(sample.data[f"entropy/{place}"][self._head])
        # The exponent of the entropy counts keys: 1 for a single one, all of them when they are looked at evenly.
        self.set_figure(tr("keys looked at"), tr("{number} of {all}", number=f"{math.exp(spread):.1f}", all=keys))
        self.make_room()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _mode_words(self) -> dict[str, str]:
        return {
            HEADS: tr("one layer"),
            LAYERS: tr("all layers"),
            IMAGE: tr("over the image"),
            HISTORY: tr("over training"),
        }

    def _offer_modes(self, image: bool) -> None:
        words = self._mode_words()
        self._mode.set_choices({key: text for key, text in words.items() if key != IMAGE or image}, tr("What is drawn"))

    def _offer(self, sample: Sample) -> None:
        names = sample.labels["nodes"]
        self._layer.set_choices({name: name for name in names}, tr("Which layer"))
        place = names.index(self._layer.value)
        self._offer_modes(f"grid/{place}" in sample.data and "image" in sample.data)
        count = len(sample.data[f"weights/{place}"])
        self._example.set_choices(example_names(sample, count), tr("Which example"))
        self._layer.setVisible(len(names) > 1)
        self._example.setVisible(count > 1 and self._mode.value != HISTORY)

    def _words(self, sample: Sample, place: int, side: str, count: int) -> tuple[str, ...]:
        words = sample.labels.get(f"{side}/{place}", ())
        example = int(self._example.value)
        found = words[example * count : (example + 1) * count]
        grid = sample.data.get(f"grid/{place}")
        if not found and grid is not None:
            rows, columns, before = grid.tolist()
            if rows * columns + before == count:
                patches = tuple(f"({row}, {column})" for row in range(rows) for column in range(columns))
                return (*(tr("class token") for _ in range(before)), *patches)
        return found

    def _draw_large(self, sample: Sample, place: int) -> None:
        weights = sample.data[f"weights/{place}"][int(self._example.value), self._head]
        queries, keys = sample.data[f"sizes/{place}"].tolist()
        limits = (0.0, 1.0) if self._scale.value == WHOLE else (0.0, float(np.nanmax(weights)) or 1.0)
        self._large.set_weights(
            weights,
            names_of(self._words(sample, place, "queries", queries), queries, weights.shape[0]),
            names_of(self._words(sample, place, "keys", keys), keys, weights.shape[1]),
            limits,
        )
        name = self._head_name(sample.labels["nodes"][place], self._head)
        rolled = weights.shape != (queries, keys)
        self._large_name.setText(
            tr("{head} · {queries}×{keys}, neighbours put together", head=name, queries=queries, keys=keys)
            if rolled
            else tr("{head} · rows look at columns", head=name)
        )

    def _head_name(self, layer: str, head: int) -> str:
        return tr("{layer}, head {head}", layer=layer, head=head)

    def _draw_small(self, sample: Sample, place: int) -> None:
        every = self._mode.value == LAYERS
        places = range(len(sample.labels["nodes"])) if every else (place,)
        example = int(self._example.value)
        tiles, names, self._tiles = [], [], []
        for one in places:
            weights = sample.data[f"weights/{one}"]
            for head, tile in enumerate(weights[min(example, len(weights) - 1)]):
                self._tiles.append((one, head))
                tiles.append(tile)
                names.append(self._head_name(sample.labels["nodes"][one], head))
        tiles, names, self._tiles = tiles[:MOST_TILES], names[:MOST_TILES], self._tiles[:MOST_TILES]
        rows, columns = (max(tile.shape[axis] for tile in tiles) for axis in (0, 1))
        if len(tiles) > 16:
            rows, columns = min(rows, 32), min(columns, 32)
        same = np.stack([resampled(tile, rows, columns) for tile in tiles])
        tops = np.ones(len(same)) if self._scale.value == WHOLE else np.maximum(np.nanmax(same, (1, 2)), 1e-12)
        self._small.set_tiles(same, np.stack([np.zeros(len(same)), tops], 1), tuple(names), "sequential")
        self._small.set_chosen(self._tiles.index((place, self._head)) if (place, self._head) in self._tiles else None)

    def _draw_over(self, sample: Sample, place: int) -> None:
        example = int(self._example.value)
        rows, columns, before = sample.data[f"grid/{place}"].tolist()
        weights, looked = sample.data[f"weights/{place}"][example], sample.data[f"looked/{place}"][example]
        row = self._large.chosen
        if row is not None and weights.shape[2] == looked.shape[1]:
            looked = weights[:, row]  # what the chosen query looks at
        tiles = looked[:, before:].reshape(len(looked), rows, columns)
        layer = sample.labels["nodes"][place]
        names = tuple(self._head_name(layer, head) for head in range(len(tiles)))
        self._over.set_layers(sample.data["image"][example], tiles, names)
        self._over.set_chosen(self._head)

    def _draw_course(self, layer: str) -> None:
        """How many keys each head has looked at over the training."""
        self._course.clear()
        found = [
            (sample.step, np.exp(sample.data[f"entropy/{sample.labels['nodes'].index(layer)}"]))
            for sample in self.history.samples
            if layer in sample.labels["nodes"]
        ]
        steps = np.array([step for step, _ in found], dtype=float)
        for head in range(min(len(spread) for _, spread in found)):
            values = np.array([spread[head] for _, spread in found])
            self._course.append(f"head{head}", steps, values)
            self._course.set_style(f"head{head}", label=tr("head {head}", head=head))
        self._course.set_end(self.planned)
        self._course.chart.axes["left"].set_title(tr("keys looked at"))

    @Slot(int)
    def _tile_chosen(self, tile: int) -> None:
        place, self._head = self._tiles[tile]
        sample = self.history.latest
        if sample is not None:
            self._layer.choose(sample.labels["nodes"][place])
        self.draw_again()

    @Slot(int)
    def _head_chosen(self, head: int) -> None:
        self._head = head
        self.draw_again()

    @Slot(int)
    def _row_chosen(self, row: int) -> None:
        self.draw_again()

    def make_room(self) -> None:
        """A narrow card shows one picture: the large head, or what was chosen in its place."""
        wide = self.is_wide
        self._left.setVisible(wide or self._mode.value in (LAYERS, IMAGE))
        self._large.setVisible(wide or self._mode.value not in (LAYERS, IMAGE))
