"""Where words, or examples that a network learns to tell apart, lie among each other in a plane."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.inside import walk
from workbench.engine.roles import placed
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot


class EmbeddingsView(View):
    """One embedding seen along its two main directions: words with their names, examples with their classes."""

    name: ClassVar[str] = "embeddings"
    title: ClassVar[str] = mark("Embeddings")
    chinese: ClassVar[str] = "嵌入"
    look_for: ClassVar[str] = mark(
        "words of one meaning, or examples of one class, that gather. At first they lie anywhere."
    )
    waiting: ClassVar[str] = mark(
        "Where words or examples lie among each other.\nPress Train. The plane appears after the first batches."
    )
    icon: ClassVar[str] = "mdi6.scatter-plot-outline"
    probe: ClassVar[str] = "embeddings"
    alone: ClassVar[str] = mark(
        "Each network lays its words along directions of its own: places in two of them cannot be taken from each "
        "other."
    )
    remembered: ClassVar[int] = 120

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        meaning = plan(project.network)
        if placed(meaning) is not None or any(step.layer.type_name() == "Embedding" for *_, step in walk(meaning)):
            return None
        return say(
            "Nothing to show for this network: it needs an Embedding, or a loss that draws alike examples together, "
            "such as TripletMarginLoss."
        )

    def build(self) -> QWidget:
        from widgets.plots.atlas import AtlasPlot

        self._node = ChoiceChip()
        self._node.hide()  # until there is something to choose from
        self._node.chosen.connect(self.draw_again)
        self.add_chip(self._node)
        self._plane = AtlasPlot()
        self._plane.setMinimumSize(200, 200)
        return self._plane

    def plot(self) -> Plot:
        return self._plane

    def forget(self) -> None:
        self._plane.clear()

    def name_parts(self) -> None:
        self._plane.setAccessibleName(tr(self.title))

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the embedding that is selected in the drawing."""
        sample = self.history.latest
        if sample is None or not self.prepared:
            return
        known = sample.data["nodes"].tolist()
        wanted = next((known.index(node) for node in nodes if node in known), None)
        if wanted is not None:
            self._node.choose(sample.labels["nodes"][wanted])

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        names = sample.labels["nodes"]
        self._node.set_choices({name: name for name in names}, tr("Which embedding"))
        self._node.setVisible(len(names) > 1)
        place = names.index(self._node.value)
        points, share = sample.data[f"points/{place}"], sample.data[f"share/{place}"]
        words = sample.labels.get(f"words/{place}", ())
        labels = sample.data.get(f"labels/{place}")
        classes = tuple(tr(name) for name in sample.labels.get("classes", ()))
        if labels is None:
            labels, classes = np.zeros(len(points), dtype=np.int64), (tr("words") if words else tr("rows"),)
        self._plane.set_points(points, labels, classes)
        near = [
            tr("nearest {words}", words=", ".join(words[one] for one in row))
            for row in sample.data.get(f"near/{place}", np.empty((0, 0), np.int64)).tolist()
        ]
        self._plane.set_words(words, near)
        self._plane.set_axes(
            *(tr("direction {n} ({share} %)", n=n + 1, share=f"{100 * float(share[n]):.0f}") for n in (0, 1))
        )
        self.set_figure(tr("after step"), f"{sample.step:,}")
