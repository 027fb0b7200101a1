"""The card every live view is: a header with its name and chips, a line on what to look for, and the picture.

A view draws events of a training and nothing else: it never changes the project and never asks the training anything.
Whatever arrives while it is hidden or frozen is kept and drawn when it is seen again. Its picture is made when it is
first needed, since what draws plots takes longer to load than the window may take to open.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from graphs.message import Message
from widgets import theme
from widgets.controls import IconButton, Text
from widgets.language import tr
from workbench.engine.events import Event, Progress, RunFinished, RunStarted, Sample, Scalars
from workbench.engine.runs import Run
from workbench.views.comparable import Comparable
from workbench.views.history import Held, History, recorded

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot
    from workbench.session import Session
    from workbench.views.ring import Ring

HEADER = 36
"""The height of a card's header in logical pixels."""

PREPARED_AFTER = 250
"""Milliseconds from a view's first showing until its picture is made, unless numbers come earlier."""

NARROW = 430
"""Below this width of a card, in logical pixels, what stands side by side goes below or gives way."""


class View(Comparable, QFrame):
    """One live view. Subclasses say what they are, build a picture, and take numbers and samples.

    ``name`` is its id, ``title`` its English name (the key of its translation), ``chinese`` its name in Chinese,
    ``look_for`` one sentence on what there is to see, ``waiting`` what stands here before the first value, ``icon`` its
    Material icon, ``probe`` the name of the probe whose samples it draws, ``remembered`` how many samples it keeps.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    chinese: ClassVar[str]
    look_for: ClassVar[str]
    waiting: ClassVar[str]
    icon: ClassVar[str]
    probe: ClassVar[str] = ""
    remembered: ClassVar[int] = 240
    follows_steps: ClassVar[bool] = False
    """Whether numbers by step and the present step change the picture, not only the samples of its probe."""

    expanded = Signal(bool)
    """This view shall fill the place of all views, or give it back."""

    def __init__(self, session: Session | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.session = session
        self.history = History(self.remembered)
        self.planned: int | None = None
        self._now: int | None = None
        self._back: int | None = None
        self._ring: Ring | None = None
        self._held = Held(self.remembered)
        self._frozen = self._stale = False
        self._siblings: list[View] = []
        self._picture: QWidget | None = None
        self._built = False
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

        self._heading = Text(size=theme.TEXT_BASE, weight=theme.SEMIBOLD, elide=True)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.GAP_SMALL)
        self._expand = IconButton("mdi6.arrow-expand")
        self._expand.setCheckable(True)
        self._expand.toggled.connect(self._toggle_expanded)
        self._more = IconButton("mdi6.dots-vertical")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._build_menu()
        header = self.header = QWidget()
        theme.hold_height(header, HEADER)
        row = QHBoxLayout(header)
        row.setContentsMargins(theme.CARD_PADDING, 4, 6, 0)
        row.setSpacing(theme.GAP_TINY)
        row.addWidget(self._heading, 1)
        row.addLayout(self._chips)
        row.addSpacing(theme.GAP_TINY)
        row.addWidget(self._expand)
        row.addWidget(self._more)

        self._hint = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.figure = Text(role="text", size=theme.TEXT_SECONDARY, weight=theme.SEMIBOLD)
        """One number of the view that says most, beside the line on what to look for."""
        self.figure_name = Text(role="muted", size=theme.TEXT_SECONDARY)
        number = QHBoxLayout()
        number.setSpacing(theme.GAP_SMALL)
        number.addWidget(self.figure_name)
        number.addWidget(self.figure)
        number.addStretch(0)
        self._under = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._under.setContentsMargins(theme.CARD_PADDING, 0, theme.CARD_PADDING, 0)
        self._under.setSpacing(theme.GAP_TINY)
        self._under.addWidget(self._hint, 1)
        self._under.addLayout(number)
        self._under.setAlignment(number, Qt.AlignmentFlag.AlignTop)
        self.set_figure("", "")

        self._pages = QStackedWidget()
        self._message = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setContentsMargins(theme.GAP_HUGE, 0, theme.GAP_HUGE, theme.GAP_LARGE)
        self._pages.addWidget(self._message)

        layout = QVBoxLayout(self)
        # A card is never so low that its picture cannot be read.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        layout.setContentsMargins(1, 0, 1, theme.GAP)
        layout.setSpacing(2)
        layout.addWidget(header)
        layout.addLayout(self._under)
        self._pages.setContentsMargins(theme.GAP_SMALL, 0, 0, 0)
        layout.addWidget(self._pages, 1)
        self._built = True
        self.retranslate()

    # -- what a view is ----------------------------------------------------------------------------------------------

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        """Say what the network would need for there to be something to show; None when it has it."""
        return None

    def build(self) -> QWidget:
        """Make the picture, once, when it is first needed; chips are added with `add_chip`."""
        raise NotImplementedError

    def more_menu(self, menu: QMenu) -> None:
        """Add to the menu of the card what only this view can do; called before the picture is made."""

    def name_parts(self) -> None:
        """Say everything in the picture and on the chips again in the language of the window."""

    def plot(self) -> Plot:
        """The plot whose values and picture are exported."""
        raise NotImplementedError

    def has_data(self) -> bool:
        """Whether something has arrived that can be drawn."""
        return self.history.latest is not None

    def forget(self) -> None:
        """Let go of everything drawn: a new run begins."""
        raise NotImplementedError

    def draw(self) -> None:
        """Bring the picture up to date; called at most ten times a second, and only while the view can be seen."""
        raise NotImplementedError

    def begin(self, event: RunStarted) -> None:
        """Be told that a run begins, after everything of the last one was forgotten."""

    def take_scalars(self, event: Scalars) -> None:
        """Take numbers by step; drawing comes later."""

    def take_sample(self, event: Sample) -> None:
        """Take a sample of this view's probe, which is the newest in ``history`` already; drawing comes later."""

    def finish(self, event: RunFinished) -> None:
        """Be told that the run ended well."""

    def follow(self, nodes: Iterable[int]) -> None:
        """Be told which nodes are selected in the drawing: a view of one node shows that one."""

    def retranslate(self) -> None:
        """Say everything again in the language of the window."""
        title = tr(self.title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(tr(self.look_for))
        self._heading.setText(title)
        self._hint.setText(tr("Look for: {what}", what=tr(self.look_for)))
        self._expand.set_words(tr("Show smaller") if self._expand.isChecked() else tr("Show larger"))
        self._more.set_words(tr("More"))
        self._freeze.setText(tr("Freeze the picture"))
        self._save_picture.setText(tr("Save the picture…"))
        self._save_values.setText(tr("Save the values…"))
        if self._picture is not None:
            self.name_parts()
        self.show_state()

    # -- what everybody may call -------------------------------------------------------------------------------------

    @property
    def step(self) -> int | None:
        """The step that is shown: the present one, or an earlier one that a person looks back to."""
        return self._now if self._back is None else self._back

    @property
    def looks_back(self) -> bool:
        """Whether an earlier step is shown than the present one."""
        return self._back is not None

    def look_back(self, step: int | None) -> None:
        """Show the run as it was after a step, or with None as it is now; what comes meanwhile is kept.

        ``history`` and ``step`` answer as if the run had come no further: a view that draws these does nothing for it.
        """
        if step == self._back:
            return
        if (step is None) != (self._back is None):
            self._put_ring(step is not None)
        self._back = self.history.until = step
        self._stale = True

    def is_empty(self) -> bool:
        """Whether nothing has arrived yet that could be drawn."""
        return self._picture is None or not self.has_data()

    @property
    def prepared(self) -> bool:
        """Whether its picture has been made."""
        return self._picture is not None

    @Slot()
    def prepare(self) -> None:
        """Make the picture if there is none yet; it takes some tenths of a second the first time in a program."""
        if self._picture is None:
            self._picture = self.build()
            self._pages.addWidget(self._picture)
            self.name_parts()

    def take(self, event: Event) -> None:
        """Receive an event of the training. Nothing is drawn before `refresh`."""
        if self._frozen:
            self._held.add(event)
        else:
            self._receive(event)

    def refresh(self) -> bool:
        """Draw what has arrived since the last time, if anybody can see it; whether there was something to draw."""
        if not self._stale or self._frozen or not self.isVisible():
            return False
        self._stale = False
        self.prepare()  # a change of language or theme may come before the picture has been made
        self.draw()
        self.show_state()
        return True

    def clear(self) -> None:
        """Forget the run: another project is open, or a new training begins."""
        self._held.release()
        self.history.clear()
        self.planned = self._now = None
        self.look_back(None)
        self.set_figure("", "")
        if self._picture is not None:
            self.forget()
        self._stale = True
        self.show_state()

    def show_run(self, run: Run, last: int | None = None) -> None:
        """Draw a run that was recorded, up to step ``last``."""
        self.set_frozen(False)
        back = self._back
        self.clear()
        self.planned = int(run.meta("steps", 0)) or None
        for event in recorded(run, self.probe, last):
            self.take(event)
        self.look_back(back)
        self.refresh()

    def show_state(self) -> None:
        """Show the picture, or what is missing for one; the project may have changed since the last time."""
        if not self._built:
            return
        empty = self.is_empty()
        if empty:
            lacking = self.fits(self.session.project) if self.session is not None else None
            self._message.setText(tr(self.waiting) if lacking is None else tr(lacking))
        self._pages.setCurrentIndex(0 if empty else 1)
        for action in (self._save_picture, self._save_values, self._freeze):
            action.setEnabled(not empty)

    def set_frozen(self, frozen: bool) -> None:
        """Keep the picture as it is while data go on arriving, or go on with all that has arrived since."""
        self._freeze.setChecked(frozen)
        if frozen == self._frozen:
            return
        self._frozen = frozen
        if not frozen:
            for event in self._held.release():
                self._receive(event)
        self._title()
        self.refresh()

    @property
    def frozen(self) -> bool:
        """Whether the picture is kept as it is."""
        return self._frozen

    @property
    def message(self) -> str:
        """What stands in the place of the picture, or nothing while there is a picture."""
        return self._message.full_text if self._pages.currentIndex() == 0 else ""

    @property
    def menu(self) -> QMenu:
        """The menu of the card."""
        return self._more.menu()

    def set_apart(self, apart: bool) -> None:
        """Be told whether it lies in a place of its own, where there are no others to be larger than."""
        if apart:
            self._expand.setChecked(False)
        self._expand.setVisible(not apart)

    def set_figure(self, name: str, value: str) -> None:
        """Show the one number that says most, with its name; nothing where there is none."""
        self.figure_name.setText(name)
        self.figure.setText(value)
        self.figure_name.setVisible(bool(name))
        self.figure.setVisible(bool(value))

    def add_chip(self, chip: QToolButton) -> None:
        """Put a chip into the header, after those that are there."""
        self._chips.addWidget(chip)

    def export_png(self, path: str | Path) -> None:
        """Write the picture as it is now; raises OSError when it cannot be written."""
        self.prepare()
        self.plot().export_png(path)

    def export_svg(self, path: str | Path) -> None:
        """Write the picture as lines and text; raises OSError when it cannot be written."""
        self.prepare()
        self.plot().export_svg(path)

    def export_csv(self, path: str | Path) -> None:
        """Write the values behind the picture as a table; raises OSError when it cannot be written."""
        self.prepare()
        self.plot().export_csv(path)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _receive(self, event: Event) -> None:
        self.prepare()
        match event:
            case RunStarted():
                self.clear()
                self.planned = event.steps
                self.begin(event)
            case Scalars() if len(event.steps):
                self._now = max(self._now or 0, int(event.steps[-1]))
                self.take_scalars(event)
                if not self.follows_steps:
                    return
            case Sample() if event.probe == self.probe:
                self._now = max(self._now or 0, event.step)
                self.history.add(event)
                self.take_sample(event)
                if self._back is not None and not self.follows_steps:
                    return  # the picture of an earlier step stays as it is
            case Progress():
                self._now = event.step
                if not self.follows_steps:
                    return
            case RunFinished():
                self._now = event.steps
                self.finish(event)
            case _:
                return
        self._stale = True

    @Slot(str)
    @Slot(int)
    def draw_again(self, choice: str | int = "") -> None:
        """Draw what is there once more: a chip, a slider or a click chose another part of it."""
        self._stale = True
        self.refresh()

    def _put_ring(self, around: bool) -> None:
        """Put a line round a picture of the past, or take it away."""
        if around:
            from workbench.views.ring import Ring

            self._ring = Ring(self)
        elif self._ring is not None:
            self._ring.leave()
            self._ring = None

    def _build_menu(self) -> None:
        menu = QMenu(self._more)
        self._freeze = QAction(self, checkable=True)
        self._freeze.toggled.connect(self._freeze_toggled)
        self._save_picture = QAction(self)
        self._save_picture.triggered.connect(self._ask_for_picture)
        self._save_values = QAction(self)
        self._save_values.triggered.connect(self._ask_for_values)
        menu.addAction(self._freeze)
        menu.addSeparator()
        menu.addAction(self._save_picture)
        menu.addAction(self._save_values)
        self.more_menu(menu)
        self._more.setMenu(menu)

    def _title(self) -> None:
        title = tr(self.title)
        self._heading.setText(tr("{title} (frozen)", title=title) if self._frozen else title)

    @Slot(bool)
    def _freeze_toggled(self, on: bool) -> None:
        self.set_frozen(on)

    @Slot(bool)
    def _toggle_expanded(self, on: bool) -> None:
        """Hide the other views of the same place, or show again those that were hidden for this one."""
        parent = self.parentWidget()
        if on and parent is not None:
            others = parent.findChildren(View, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._siblings = [other for other in others if other is not self and other.isVisibleTo(parent)]
            for other in self._siblings:
                other.hide()
        else:
            for other in self._siblings:
                other.show()
            self._siblings = []
        self._expand.set_words(tr("Show smaller") if on else tr("Show larger"))
        self.expanded.emit(on)

    @Slot()
    def _ask_for_picture(self) -> None:
        from workbench.views.saving import save_picture

        save_picture(self)

    @Slot()
    def _ask_for_values(self) -> None:
        from workbench.views.saving import save_values

        save_values(self)

    # -- Qt

    def hasHeightForWidth(self) -> bool:
        """Say no, though the line under the header wraps: a column of cards shares its height among them evenly."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the number under the sentence where there is no room beside it."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._under.setDirection(beside if self.width() >= NARROW else below)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what arrived while nobody looked."""
        super().showEvent(event)
        if self._picture is None:
            # After the window has come up, and before the first number does.
            QTimer.singleShot(PREPARED_AFTER, self, self.prepare)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the place back when a large view is closed."""
        super().hideEvent(event)
        if not event.spontaneous() and self._siblings:
            self._expand.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not self._built:
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._title()
            self._stale = True
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self._stale = self._stale or not self.is_empty()
            self.refresh()
