"""Two runs on the same examples: a view side by side or as a difference, and nodes coloured by how far they are apart.

Both networks are taken from their kept checkpoints before the step that the time machine shows, and asked for the
examples that the first run held back. It works beside the window until a training begins, which needs torch for itself.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from graphs.message import say
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.engine.events import Sample, Scalars
from workbench.engine.faults import RunError
from workbench.engine.runs import Run
from workbench.views import views
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from widgets.plots.bars import BarPlot
    from workbench.engine.events import Array
    from workbench.engine.representations import Compared, Two
    from workbench.project_tab import ProjectTab
    from workbench.views.apart import DifferenceCard

SIDE, DIFFERENCE = "side", "difference"
SETTLES = 150
"""How long after the time machine has moved the networks are asked again, in milliseconds."""

LOOKS = 40
"""How often it is looked whether they have answered, in milliseconds."""

SIZE = QSize(1120, 520)
BARS = 260
"""The width of the bars that say how far nodes are apart, in logical pixels."""


class TwoRuns(QDialog):
    """A window beside the main one; the drawing is coloured while it is open."""

    def __init__(self, tab: ProjectTab, other: Path):
        super().__init__(tab.main)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._tab, self._other = tab, other
        assert tab.timeline.folder is not None
        self._own: Path = tab.timeline.folder
        self.compared: Compared | None = None
        self._two: Two | None = None
        self._asker: threading.Thread | None = None
        self._answer: Compared | RunError | None = None
        self._again = False
        self.which, self.mode = ChoiceChip(), ChoiceChip()
        self.said = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        self.names = [Text(weight=theme.SEMIBOLD, elide=True) for _ in range(2)]
        self.cards: list[View] = []
        self.apart: DifferenceCard | None = None
        self._bars: BarPlot | None = None
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.which)
        head.addWidget(self.mode)
        head.addWidget(self.said, 1)
        self._rooms = QHBoxLayout()
        self._rooms.setSpacing(theme.GAP)
        self._columns: list[QVBoxLayout] = []
        for name in self.names:
            column = QVBoxLayout()
            column.addWidget(name)
            self._columns.append(column)
            self._rooms.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addLayout(self._rooms, 1)
        self.resize(SIZE)
        self._waits, self._looks = QTimer(self), QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(SETTLES)
        self._waits.timeout.connect(self._ask)
        self._looks.setInterval(LOOKS)
        self._looks.timeout.connect(self._look)
        self.which.chosen.connect(self._choose)
        self.mode.chosen.connect(self._show)
        tab.timeline.moved.connect(self._moved)
        tab.selected.connect(self._follow)
        tab.going.connect(self.close)
        tab.session.changed.connect(self._session_changed)
        self.retranslate()
        self._choose()
        self._ask()

    # ------------------------------------------------------------------ asking the networks

    @Slot(object)
    def _moved(self, step: object = None) -> None:
        for card in self.cards:
            card.look_back(self._tab.timeline.position)
            card.refresh()
        self._waits.start()

    @Slot()
    def _ask(self) -> None:
        if self._asker is not None:
            self._again = True
            return
        step = self._tab.timeline.position
        self.said.setText(tr("Both networks are asked…"))
        self._asker = threading.Thread(target=self._work, args=(step,), name="two runs", daemon=True)
        self._asker.start()
        self._looks.start()

    def _work(self, step: int | None) -> None:
        """Ask, in a thread of its own."""
        from workbench.engine.faults import failure
        from workbench.engine.representations import Two

        try:
            self._two = self._two or Two(self._own, self._other)
            self._answer = self._two.at(step)
        except RunError as error:
            self._answer = error
        except Exception as error:  # a drawing that cannot be built says why by the words of a failed training
            told = failure(error, 0, 1, None)
            self._answer = RunError(told.message, told.remedy, told.node)

    @Slot()
    def _look(self) -> None:
        if self._asker is None or self._asker.is_alive():
            return
        self._asker = None
        self._looks.stop()
        answer, self._answer = self._answer, None
        if isinstance(answer, RunError):
            self.said.setText(f"{tr(answer.message)} {tr(answer.remedy)}")
            return
        self.compared = answer
        if answer is not None:
            self._tab.bridge.show_apart(answer.apart)
            self._show_bars(answer)
        self._show()
        if self._again:
            self._again = False
            self._ask()

    # ------------------------------------------------------------------ showing

    @Slot(str)
    def _choose(self, key: str = "") -> None:
        """Make the two cards of another view."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [views()[self.which.value](self._tab.session) for _ in range(2)]
        for column, card in zip(self._columns, self.cards, strict=True):
            column.addWidget(card, 1)
        if self.apart is not None:
            self.apart.hide()
        self._show()

    @Slot(str)
    def _show(self, key: str = "") -> None:
        probe, found = self.cards[0].probe, self.compared
        for place, (card, folder) in enumerate(zip(self.cards, (self._own, self._other), strict=True)):
            with Run.open(folder) as run:
                card.show_run(run)
            if found is not None and probe in found.samples[place]:
                card.clear()
                card.take(found.samples[place][probe])
            card.look_back(self._tab.timeline.position)
        self._offer_modes()
        taken = self.mode.value == DIFFERENCE
        drawn = taken and not self.cards[0].draws_apart
        self.cards[0].setVisible(not drawn)
        self.cards[1].setVisible(not taken)
        if self.apart is not None:
            self.apart.setVisible(drawn)
        self.names[1].setVisible(not taken)
        self._rooms.setStretchFactor(self._columns[1], 0 if taken else 1)
        self.names[0].setText(tr("{one} less {other}", one=self._own.name, other=self._other.name) if taken
                              else self._own.name)  # fmt: skip
        self.names[1].setText(self._other.name)
        if drawn:
            self._draw_apart()
        elif taken:
            self._take_apart(self.cards[0])
        for card in self.cards:
            card.refresh()
        if found is not None:
            words = tr("Step {one} beside step {other}, on the same held-back examples",
                       one=f"{found.steps[0]:,}", other=f"{found.steps[1]:,}")  # fmt: skip
            if probe and probe not in found.samples[0]:
                words = tr("As each run measured it while it trained, on its own batches")
            if self.cards[0].alone:
                words = f"{words}. {tr(say(self.cards[0].alone))}"
            self.said.setText(words)

    def differences(self) -> dict[str, Array]:
        """What the two runs measured, taken from each other, by the names of the arrays that this view compares."""
        from workbench.engine.differing import differences

        one, other = (card.history.latest for card in self.cards)
        return differences(one, other, self.cards[0].compares) if one is not None and other is not None else {}

    def _draw_apart(self) -> None:
        from workbench.views.apart import DifferenceCard

        found, sample = self.differences(), self.cards[0].history.latest
        if self.apart is None:
            self.apart = DifferenceCard()
            self._columns[0].addWidget(self.apart, 1)
        if found and sample is not None:
            self.apart.set_differences(found, self.cards[0].compares, sample)
            self.apart.show()

    def _take_apart(self, card: View) -> None:
        """Let a card show the difference of what the two would show."""
        sample = self._difference()
        card.clear()
        if sample is not None:
            card.take(sample)
            return
        with Run.open(self._own) as one, Run.open(self._other) as other:
            for tag in set(one.tags()) & set(other.tags()):
                (steps, values), (others, theirs) = one.scalars(tag), other.scalars(tag)
                both, here, there = np.intersect1d(steps, others, return_indices=True)
                if len(both):
                    card.take(Scalars(both, {tag: values[here] - theirs[there]}))

    def _difference(self) -> Sample | None:
        from workbench.engine.representations import difference

        if self.compared is None:
            return None
        mine, theirs = (samples.get(self.cards[0].probe) for samples in self.compared.samples)
        return difference(mine, theirs) if mine is not None and theirs is not None else None

    def _offer_modes(self) -> None:
        modes = {SIDE: tr("side by side")}
        if self.cards[0].draws_apart:
            # While its networks are still being asked nobody knows yet.
            there = self.which.value == "curves" or self.compared is None or self._difference() is not None
        else:
            there = bool(self.differences())
        if there:
            modes[DIFFERENCE] = tr("difference")
        self.mode.set_choices(modes, tr("How the two are shown"))

    def _show_bars(self, found: Compared) -> None:
        from widgets.plots.bars import BarPlot

        if self._bars is None:
            self._bars = BarPlot()
            self._bars.setFixedWidth(BARS)
            self._bars.setAccessibleName(tr("How far apart the nodes are: 1 − CKA"))
            column = QVBoxLayout()
            self._bars_name = Text(tr("How far apart the nodes are: 1 − CKA"), role="muted", size=theme.TEXT_SECONDARY)
            column.addWidget(self._bars_name)
            column.addWidget(self._bars, 1)
            self._rooms.addLayout(column)
        self._bars.set_values({found.names[node]: apart for node, apart in found.apart.items()})

    @Slot()
    def _follow(self) -> None:
        for card in self.cards:
            card.follow(self._tab.selection)

    # ------------------------------------------------------------------ words and going

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setWindowTitle(tr("Two runs: {one} and {other}", one=self._own.name, other=self._other.name))
        project = self._tab.session.project
        known = {name: tr(kind.title) for name, kind in views().items() if kind.fits(project) is None}
        self.which.set_choices(known, tr("Which view"), None if self.which.value else next(iter(known)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.cards:
            self.retranslate()
            self._show()

    def _session_changed(self) -> None:
        """A training needs torch's random numbers for itself."""
        if self._tab.session.running:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the drawing its own colours back."""
        self._waits.stop()
        self._looks.stop()
        if self._asker is not None:
            self._asker.join()
        self._tab.timeline.moved.disconnect(self._moved)
        self._tab.session.changed.disconnect(self._session_changed)
        self._tab.bridge.show_apart({})
        super().closeEvent(event)


def compare_runs(tab: ProjectTab, parent: QWidget) -> TwoRuns | None:
    """Choose another run and put it beside the one that is open; None when none is chosen, or while one trains."""
    from workbench.run_list import choose_run

    if tab.timeline.folder is None:
        return None
    if any(each.is_busy for each in tab.main.tabs.projects):
        tab.say(tr("Two runs are compared while nothing trains. Stop the training first."))
        return None
    folder = choose_run(
        tab.main,
        tr("Another run beside this one"),
        tr("Both networks see the same examples, those that the open run held back, at the step that is shown."),
        tr("Compare"),
        but=tab.timeline.folder,
    )
    if folder is None:
        return None
    found = TwoRuns(tab, folder)
    found.show()
    return found
