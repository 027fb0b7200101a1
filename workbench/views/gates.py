"""What a recurrent layer remembers, word by word: its gates, its memory, and how far back its gradient reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.engine.inside import has_recurrence, layer_names
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot
    from widgets.plots.strips import Strip

GATES, MEMORY, LAG, HISTORY = "gates", "memory", "lag", "history"

NAMES = {
    "f": (mark("forget f"), mark("1 keeps the memory, 0 forgets it")),
    "i": (mark("input i"), mark("1 writes the candidate, 0 does not")),
    "o": (mark("output o"), mark("1 shows the memory, 0 hides it")),
    "r": (mark("reset r"), mark("1 uses the past for the candidate, 0 ignores it")),
    "z": (mark("update z"), mark("1 keeps the past, 0 takes the candidate")),
    "g": (mark("candidate C̃"), mark("what could be written")),
    "n": (mark("candidate h̃"), mark("what could become the new state")),
    "c": (mark("memory C"), mark("the memory itself")),
    "h": (mark("state h"), mark("what the next layer sees")),
}
"""What each part is called, and what its numbers mean."""

TEXTBOOK_UPDATE = mark("1 takes the candidate, 0 keeps the past")
"""What the update gate means in the textbooks' GRU, which is the other way round."""

FLOOR = 1e-20
"""What is weaker than this is drawn at this place of the log axis: it has vanished."""


def is_gate(part: str) -> bool:
    """Whether a part goes from 0 to 1."""
    return part in ("f", "i", "o", "r", "z") or part.startswith("gate:")


