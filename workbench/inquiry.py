"""A panel that asks a trained network something: it loads the network, asks it beside the window, and shows the answer.

Whatever is asked happens on a copy, in a thread that can be cancelled. What is asked is the network at the step that
the time machine shows; in a pause the training is asked to keep its state first, so that the present can be looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QSlider, QSpinBox, QToolButton, QVBoxLayout, QWidget

from graphs.message import Message, say
from widgets import theme
from widgets.controls import Button, IconButton, Text
from widgets.language import tr
from workbench.engine.events import CheckpointSaved, Paused, RunFinished
from workbench.errands import Errand
from workbench.session import RunState
from workbench.views.chips import HEIGHT, ChoiceChip

if TYPE_CHECKING:
    from widgets.plots.plot import Plot
    from workbench.engine.asking import Asked, Patience
    from workbench.project_tab import ProjectTab

SETTLES = 180
"""How long after the last change something is asked again, in milliseconds."""

LOOKS = 60
"""How often the bar of progress is brought up to date, in milliseconds."""

SHOWN, BEST = "shown", "best"

Question = Callable[["Asked", "Patience"], Any]
"""What is asked, in the thread: it touches no widget, and what it returns is shown."""


@dataclass(frozen=True)
class Refused:
    """Why there is no answer, and what to try."""

    message: Message
    remedy: Message | None = None


class _Ask:
    """One asking, without a widget in it: a thread may be the last that holds it."""

    def __init__(self, known: tuple[object, Asked] | None, key: object, make: Callable[[], Asked], question: Question):
        from workbench.engine.asking import Patience

        self.patience = Patience()
        self._known, self._key, self._make, self._question = known, key, make, question

    def __call__(self) -> tuple[object, Asked | None, Any]:
        """Load the network if another was loaded, and ask; what came, or Refused, or None when nobody waits."""
        from workbench.engine.asking import GivenUp, told

        asked = self._known[1] if self._known is not None and self._known[0] == self._key else None
        try:
            asked = asked or self._make()
            self.patience.go_on()
            return self._key, asked, self._question(asked, self.patience)
        except GivenUp:
            return self._key, asked, None
        except Exception as error:  # whatever torch refuses is told in words, where the answer would stand
            return self._key, asked, Refused(*told(error))


class Inquiry(QWidget):
    """What the panels that ask have in common: which weights, the chips, the sentence, progress and Cancel, saving."""

    name: ClassVar[str]
    title: ClassVar[str]
    look_for: ClassVar[str]
    follows_selection: ClassVar[bool] = False

    def __init__(self, tab: ProjectTab):
        super().__init__()
        self.tab = tab
        self.known: tuple[object, Asked] | None = None
        self.answer: Any = None
        self._errand = Errand(self)
        self._ask_of: _Ask | None = None
        self._again = self._stale = True
        self._heard: list[ProjectTab] = []
        self.which = ChoiceChip()
        self.chips = QHBoxLayout()
        self.chips.setSpacing(theme.GAP_TINY)
        self._more = IconButton("mdi6.dots-vertical")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        self._save_picture, self._save_values = QAction(self), QAction(self)
        self._save_picture.triggered.connect(self._ask_for_picture)
        self._save_values.triggered.connect(self._ask_for_values)
        menu.addActions([self._save_picture, self._save_values])
        self._more.setMenu(menu)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP_TINY)
        head.addLayout(self.chips)
        head.addStretch(1)
        head.addWidget(self.which)
        head.addWidget(self._more)
        self.hint = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.said = Text(weight=theme.SEMIBOLD, wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.cancel = Button(icon_name="mdi6.close")
        self.cancel.clicked.connect(self.give_up)
        self._foot = QWidget()
        theme.hold_height(self._foot, theme.SMALL_BUTTON_HEIGHT)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.cancel)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.CARD_PADDING, theme.GAP_SMALL, theme.CARD_PADDING, theme.GAP_SMALL)
        self.column.setSpacing(theme.GAP_SMALL)
        self.column.addLayout(head)
        self.body = self.build()
        self.column.addWidget(self.hint)
        self.column.addWidget(self.said)
        self.column.addWidget(self.body, 1)
        self.column.addWidget(self._foot)
        self._waits, self._looks = QTimer(self), QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(SETTLES)
        self._waits.timeout.connect(self._begin)
        self._looks.setInterval(LOOKS)
        self._looks.timeout.connect(self._look)
        self.which.chosen.connect(self.ask_again)
        self._show_work(False)
        self.follow(tab)
        self.retranslate()

    # ------------------------------------------------------------------ what each panel says

    def build(self) -> QWidget:
        """Make what shows the answer; chips go into ``chips``."""
        raise NotImplementedError

    def question(self) -> Question | Refused | None:
        """What is to be asked now, why it cannot be, or None when nothing is to be asked."""
        raise NotImplementedError

    def show_answer(self, answer: Any, asked: Asked) -> None:
        """Show what came."""
        raise NotImplementedError

    def forget(self) -> None:
        """Show nothing."""
        raise NotImplementedError

    def plot(self) -> Plot:
        """The picture that is saved."""
        raise NotImplementedError

    # ------------------------------------------------------------------ following

    def follow(self, tab: ProjectTab) -> None:
        """Ask the network of another project."""
        self.give_up()
        if tab is not self.tab or not self._heard:
            if tab not in self._heard:
                self._heard.append(tab)
                tab.timeline.moved.connect(self._moved)
                tab.selected.connect(self._selected)
                tab.told.connect(self._told)
                tab.replaced.connect(self._replaced)
                tab.going.connect(self._gone)
            self.tab = tab
        self._replaced()

    @Slot()
    def follow_front(self) -> None:
        """Ask the network of the project in front, if that is another one now."""
        if self.tab.main.tab is not self.tab:
            self.follow(self.tab.main.tab)

    @Slot()
    def _replaced(self) -> None:
        self.known = self.answer = None
        self.which.setVisible(self.tab.timeline.folder is not None)
        self.forget()
        self.said.setText("")
        self.ask_again()

    @Slot()
    def _gone(self) -> None:
        gone = self.sender()
        self._heard = [tab for tab in self._heard if tab is not gone]
        if gone is self.tab:
            self.give_up()
            self.known = None

    @Slot(object)
    def _moved(self, step: object = None) -> None:
        if self.sender() is self.tab.timeline:
            self.ask_again()

    @Slot()
    def _selected(self) -> None:
        if self.follows_selection and self.sender() is self.tab:
            self.ask_again()

    @Slot(object)
    def _told(self, event: object) -> None:
        """A pause lets the present be looked at, once the training has kept it; an end is as good."""
        if self.sender() is not self.tab or not self.isVisible():
            return
        session = self.tab.session
        if isinstance(event, Paused) and session.control is not None:
            session.control.keep()
        elif isinstance(event, RunFinished) or (
            isinstance(event, CheckpointSaved) and session.state is RunState.PAUSED
        ):
            self.known = None
            self.ask_again()

    # ------------------------------------------------------------------ asking

    @Slot(str)
    @Slot(int)
    @Slot()
    def ask_again(self, choice: object = None) -> None:
        """Ask again soon: something was chosen, or another step is shown."""
        self._stale = True
        if self.isVisible():
            self._waits.start()

    @Slot()
    def _begin(self) -> None:
        if not self.isVisible():
            return
        self._stale = False
        if self._errand.busy:
            self._again = True
            if self._ask_of is not None:
                self._ask_of.patience.cancel()
            return
        question = self.question()
        if question is None:
            return
        if isinstance(question, Refused):
            self._refuse(question)
            return
        self.which.setVisible(self.tab.timeline.folder is not None)
        key, make = self._network()
        self._again = False
        self._ask_of = _Ask(self.known, key, make, question)
        self._errand.begin(self._ask_of, self._done)
        self._looks.start()

    def _network(self) -> tuple[object, Callable[[], Asked]]:
        """Which network is asked: a name for it, and what loads it in the thread."""
        timeline, session = self.tab.timeline, self.tab.session
        trust = session.project.trusted
        if timeline.folder is not None:
            folder: Path = timeline.folder
            step: int | str | None = BEST if self.which.value == BEST else timeline.position

            def of_run() -> Asked:
                from workbench.engine.asking import Asked

                return Asked.of_run(folder, step, trust)

            return (folder, step, timeline.last if step is None else None), of_run
        project = session.project.copy()

        def as_drawn() -> Asked:
            from workbench.engine.asking import Asked

            return Asked(project, project.weights, None, None)

        from graphs.document import snapshot

        return ("drawn", snapshot(project)), as_drawn

    @Slot()
    def _look(self) -> None:
        """Show how far it is; what takes no time shows nothing."""
        if self._ask_of is not None and self._errand.busy:
            self._show_work(True)
            self.progress.setValue(round(1000 * self._ask_of.patience.share))

    def _done(self, found: tuple[object, Asked | None, Any]) -> None:
        self._looks.stop()
        self._show_work(False)
        key, asked, answer = found
        if asked is not None:
            self.known = key, asked
        if self._again:
            self._begin()
        elif isinstance(answer, Refused):
            self._refuse(answer)
        elif answer is not None and asked is not None:
            self.answer = answer
            self.said.set_role("text")
            self.show_answer(answer, asked)

    def _refuse(self, why: Refused) -> None:
        self.answer = None
        self.forget()
        self.said.set_role("muted")
        self.said.setText(" ".join(tr(part) for part in (why.message, why.remedy) if part is not None))

    @Slot()
    def give_up(self) -> None:
        """Wait no longer for what is asked."""
        self._waits.stop()
        self._again = False
        if self._ask_of is not None:
            self._ask_of.patience.cancel()

    @property
    def busy(self) -> bool:
        """Whether something is being asked, or will be soon."""
        return self._errand.busy or self._waits.isActive()

    def _show_work(self, on: bool) -> None:
        """The bar keeps its place, so that nothing jumps."""
        self.progress.setVisible(on)
        self.cancel.setVisible(on)

    # ------------------------------------------------------------------ words, saving, coming and going

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.say_look_for(self.look_for)
        self.which.set_choices({SHOWN: tr("as shown"), BEST: tr("best weights")}, tr("Which weights are asked"))
        self._more.set_words(tr("More"))
        self._save_picture.setText(tr("Save the picture…"))
        self._save_values.setText(tr("Save the values…"))
        self.cancel.setText(tr("Cancel"))
        self.cancel.setToolTip(tr("Wait no longer; what is shown stays"))
        self.progress.setAccessibleName(tr("How far the answer is"))
        self.progress.setToolTip(tr("How far the answer is"))

    def say_look_for(self, what: str) -> None:
        """Say what to look for."""
        self.hint.setText(tr("Look for: {what}", what=tr(say(what))))

    def export_png(self, path: str | Path) -> None:
        """Write the picture as it is now; raises OSError when it cannot be written."""
        self.plot().export_png(path)

    def export_svg(self, path: str | Path) -> None:
        """Write the picture as lines and text; raises OSError when it cannot be written."""
        self.plot().export_svg(path)

    def export_csv(self, path: str | Path) -> None:
        """Write the values behind the picture as a table; raises OSError when it cannot be written."""
        self.plot().export_csv(path)

    @Slot()
    def _ask_for_picture(self) -> None:
        from workbench.views.saving import save_picture

        save_picture(self)

    @Slot()
    def _ask_for_values(self) -> None:
        from workbench.views.saving import save_values

        save_values(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what was not asked while nobody looked."""
        super().showEvent(event)
        session = self.tab.session
        if session.state is RunState.PAUSED and session.control is not None:
            session.control.keep()
        if self._stale:
            self.ask_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            if self._errand.busy:
                self._stale = True
            self.give_up()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "_looks"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            if self.answer is not None and self.known is not None:
                self.show_answer(self.answer, self.known[1])
            elif not self.busy:
                self.ask_again()


