"""The layout for a classroom: the drawing, one live view and three large buttons, legible from the last row.

It lies over the whole window, borrows the canvas and a card of the live views, and gives them back when it is left. The
card is magnified as a whole, so that every word and number in it grows alike.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsProxyWidget,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from widgets import icons, theme
from widgets.controls import Text, colour
from widgets.language import tr
from workbench.durations import duration
from workbench.engine.events import EpochDone, Progress, RunStarted, Scalars
from workbench.engine.faults import FolderError
from workbench.engine.runs import Run
from workbench.metric_words import percent
from workbench.session import RunState
from workbench.settings import Language

if TYPE_CHECKING:
    from workbench.window import Window

MAGNIFIED = 1.75
"""How much larger the live view is than at a desk."""
NODE_ZOOM = 1.9
"""The zoom at which the name of a node is 25 pixels high."""
BUTTON = 60
_BASE, _SMALL, _TITLE = 22, 19, 30
_RING = 28


class Magnified(QGraphicsView):
    """Shows one widget larger than it is; it is laid out for the room that is left at that size."""

    def __init__(self, factor: float, parent: QWidget | None = None):
        super().__init__(parent)
        self._factor = factor
        self._proxy: QGraphicsProxyWidget | None = None
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.scale(factor, factor)

    def take(self, widget: QWidget) -> None:
        """Show a widget that belongs to nobody at the moment."""
        self._proxy = self.scene().addWidget(widget)
        self._fit()
        widget.show()

    def give(self) -> QWidget | None:
        """Let the widget go again."""
        if self._proxy is None:
            return None
        widget = self._proxy.widget()
        self._proxy.setWidget(None)  # type: ignore[arg-type]
        self.scene().removeItem(self._proxy)
        self._proxy = None
        return widget

    def _fit(self) -> None:
        room = QRectF(0, 0, self.viewport().width() / self._factor, self.viewport().height() / self._factor)
        self.setSceneRect(room)
        if self._proxy is not None:
            self._proxy.setGeometry(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widget has as much room as there is."""
        super().resizeEvent(event)
        self._fit()