def decomposed(kind: str, parts: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What the new memory is the sum of: ``kept`` of the old one and ``written`` anew, shaped as the parts are.

    Empty for a cell without a gate between the two.
    """
    match kind:
        case "LSTM" | "PeepholeLSTM":
            written, whole = parts["i"] * parts["g"], parts["c"]
        case "CoupledLSTM":
            written, whole = (1 - parts["f"]) * parts["g"], parts["c"]
        case "GRU":
            written, whole = (1 - parts["z"]) * parts["n"], parts["h"]
        case "TextbookGRU":
            written, whole = parts["z"] * parts["n"], parts["h"]
        case _:
            return {}
    return {"kept": whole - written, "written": written}


def kind_of(sample: Sample, place: int) -> str:
    """What kind of cell a layer of a sample is: LSTM, GRU, ..."""
    return sample.labels["kinds"][place].partition(", ")[0]


class GatesView(View):
    """Gates, candidate, memory and state of one recurrent layer for one example, unit by step."""

    name: ClassVar[str] = "gates"
    title: ClassVar[str] = mark("Gates")
    chinese: ClassVar[str] = "门控"
    look_for: ClassVar[str] = mark(
        "units whose forget gate stays bright: they carry a word along. Where it darkens, the old is thrown away."
    )
    waiting: ClassVar[str] = mark(
        "What a recurrent layer keeps and forgets at each step of an example.\n"
        "Press Train. The gates appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.timeline-clock-outline"
    probe: ClassVar[str] = "gates"
    compares: ClassVar[Mapping[str, str]] = {"parts": mark("gates and states")}
    draws_apart: ClassVar[bool] = True
    remembered: ClassVar[int] = 160

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if has_recurrence(plan(project.network)):
            return None
        return say("Nothing to show for this network: it needs a recurrent layer, such as LSTM, GRU or a scan.")

    def build(self) -> QWidget:
        from widgets.plots.curves import CurvePlot
        from widgets.plots.strips import StripPlot

        self._layer, self._example, self._mode = ChoiceChip(), ChoiceChip(), ChoiceChip()
        for chip in (self._layer, self._example):
            chip.hide()  # until there is something to choose from
        for chip in (self._layer, self._example, self._mode):
            self.add_chip(chip)
        self._layer.chosen.connect(self.draw_again)
        self._example.chosen.connect(self.draw_again)
        self._mode.chosen.connect(self.draw_again)
        self._strips, self._lag, self._course = StripPlot(), CurvePlot(log=True), CurvePlot()
        self._stack = QStackedWidget()
        # Six strips over upright words cannot be read in less.
        self._stack.setMinimumSize(200, 232)
        for picture in (self._strips, self._lag, self._course):
            self._stack.addWidget(picture)
        return self._stack

    def plot(self) -> Plot:
        return {LAG: self._lag, HISTORY: self._course}.get(self._mode.value, self._strips)

    def forget(self) -> None:
        for picture in (self._strips, self._lag, self._course):
            picture.clear()

    def name_parts(self) -> None:
        self._mode.set_choices(
            {
                GATES: tr("gates"),
                MEMORY: tr("memory"),
                LAG: tr("gradient by lag"),
                HISTORY: tr("over training"),
            },
            tr("What is drawn"),
        )
        for picture in (self._strips, self._lag, self._course):
            picture.setAccessibleName(tr(self.title))
        self._lag.chart.axes["bottom"].set_title(tr("steps back"))
        self._lag.chart.axes["left"].set_title("‖∂h_T/∂h_t‖ / √H")

    def _lags(self) -> dict[str, np.ndarray]:
        """How far the gradient of each layer reaches back, as it was measured last."""
        found: dict[str, np.ndarray] = {}
        for sample in self.history.samples:
            for place, name in enumerate(layer_names(sample)):
                lag, kind = sample.data.get(f"lag/{place}"), kind_of(sample, place)
                if lag is not None:
                    found[f"{name} · {kind}" if name != kind else name] = lag
        return found

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the layer that is selected in the drawing, if it is one of these."""
        sample = self.history.latest
        if sample is None or not self.prepared:
            return
        known, names = sample.data["nodes"].tolist(), list(layer_names(sample))
        wanted = next((known.index(node) for node in nodes if node in known), None)
        if wanted is not None:
            self._layer.choose(names[wanted])

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        names = list(layer_names(sample))
        if not names:
            return
        self._offer(sample, names)
        place = names.index(self._layer.value)
        match self._mode.value:
            case mode if mode in (GATES, MEMORY):
                self._draw_strips(sample, place, mode)
            case mode if mode == LAG:
                self._draw_lags()
            case _:
                self._draw_course(self._layer.value)
        self._stack.setCurrentWidget(self.plot())
        share = float(sample.data["saturated"][place])
        gated = any(is_gate(part) for part in sample.labels[f"parts/{place}"])
        self.set_figure(tr("saturated gates") if gated else tr("saturated states"), f"{100 * share:.1f} %")

    def _offer(self, sample: Sample, names: list[str]) -> None:
        self._layer.set_choices({name: name for name in names}, tr("Which layer"))
        place = names.index(self._layer.value)
        truth, rows = sample.labels.get("truth", ()), sample.data["examples"].tolist()
        count = sample.data[f"parts/{place}"].shape[1]
        self._example.set_choices(
            {
                str(n): tr("#{row} · {truth}", row=rows[n], truth=tr(truth[n])) if n < len(truth) else f"#{rows[n]}"
                for n in range(count)
            },
            tr("Which example"),
        )
        self._layer.setVisible(len(names) > 1)
        self._example.setVisible(count > 1 and self._mode.value in (GATES, MEMORY))

    def _draw_strips(self, sample: Sample, place: int, mode: str) -> None:
        from widgets.plots.strips import Strip

        example, kind = int(self._example.value), kind_of(sample, place)
        names = sample.labels[f"parts/{place}"]
        parts = {
            name: values[example].T.astype(float)
            for name, values in zip(names, sample.data[f"parts/{place}"], strict=True)
        }
        strips: list[Strip] = []
        if mode == MEMORY and decomposed(kind, parts):
            whole = "c" if "c" in parts else "h"
            shown = decomposed(kind, parts) | {whole: parts[whole]} | {"h": parts["h"]}
            end = max(float(np.nanmax(np.abs(values))) for values in shown.values()) or 1.0
            for name, values in shown.items():
                title, hint = self._part_words(kind, name)
                strips.append(
                    Strip(
                        title, values, "diverging", (-end, end), short_number(float(np.nanmean(values))), hint,
                        tr("memory"),
                    )
                )  # fmt: skip
        else:
            means = dict(zip(names, sample.data[f"means/{place}"].tolist(), strict=True))
            for name, values in parts.items():
                strips.append(self._strip(kind, name, values, means[name]))
        steps = strips[0].values.shape[1]
        said = sample.labels.get(f"words/{place}", ())
        curve = sample.data.get(f"curve/{place}")
        real = int(sample.data[f"lengths/{place}"][example])
        self._strips.set_strips(
            tuple(strips),
            tuple(said[example * steps : (example + 1) * steps]),
            None if curve is None else curve[example].astype(float),
            real if real < steps else None,
        )

    def _strip(self, kind: str, name: str, values: np.ndarray, mean: float) -> Strip:
        from widgets.plots.strips import Strip

        title, hint = self._part_words(kind, name)
        if is_gate(name):
            return Strip(title, values, "sequential", (0.0, 1.0), f"{mean:.2f}", hint, tr("gates"))
        bent = name in ("g", "n", "h") or name.startswith("value:")
        largest = float(np.nanmax(np.abs(values))) if values.size and np.isfinite(values).any() else 1.0
        end = 1.0 if bent and largest <= 1 else largest or 1.0
        scale = tr("candidate, state") if end == 1.0 else tr("memory")
        figure = f"{mean:+.2f}".replace("-", "−")
        return Strip(title, values, "diverging", (-end, end), figure, hint, scale)

    def _part_words(self, kind: str, name: str) -> tuple[str, str]:
        """What a part is called, and what its numbers mean."""
        if name == "kept":
            return (tr("kept f⊙C"), tr("what the forget gate left of the memory")) if "LSTM" in kind else (
                tr("kept of h"), tr("what the update gate left of the state before")
            )  # fmt: skip
        if name == "written":
            return (tr("written i⊙C̃"), tr("what the input gate let in of the candidate")) if "LSTM" in kind else (
                tr("written of h̃"), tr("what the update gate let in of the candidate")
            )  # fmt: skip
        if name in NAMES:
            title, hint = NAMES[name]
            return tr(title), tr(TEXTBOOK_UPDATE) if name == "z" and kind == "TextbookGRU" else tr(hint)
        what, _, node = name.partition(":")
        return (tr("gate {node}", node=node) if what == "gate" else node), ""

    def _draw_lags(self) -> None:
        """One line for each layer, all on one axis: ‖∂h_T/∂h_t‖ by how many steps lie between."""
        self._lag.clear()
        known = self._lags()
        for name, lags in known.items():
            for row, what in enumerate(("", tr("memory"))[: len(lags)]):
                key = f"{name}/{row}"
                values = np.where(np.isfinite(lags[row]), np.maximum(lags[row], FLOOR), np.nan)
                self._lag.append(key, np.arange(len(values), dtype=float), values)
                gone = values[-1] <= FLOOR
                label = f"{name}, {what}" if what else name
                self._lag.set_style(key, label=say("{node}, vanished", node=label) if gone else label)
        if not known:
            self._lag.set_empty_text(tr("This layer's gradient is not followed back: its cell is none that is known."))

    def _draw_course(self, layer: str) -> None:
        """How the means of the gates and the share of saturated ones have moved over the training."""
        self._course.clear()
        steps: list[int] = []
        rows: list[list[float]] = []
        labels: list[str] = []
        for sample in self.history.samples:
            names = list(layer_names(sample))
            if layer not in names:
                continue
            place, kind = names.index(layer), kind_of(sample, names.index(layer))
            parts = sample.labels[f"parts/{place}"]
            gates = [number for number, part in enumerate(parts) if is_gate(part)]
            steps.append(sample.step)
            rows.append([float(sample.data["saturated"][place]), *sample.data[f"means/{place}"][gates].tolist()])
            labels = [self._part_words(kind, parts[number])[0] for number in gates]
        for column, label in enumerate([tr("saturated share"), *(tr("mean of {part}", part=one) for one in labels)]):
            key = f"line{column}"
            self._course.append(key, np.array(steps, dtype=float), np.array([row[column] for row in rows]))
            self._course.set_style(key, label=label)
        self._course.set_end(self.planned)
