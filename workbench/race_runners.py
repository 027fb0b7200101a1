"""Who runs in a race of optimizers: one row for each, with the numbers that its recipe would have."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from graphs.optimizers import Optimizer
from widgets import theme
from widgets.controls import IconButton
from widgets.editors import ChoiceBox
from widgets.language import tr
from workbench.engine.landscapes import RUNNERS

POINTS = 64
BATCHES = (POINTS, 16, 4, 1)
"""How many of the points a step of a fit may be taken from."""


@dataclass(frozen=True)
class Runner:
    """Who runs: an optimizer with its numbers, and from how many points it takes a step of the fit."""

    optimizer: Optimizer
    batch: int = POINTS

    @property
    def label(self) -> str:
        """How it is called: by its formula, with its momentum where it has one, and its learning rate."""
        kind = type(self.optimizer).__name__
        momentum = getattr(self.optimizer, "momentum", 0.0)
        words = f"{kind} β={momentum:g}" if momentum else kind
        return f"{words} η={self.optimizer.learning_rate:g}"


def suited(kind: str, rate: float, momentum: float = 0.0) -> Optimizer:
    """An optimizer with a learning rate that suits a slope on which plain descent takes ``rate``."""
    # Whose steps are divided by the slope's own size has a rate that counts in the units of the map.
    rates = {"SGD": rate * (1 - momentum) if momentum else rate, "Adagrad": 0.4, "RMSprop": 0.03, "Adadelta": 1.0,
             "LBFGS": 1.0}  # fmt: skip
    chosen: dict[str, float] = {"learning_rate": rates.get(kind, 0.1)}
    if momentum:
        chosen["momentum"] = momentum
    return RUNNERS[kind].model_validate(chosen)


class RunnerRow(QWidget):
    """One runner: which optimizer, its learning rate, its momentum, its batch; ``changed`` when a person chose."""

    changed = Signal()
    removed = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None):
        super().__init__(parent)
        self._optimizer = runner.optimizer
        self.kind, self.batch = ChoiceBox(), ChoiceBox()
        for name in RUNNERS:
            self.kind.addItem(name, name)
        self.rate, self.momentum = QDoubleSpinBox(), QDoubleSpinBox()
        self.rate.setDecimals(5)
        self.rate.setRange(1e-5, 10.0)
        self.rate.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.momentum.setRange(0.0, 0.99)
        self.momentum.setSingleStep(0.05)
        self.remove = IconButton("mdi6.close")
        for box in (self.kind, self.batch, self.rate, self.momentum):
            theme.hold_height(box, 30)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(theme.GAP_SMALL)
            row.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.kind, 1)
        first.addWidget(self.rate)
        first.addWidget(self.remove)
        second.addWidget(self.momentum)
        second.addWidget(self.batch, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_TINY)
        column.addLayout(first)
        column.addLayout(second)
        self.show_runner(runner)
        self.kind.activated.connect(self._kind_chosen)
        self.batch.activated.connect(self._told)
        self.rate.valueChanged.connect(self._told)
        self.momentum.valueChanged.connect(self._told)
        self.remove.clicked.connect(self.removed)
        self.retranslate()

    def show_runner(self, runner: Runner) -> None:
        """Show a runner; nobody is told."""
        self._optimizer = runner.optimizer
        for box in (self.kind, self.batch, self.rate, self.momentum):
            box.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(type(runner.optimizer).__name__))
        self.rate.setValue(runner.optimizer.learning_rate)
        self.momentum.setValue(getattr(runner.optimizer, "momentum", 0.0))
        self._offer_batches(runner.batch)
        for box in (self.kind, self.batch, self.rate, self.momentum):
            box.blockSignals(False)
        self._fit()

    def set_fitting(self, fitting: bool) -> None:
        """Offer the size of a batch, which only a fit to points has."""
        self.batch.setVisible(fitting)

    def runner(self) -> Runner:
        """The runner as it is chosen here."""
        update = {"learning_rate": self.rate.value()}
        if hasattr(self._optimizer, "momentum"):
            update["momentum"] = self.momentum.value()
        return Runner(self._optimizer.model_copy(update=update), int(self.batch.currentData() or POINTS))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        for box, name, tip in (
            (self.kind, tr("Optimizer"), tr("How a step follows from the gradient")),
            (self.rate, tr("Learning rate"), tr("How long one step is")),
            (self.momentum, tr("Momentum"), tr("How much of the last step is kept")),
            (self.batch, tr("Batch size"), tr("From how many of the points each step takes its slope")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(tip)
        self.momentum.setPrefix("β ")
        self.rate.setPrefix("η ")
        self.remove.set_words(tr("Take this runner out"))
        self._offer_batches(int(self.batch.currentData() or POINTS))

    def _offer_batches(self, chosen: int) -> None:
        self.batch.clear()
        for size in BATCHES:
            text = tr("all {n} points", n=size) if size == POINTS else tr("{n} at a time", n=size)
            self.batch.addItem(tr("one at a time") if size == 1 else text, size)
        self.batch.setCurrentIndex(max(self.batch.findData(chosen), 0))

    def _fit(self) -> None:
        self.momentum.setVisible(hasattr(self._optimizer, "momentum"))

    @Slot(int)
    def _kind_chosen(self, index: int) -> None:
        kind = str(self.kind.itemData(index))
        if kind != type(self._optimizer).__name__:
            batch = int(self.batch.currentData() or POINTS)
            self.show_runner(Runner(suited(kind, 0.1), batch))
            self._told()

    @Slot()
    @Slot(int)
    @Slot(float)
    def _told(self, value: float = 0) -> None:
        self.changed.emit()