class Number(QWidget):
    """A key number and its name above it."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Text(role="classroom_muted", size=_SMALL)
        self.value = Text("–", size=_TITLE, weight=600)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.name, self.value):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label)


class Classroom(QWidget):
    """Covers the window until it is left. Space pauses, → steps, S stops, V shows the next view, T changes the theme,
    L draws a ring round the mouse, Escape leaves."""

    left = Signal()

    def __init__(self, window: Window):
        super().__init__(window)
        self._main = window
        self._epochs = window.session.project.recipe.epochs
        self._place = 0
        self._card: QWidget | None = None
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.title = Text(size=_TITLE, weight=600, elide=True)
        self.next_view, self.english, self.chinese, self.scheme, self.leave_button = (QPushButton() for _ in range(5))
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 12)
        head.setSpacing(12)
        self.picture = QLabel()
        head.addWidget(self.picture)
        head.addWidget(self.title, 1)
        for button in (self.next_view, self.chinese, self.english, self.scheme, self.leave_button):
            head.addWidget(button)
        self.view = Magnified(MAGNIFIED)
        self.drawing = QVBoxLayout()
        self.drawing.setContentsMargins(0, 0, 0, 0)
        self.toggle, self.step, self.stop = QPushButton(), QPushButton(), QPushButton()
        self.toggle.setProperty("role", "primary")
        self.progress_words, self.time_left = Text(size=_SMALL, weight=600), Text(role="classroom_muted", size=_SMALL)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        words = QHBoxLayout()
        words.addWidget(self.progress_words, 1)
        words.addWidget(self.time_left)
        progress = QVBoxLayout()
        progress.addStretch(1)
        progress.addLayout(words)
        progress.addWidget(self.bar)
        progress.addStretch(1)
        self.loss, self.accuracy = Number(), Number()
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(16)
        for button in (self.toggle, self.step, self.stop):
            foot.addWidget(button)
        foot.addLayout(progress, 1)
        foot.addWidget(self.loss)
        foot.addWidget(self.accuracy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self.drawing, 2)
        room = QHBoxLayout()
        room.setContentsMargins(16, 12, 16, 0)
        room.addWidget(self.view)
        column.addLayout(room, 3)
        column.addLayout(foot)
        actions = window.actions_table
        for button, action in (
            (self.toggle, "train"), (self.step, "step"), (self.stop, "stop"),
            (self.english, "english"), (self.chinese, "chinese"),
        ):  # fmt: skip
            button.clicked.connect(actions[action].trigger)
        self.next_view.clicked.connect(self.show_next)
        self.scheme.clicked.connect(self._other_scheme)
        self.leave_button.clicked.connect(self.leave)
        for button in self._buttons():
            # A click leaves the keyboard where it was, so that Space goes on meaning Pause.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.next_view, self.english, self.chinese, self.scheme, self.leave_button,
            self.toggle, self.step, self.stop,
        )  # fmt: skip

    # ------------------------------------------------------------------ coming and going

    def enter(self) -> None:
        """Cover the window, with the drawing so large that its names can be read."""
        window = self._main
        window.open_views()
        canvas = window.canvas
        self._policy = canvas.view.focusPolicy()
        canvas.set_map_visible(False)
        canvas.legend.hide()  # its words are too small for the last row
        canvas.legend.installEventFilter(self)
        canvas.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.drawing.addWidget(canvas)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        window.session.events.connect(self.take)
        window.session.changed.connect(self.refresh)
        window.session.replaced.connect(self.leave)
        self._place = 0
        self._recall()
        self._say_progress()
        self.show()
        self.raise_()
        self._show_card()
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        window.stop_fitting()
        # When the canvas has the size it will have here.
        QTimer.singleShot(0, self, self.look)

    @Slot()
    def look(self) -> None:
        """Show what is selected, or where the network begins, so large that names are 25 pixels high."""
        canvas = self._main.canvas
        self.layout().activate()  # type: ignore[union-attr]
        nodes = canvas.view.drawing.picture.nodes
        if not nodes:
            return
        canvas.fit_now()
        if canvas.zoom() < NODE_ZOOM:
            left = canvas.view.drawing.bounds()[0]
            chosen = self._main.selection[-1:] or (min(nodes, key=lambda n: canvas.scene_position_of(n.id).x()).id,)
            room = canvas.view.viewport().size() / NODE_ZOOM
            box = canvas.view.drawing.bounds(chosen)
            middle = QPointF((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            if not self._main.selection:
                middle.setX(max(middle.x(), left - 16 + room.width() / 2))
            canvas.set_zoom(NODE_ZOOM)
            canvas.view.centerOn(middle)

    @Slot()
    def leave(self) -> None:
        """Give everything back and uncover the window."""
        if self.isHidden():
            return
        window = self._main
        window.removeEventFilter(self)
        window.session.events.disconnect(self.take)
        window.session.changed.disconnect(self.refresh)
        window.session.replaced.disconnect(self.leave)
        self._return_card()
        window.canvas.view.setFocusPolicy(self._policy)
        window.canvas.legend.removeEventFilter(self)
        window.canvas.legend.retranslate()
        window.middle.addWidget(window.canvas, 1)
        window.canvas.set_map_visible(window.settings.minimap)
        self._set_ring(False)
        self.hide()
        window.canvas.view.setFocus(Qt.FocusReason.OtherFocusReason)
        window.fit_now()
        self.left.emit()

    # ------------------------------------------------------------------ the one view

    @property
    def card(self) -> QWidget | None:
        """The live view that is shown."""
        return self._card

    def _show_card(self) -> None:
        names = tuple(self._main.views.cards)
        if names:
            self._card = self._main.views.lend(names[self._place % len(names)])
            self.view.take(self._card)
            # The news of another language goes to windows and what is in them, and it may have gone out before the
            # card was lent.
            QCoreApplication.sendEvent(self._card, QEvent(QEvent.Type.LanguageChange))

    def _return_card(self) -> None:
        if self.view.give() is not None and self._card is not None:
            self._main.views.take_back(self._card)
        self._card = None

    @Slot()
    def show_next(self) -> None:
        """Show the next live view of the project."""
        self._return_card()
        self._place += 1
        self._show_card()

    # ------------------------------------------------------------------ what it shows

    def _recall(self) -> None:
        """Show the last numbers of the run that is open; the next ones may be long in coming."""
        for number in (self.loss, self.accuracy):
            number.value.setText("–")
        folder = self._main.session.run_folder
        if folder is None or not Run.exists(folder):
            return
        try:
            run = Run.open(folder)
        except FolderError:
            return  # the training itself tells what is wrong with its folder
        with run:
            if run.meta("title") != self._main.session.project.title:
                return  # the run of a project that was open before
            losses = [tag for tag in run.tags() if tag.startswith("train/loss")]
            for number, tags, write in (
                (self.loss, losses, lambda value: f"{value:.3g}"),
                (self.accuracy, [tag for tag in run.tags() if tag == "val/accuracy"], percent),
            ):
                if tags and len(values := run.scalars(tags[0])[1]):
                    number.value.setText(write(float(values[-1])))

    def _say_progress(self) -> None:
        """Say how far the training is, in the language of the window."""
        figures = self._main.tab.figures
        if self._main.session.running and figures.started is not None and figures.progress is not None:
            self.take(figures.started)
            self.take(figures.progress)
            return
        self.bar.setValue(0)
        for words in (self.progress_words, self.time_left):
            words.setText("")

    def take(self, event: object) -> None:
        """Show the numbers of the training."""
        match event:
            case RunStarted():
                self.bar.setRange(0, max(1, event.steps))
                self._epochs = event.epochs
                self._recall()
            case Progress():
                self.bar.setRange(0, max(self.bar.maximum(), event.step))
                self.bar.setValue(event.step)
                self.progress_words.setText(tr("Epoch {n} of {all}", n=event.epoch, all=self._epochs))
                known = math.isfinite(event.seconds_left)
                self.time_left.setText(tr("{time} left", time=duration(event.seconds_left)) if known else "")
            case Scalars() if "train/loss" in event.values:
                self.loss.value.setText(f"{float(event.values['train/loss'][-1]):.3g}")
            case EpochDone() if "accuracy" in event.validation:
                self.accuracy.value.setText(percent(event.validation["accuracy"]))

    @Slot()
    def refresh(self) -> None:
        """Say what the buttons do now."""
        state = self._main.session.state
        words, picture = {
            RunState.RUNNING: (tr("Pause"), "mdi6.pause"),
            RunState.PAUSED: (tr("Go on"), "mdi6.play"),
            RunState.STARTING: (tr("Starting"), "mdi6.play"),
            RunState.STOPPING: (tr("Stopping"), "mdi6.stop"),
        }.get(state, (tr("Train"), "mdi6.play"))
        self._dress(self.toggle, words, tr("Space"), picture, "on_accent", tr("Start the training, pause it, or go on"))
        self._dress(self.step, tr("Step"), "→", "mdi6.debug-step-over", "text", tr("Train on one batch and pause"))
        tip = tr("End the training after this batch; it can be continued later")
        self._dress(self.stop, tr("Stop"), "S", "mdi6.stop", "danger", tip)
        self.stop.setEnabled(self._main.session.running and state is not RunState.STOPPING)
        self.title.setText(tr(self._main.session.heading))
        if not self._main.session.running and not self.progress_words.full_text:
            self.progress_words.setText(tr("{n} epochs", n=self._main.session.project.recipe.epochs))

    @staticmethod
    def _dress(button: QPushButton, words: str, key: str, picture: str, token: str, tip: str) -> None:
        button.setText(f"{words}  {key}" if key else words)
        button.setFont(theme.ui_font(_BASE, theme.MEDIUM))
        # The style sheet of buttons names sizes of its own.
        button.setStyleSheet(f"font-size: {_BASE}px; padding: 0 18px; min-height: {BUTTON - 2}px;")
        if picture:
            button.setIcon(icons.icon(picture, token, 26))
            button.setIconSize(QSize(26, 26))
        button.setToolTip(tip)
        button.setAccessibleName(words)

    def retranslate(self) -> None:
        """Set every text, icon and colour."""
        self.setAccessibleName(tr("Classroom"))
        self.setToolTip("")
        self.view.setAccessibleName(tr("Live view"))
        self._dress(self.next_view, tr("Next view"), "V", "mdi6.eye-outline", "text", tr("Show another live view"))
        chosen = self._main.settings.language
        for button, language in ((self.english, Language.ENGLISH), (self.chinese, Language.CHINESE)):
            tip = tr("Show everything in English") if language is Language.ENGLISH else tr("Show everything in Chinese")
            self._dress(button, language.value, "", "", "", tip)
            button.setCheckable(True)
            button.setChecked(language is chosen)
        tip = tr("Change between light and dark: light for a bright room")
        self._dress(self.scheme, tr("Theme"), "T", "mdi6.theme-light-dark", "text", tip)
        tip = tr("Go back to the window as it was")
        self._dress(self.leave_button, tr("Leave"), "Esc", "mdi6.close", "text", tip)
        self.loss.name.setText(tr("Loss"))
        self.accuracy.name.setText(tr("Accuracy"))
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.bar.setToolTip(tr("How many of the planned steps are done"))
        self._say_progress()
        self.picture.setPixmap(icons.pixmap("mdi6.human-male-board", "accent", 30))
        self.view.setBackgroundBrush(colour("window"))
        self.refresh()

    # ------------------------------------------------------------------ keys, mouse, size

    @Slot()
    def _other_scheme(self) -> None:
        self._main.actions_table["light" if theme.current().dark else "dark"].trigger()

    def _set_ring(self, on: bool) -> None:
        self._ring = on
        if not on:
            self.unsetCursor()
            self._main.canvas.view.viewport().unsetCursor()
            return
        picture = QPixmap(_RING + 4, _RING + 4)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), 3))
        painter.drawEllipse(QRectF(2, 2, _RING, _RING))
        painter.end()
        cursor = QCursor(picture)
        for widget in (self, self._main.canvas.view.viewport(), self.view.viewport()):
            widget.setCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the buttons do, by the keys that are written on them."""
        actions = self._main.actions_table
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Space:
                actions["train"].trigger()
            case Qt.Key.Key_Right:
                actions["step"].trigger()
            case Qt.Key.Key_S:
                actions["stop"].trigger()
            case Qt.Key.Key_V:
                self.show_next()
            case Qt.Key.Key_T:
                self._other_scheme()
            case Qt.Key.Key_L:
                self._set_ring(not self._ring)
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stay as large as the window; the legend of the drawing stays away."""
        if event.type() is QEvent.Type.Show and watched is self._main.canvas.legend:
            QTimer.singleShot(0, self._main.canvas.legend, self._hide_legend)
        if event.type() is QEvent.Type.Resize and watched is self._main:
            self.setGeometry(self._main.rect())
        return False

    @Slot()
    def _hide_legend(self) -> None:
        if not self.isHidden():
            self._main.canvas.legend.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour of bars, so that nothing of the window shines through."""
        QPainter(self).fillRect(self.rect(), colour("window"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self.isVisible():
            self.retranslate()