class ExampleChooser(QObject):
    """Which example is asked about: a part of the data and a number in it, as a chip and a field."""

    def __init__(self, panel: Inquiry):
        super().__init__(panel)
        self.part, self.number = ChoiceChip(), QSpinBox()
        self.number.setFixedHeight(HEIGHT)
        self.number.setRange(1, 1)
        panel.chips.addWidget(self.part)
        panel.chips.addWidget(self.number)
        self.part.chosen.connect(panel.ask_again)
        self.number.valueChanged.connect(panel.ask_again)

    @property
    def row(self) -> int:
        """The row of the part, counted from 0."""
        return self.number.value() - 1

    def offer(self, asked: Asked) -> None:
        """Offer the parts and rows there are."""
        self.retranslate(asked.parts())
        self.number.blockSignals(True)
        self.number.setRange(1, max(asked.count(self.part.value), 1))
        self.number.blockSignals(False)

    def inputs(self, asked: Asked, part: str, row: int) -> dict[str, Any]:
        """The example by Input name, each (1, ...); the last one where there are fewer."""
        part = part if asked.count(part) else asked.parts()[0]
        return asked.rows(part, [min(row, asked.count(part) - 1)])

    def retranslate(self, parts: tuple[str, ...] = ("validation", "test", "training")) -> None:
        """Say everything in the language of the window."""
        words = {"validation": tr("validation"), "test": tr("test"), "training": tr("training")}
        self.part.set_choices({part: words[part] for part in parts}, tr("Which part of the data"))
        self.number.setAccessibleName(tr("Which example"))
        self.number.setToolTip(tr("The number of the example in this part of the data"))


class Strength(QWidget):
    """A slider for a strength, with its sign and its value beside it."""

    def __init__(self, sign: str, most: float, value: float, steps: int = 100):
        super().__init__()
        self._sign, self._unit = sign, most / steps
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, steps)
        self.slider.setValue(round(value / self._unit))
        self.slider.setMinimumWidth(72)
        self.words = Text(size=theme.TEXT_SECONDARY, weight=theme.SEMIBOLD)
        self.words.setMinimumWidth(64)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.slider, 1)
        row.addWidget(self.words)
        self.slider.valueChanged.connect(self._say)
        self._say()

    @property
    def value(self) -> float:
        """The strength."""
        return self.slider.value() * self._unit

    def set_words(self, name: str, tip: str) -> None:
        """Say what it is the strength of."""
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(tip)

    @Slot()
    def _say(self) -> None:
        self.words.setText(f"{self._sign} = {self.value:.3g}" if self._sign else f"{100 * self.value:.0f} %")
