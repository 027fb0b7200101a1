"""The bar under the menu: how the window is laid out, the training and how far it is, the learning rate, the meters."""

from __future__ import annotations

import psutil
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from graphs.edits import SetRecipe
from graphs.message import say
from widgets import theme
from widgets.controls import IconButton, ShareBar, Text, colour, icon
from widgets.fitting_row import FittingRow
from widgets.language import tr
from workbench.durations import duration
from workbench.engine.events import ControlChanged, EpochDone, Progress, RunFailed, RunFinished, RunStarted
from workbench.run_figures import RunFigures
from workbench.session import RunState, Session

LAYOUTS = ("design", "train", "classroom")
_GB = 1e9


def read_rate(text: str) -> float | None:
    """Read a learning rate: a number above 0 and at most 100, or None."""
    try:
        value = float(text.strip().replace("−", "-"))
    except ValueError:
        return None
    return value if 0 < value <= 100 else None


class Meter(QWidget):
    """A name, a value and a thin bar under them."""

    def __init__(self, width: int, parent: QWidget | None = None):
        super().__init__(parent)
        theme.hold_width(self, width)
        self.name = Text(role="muted", size=11)
        self.value = QLabel()
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = ShareBar("muted")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.name)
        row.addWidget(self.value, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        self.restyle()

    def show_value(self, name: str, value: str, share: float) -> None:
        """Show a value and how much of the whole it is."""
        self.name.setText(name)
        self.value.setText(value)
        self.bar.set_share(share)
        self.setAccessibleName(f"{name}: {value}")
        self.setToolTip(f"{name}: {value}")

    def restyle(self) -> None:
        """Take the font for numbers that change."""
        self.value.setFont(theme.number_font(theme.sized(theme.TEXT_HINT)))


class RunBar(QFrame):
    """The bar. It shows what the session tells and presses the actions of the window.

    ``layoutRequested`` carries the layout that was chosen, ``problemsRequested`` that the reason beside the grey button
    was clicked, ``recipeRequested`` that the data or the recipe was.
    """

    layoutRequested = Signal(str)  # noqa: N815 - signals are named as Qt names them
    problemsRequested = Signal()  # noqa: N815
    recipeRequested = Signal()  # noqa: N815
    refused = Signal(str)

    def __init__(self, session: Session, actions: dict[str, QAction], parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("role", "bar")
        theme.hold_height(self, theme.ROW_BAR)
        self.session = session
        self._actions = actions
        self._layout_name = "design"
        self.figures = RunFigures()
        self._count: int | None = None
        self._waiting = False

        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._segments())
        row.addSpacing(8)
        self.train = QPushButton()
        self.train.setProperty("role", "primary")
        self.train.clicked.connect(actions["train"].trigger)
        self.step = QPushButton()
        self.step.clicked.connect(actions["step"].trigger)
        self.stop = QPushButton()
        self.stop.clicked.connect(actions["stop"].trigger)
        for button in (self.train, self.step, self.stop):
            button.setIconSize(QSize(18, 18))
            row.addWidget(button)
        self.reason = QToolButton()
        self.reason.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.reason.setIconSize(QSize(16, 16))
        self.reason.clicked.connect(self.problemsRequested)
        row.addWidget(self.reason)
        row.addSpacing(4)
        self.icons: list[IconButton] = []
        self._icon_box = QWidget()
        icons = QHBoxLayout(self._icon_box)
        icons.setContentsMargins(0, 0, 0, 0)
        icons.setSpacing(6)
        for identity, picture in (("undo", "mdi6.undo"), ("redo", "mdi6.redo"), ("fit", "mdi6.fit-to-screen-outline")):
            tool = IconButton(picture, "text", 18)
            tool.setFixedSize(32, 32)
            tool.setProperty("action", identity)
            tool.clicked.connect(actions[identity].trigger)
            actions[identity].changed.connect(self._follow_actions)
            self.icons.append(tool)
            icons.addWidget(tool)
        row.addWidget(self._icon_box)
        row.addWidget(self._progress_box(), 1)
        self._spring = QWidget()
        self._spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._spring, 1)
        self.rate_label = Text(role="muted", size=12)
        self.rate = QLineEdit()
        theme.hold_width(self.rate, 84)
        self.rate.editingFinished.connect(self._rate_typed)
        self.rate_label.setBuddy(self.rate)
        row.addWidget(self.rate_label)
        row.addWidget(self.rate)
        self.device, self.memory, self.views = Meter(150), Meter(126), Meter(92)
        for meter in (self.device, self.memory, self.views):
            row.addWidget(meter)
        self.data = QToolButton()
        self.data.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.data.setIconSize(QSize(16, 16))
        self.data.clicked.connect(self.recipeRequested)
        row.addWidget(self.data)
        self.recipe = QPushButton()
        self.recipe.setIconSize(QSize(18, 18))
        self.recipe.clicked.connect(self.recipeRequested)
        row.addWidget(self.recipe)

        self._memory_timer = QTimer(self)
        self._memory_timer.setInterval(1000)
        self._memory_timer.timeout.connect(self._measure)
        self.retranslate()
        self.set_layout("design")

    def _segments(self) -> QFrame:
        trough = QFrame()
        trough.setProperty("role", "segmented")
        theme.hold_height(trough, 34)
        inner = QHBoxLayout(trough)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.setSpacing(2)
        group = QButtonGroup(trough)
        self.segments: dict[str, QToolButton] = {}
        for name in LAYOUTS:
            button = QToolButton()
            button.setProperty("role", "segment")
            button.setCheckable(True)
            theme.hold_height(button, 28)
            button.setProperty("layout_name", name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(self._segment_pressed)
            group.addButton(button)
            inner.addWidget(button)
            self.segments[name] = button
        return trough

    def _progress_box(self) -> QWidget:
        self._progress_area = QWidget()
        box = QVBoxLayout(self._progress_area)
        box.setContentsMargins(8, 0, 8, 0)
        box.setSpacing(6)
        self.epoch, self.steps, self.speed, self.left = QLabel(), QLabel(), QLabel(), QLabel()
        words = FittingRow(
            (self.epoch, self.steps), (self.speed, self.left), gives_way=(self.speed, self.left, self.steps)
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        box.addStretch(1)
        box.addWidget(words)
        box.addWidget(self.bar)
        box.addStretch(1)
        return self._progress_area

    # ------------------------------------------------------------------ what it shows

    def set_layout(self, name: str) -> None:
        """Show what the layout of the window needs: progress and meters while training, undo and data while drawing."""
        self._layout_name = name
        self.segments[name].setChecked(True)
        self._arrange()

    def _arrange(self) -> None:
        training, running = self._layout_name == "train", self.session.running
        wide = self.width() >= 1400
        self.stop.setVisible(training or running)
        self._icon_box.setVisible(not training)
        shown = training or running
        self._progress_area.setVisible(shown)
        self._spring.setVisible(not shown)
        self.rate.setVisible(training)
        self.rate_label.setVisible(training)
        self.device.setVisible(training and wide)
        self.memory.setVisible(training)
        self.views.setVisible(training and wide)
        self.data.setVisible(not training)
        self.recipe.setVisible(not training or wide)
        if self.memory.isVisibleTo(self):
            self._memory_timer.start()
            self._measure()
        else:
            self._memory_timer.stop()

    def resizeEvent(self, event: QEvent) -> None:
        """Leave out the meters where there is no room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()

    def set_waiting(self, waiting: bool) -> None:
        """Say that Train was pressed and PyTorch is still being loaded."""
        self._waiting = waiting

    def refresh(self) -> None:
        """Show the project and the state of the training as they are now."""
        state = self.session.state
        running = state is not RunState.IDLE
        words, picture = {
            RunState.RUNNING: (tr("Pause"), "mdi6.pause"),
            RunState.PAUSED: (tr("Go on"), "mdi6.play"),
            RunState.STARTING: (tr("Starting"), "mdi6.play"),
            RunState.STOPPING: (tr("Stopping"), "mdi6.stop"),
        }.get(state, (tr("Train"), "mdi6.play"))
        problem = None if running else self.session.why_not_train
        self.train.setText(words)
        if self._waiting:
            words = tr("Starting")
        # A button that is greyed loses the keyboard, so it stays lit while the training begins, and then does nothing.
        self.train.setEnabled(problem is None and state is not RunState.STOPPING)
        self.train.setIcon(icon(picture, "on_accent" if self.train.isEnabled() else "muted"))
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.train.setToolTip(tr("{words} ({keys})", words=words, keys=keys))
        self.train.setAccessibleName(words)
        self.step.setEnabled(self.train.isEnabled())
        self.stop.setEnabled(running and state is not RunState.STOPPING)
        self.step.setIcon(icon("mdi6.debug-step-over", "text" if self.step.isEnabled() else "muted"))
        self.stop.setIcon(icon("mdi6.stop", "danger" if self.stop.isEnabled() else "muted"))
        count = len(self.session.diagnostics) if problem is not None else 0
        self.reason.setVisible(problem is not None)
        if problem is not None:
            said = (
                tr("1 problem to solve before training")
                if count == 1
                else tr("{n} problems to solve before training", n=count)
            )
            self.reason.setText(said if count else tr("Nothing to train yet"))
            network = self.session.project.network
            where = f"{network.node(problem.node).name}: " if problem.node in network else ""
            self.reason.setToolTip(where + tr(problem.message))
            self.reason.setAccessibleDescription(where + tr(problem.message))
            self.reason.setIcon(icon("mdi6.alert-circle", "danger" if count else "muted"))
            self.reason.setStyleSheet(f"color: {colour('danger' if count else 'muted').name()};")
        self._show_data()
        self._show_rate()
        self._show_progress()
        self._arrange()

    def _show_data(self) -> None:
        chosen = self.session.data_set
        if chosen is None:
            self.data.setText(tr("No data"))
            return
        shape = next(iter(chosen.fields().values())).text
        parts = [tr(say(chosen.title))]
        parts.append(f"{self._count:,} × {shape}" if self._count is not None else shape)
        self.data.setText("  ".join(parts))
        self.data.setToolTip(tr("{examples}. Choose other data in the recipe.", examples=" ".join(parts)))
        self.data.setAccessibleName(tr("Data: {name}", name=" ".join(parts)))

    def set_count(self, count: int | None) -> None:
        """Say how many examples the data has; None while that is not known."""
        self._count = count
        self._show_data()

    def _recipe_rate(self) -> float | None:
        players = self.session.project.recipe.players
        return players[0].optimizer.learning_rate if players else None

    def _show_rate(self, value: float | None = None) -> None:
        if self.rate.hasFocus() and value is None:
            return
        if value is None and self.session.running:
            return
        rate = value if value is not None else self._recipe_rate()
        self.rate.setText(f"{rate:g}" if rate is not None else "")
        self._mark_rate(False)

    def _mark_rate(self, wrong: bool) -> None:
        self.rate.setProperty("wrong", wrong)
        self.rate.style().unpolish(self.rate)
        self.rate.style().polish(self.rate)

    def _show_progress(self) -> None:
        started, progress = self.figures.started, self.figures.progress
        if started is None or progress is None or not self.session.running:
            recipe = self.session.project.recipe
            self.epoch.setText(tr("{n} epochs", n=recipe.epochs))
            for label in (self.epoch, self.steps):
                label.setMinimumWidth(0)
            for label in (self.steps, self.speed, self.left):
                label.setText("")
            self.steps.setText(tr("{n} examples a step", n=recipe.batch_size))
            self.bar.setRange(0, 1)
            self.bar.setValue(0)
            return
        every = f"{started.steps:,}"
        self.epoch.setText(tr("Epoch {n} of {all}", n=progress.epoch, all=started.epochs))
        self.steps.setText(tr("step {n} of {all}", n=f"{progress.step:,}", all=every))
        # Room for the last numbers from the start: nothing moves, and nothing is cut, while they grow.
        self._keep_room(self.epoch, tr("Epoch {n} of {all}", n=started.epochs, all=started.epochs))
        self._keep_room(self.steps, tr("step {n} of {all}", n=every, all=every))
        speed = progress.steps_per_second
        self.speed.setText(tr("{n} steps/s", n=f"{speed:.0f}" if speed >= 10 else f"{speed:.1f}"))
        self.left.setText(tr("{time} left", time=duration(progress.seconds_left)))
        self.bar.setRange(0, max(started.steps, 1))
        self.bar.setValue(progress.step)
        self.bar.setAccessibleName(self.steps.text())

    @staticmethod
    def _keep_room(label: QLabel, widest: str) -> None:
        width = label.fontMetrics().horizontalAdvance(widest) + 4
        if label.minimumWidth() != width:
            label.setMinimumWidth(width)

    def show_session(self, session: Session, figures: RunFigures) -> None:
        """Show another project and what its run has told."""
        if self.rate.hasFocus():
            self.rate.clearFocus()  # what was typed belongs to the project it was typed for
        self.session, self.figures = session, figures
        self._show_rate((figures.rate if session.running else None) or self._recipe_rate())
        self._show_meters()

    def take(self, event: object) -> None:
        """Show what the training tells, which the figures have taken already."""
        match event:
            case RunStarted() | Progress():
                self._show_progress()
                self._show_meters()
            case EpochDone() if self.figures.progress is not None:
                self._show_progress()
            case ControlChanged():
                self._show_rate(self.figures.rate)
            case RunFinished() | RunFailed():
                self._show_rate(None)

    @property
    def views_share(self) -> float:
        """Which share of a step's time the views took, from 0 to 1."""
        return self.figures.views_share

    def _show_meters(self) -> None:
        busy = psutil.cpu_percent(None) / 100
        self.device.show_value(tr("Device"), tr(self.figures.device) if self.figures.device else "–", busy)
        self.views.show_value(tr("Views"), f"{100 * self.views_share:.1f} %", self.views_share)

    @Slot()
    def _measure(self) -> None:
        used, whole = psutil.Process().memory_info().rss, psutil.virtual_memory().total
        words = tr("{used} of {all} GB", used=f"{used / _GB:.1f}", all=f"{whole / _GB:.0f}")
        self.memory.show_value(tr("Memory"), words, used / whole)
        self._show_meters()

    # ------------------------------------------------------------------ what a person does

    @Slot()
    def _segment_pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.layoutRequested.emit(str(sender.property("layout_name")))

    @Slot()
    def _rate_typed(self) -> None:
        value = read_rate(self.rate.text())
        if value is None:
            self._mark_rate(True)
            self.refused.emit(
                tr("A learning rate is a number above 0 and at most 100. It gets “{text}”.", text=self.rate.text())
            )
            return
        self._mark_rate(False)
        if self.session.running:
            self.session.set_learning_rate(value)
            return
        recipe = self.session.project.recipe
        if value == self._recipe_rate():
            return
        players = tuple(
            player.model_copy(update={"optimizer": player.optimizer.model_copy(update={"learning_rate": value})})
            for player in recipe.players
        )
        self.session.do(SetRecipe(recipe.model_copy(update={"players": players})))

    @Slot()
    def _follow_actions(self) -> None:
        for button in self.icons:
            action = self._actions[str(button.property("action"))]
            button.setEnabled(action.isEnabled())
            button.set_words(
                tr(
                    "{words} ({keys})",
                    words=action.text(),
                    keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                )
            )

    # ------------------------------------------------------------------ language and theme

    def retranslate(self) -> None:
        """Set every text, font and icon."""
        self.setAccessibleName(tr("Run bar"))
        self.segments["design"].setText(tr("Design"))
        self.segments["train"].setText(tr("Train"))
        self.segments["design"].setToolTip(tr("Lay the window out for drawing"))
        self.segments["train"].setToolTip(tr("Lay the window out for watching a training"))
        self.segments["train"].setAccessibleName(tr("Train view"))
        self.segments["classroom"].setText(tr("Classroom"))
        self.segments["classroom"].setToolTip(tr("Large type, one view and three buttons, legible from the last row"))
        self.step.setText(tr("Step"))
        self.step.setToolTip(tr("Train on one batch and pause"))
        self.stop.setText(tr("Stop"))
        self.stop.setToolTip(tr("End the training after this batch; it can be continued later"))
        self.recipe.setText(tr("Recipe"))
        self.recipe.setToolTip(tr("Show the data, the optimizer and how long to train"))
        self.recipe.setIcon(icon("mdi6.tune-variant"))
        self.data.setIcon(icon("mdi6.database-outline", "muted"))
        self.rate_label.setText(tr("Learning rate"))
        self.rate.setAccessibleName(tr("Learning rate"))
        self.rate.setToolTip(tr("How long one step is. While it trains, a change holds from the next step on."))
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.bar.setToolTip(tr("How many of the planned steps are done"))
        self.epoch.setFont(theme.number_font(theme.sized(theme.TEXT_SECONDARY), theme.SEMIBOLD))
        for label in (self.steps, self.speed, self.left):
            label.setFont(theme.number_font(theme.sized(theme.TEXT_SECONDARY)))
            label.setProperty("role", "muted")
        # As wide as its longest word in this language, so that Pause stands where Train stood.
        metrics = self.train.fontMetrics()
        words = (tr("Train"), tr("Pause"), tr("Go on"), tr("Starting"), tr("Stopping"))
        self.train.setFixedWidth(max(112, max(metrics.horizontalAdvance(word) for word in words) + 64))
        for meter in (self.device, self.memory, self.views):
            meter.restyle()
        self.refresh()
        self._show_meters()
        self._follow_actions()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_memory_timer"):
            self.retranslate()
