"""The few windows that ask or tell before anything else may happen: 480 wide, verbs on buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.controls import Picture, Text
from widgets.language import tr

WIDTH = 480


@dataclass(frozen=True)
class Answer:
    """A button of a question. ``name`` is what `ask` returns, ``text`` the verb on it, ``tip`` what comes of it.

    The ``primary`` one, always one that loses nothing, is the default; the one that ``leaves`` is what Escape answers.
    """

    name: str
    text: str
    primary: bool = False
    leaves: bool = False
    tip: str = ""

    @property
    def teaches(self) -> str:
        """What its tool tip says; where nothing more is to be said, which key does the same."""
        if self.tip:
            return self.tip
        if self.leaves:
            return tr("Leaves everything as it is; Esc does the same")
        return tr("Enter does the same")


class Dialog(QDialog):
    """A question or a piece of news: title as a sentence, at most three lines, verbs. Escape leaves."""

    def __init__(
        self,
        title: str,
        body: str,
        answers: Sequence[Answer],
        parent: QWidget | None = None,
        icon: tuple[str, str] | None = None,
    ):
        super().__init__(parent)
        self.answer = ""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(WIDTH)
        head = QHBoxLayout()
        head.setSpacing(12)
        if icon is not None:
            head.addWidget(Picture(icon[0], icon[1], 20), 0, Qt.AlignmentFlag.AlignTop)
        self.title = Text(title, size=20, weight=600, wrap=True)
        head.addWidget(self.title, 1)
        self.body = Text(body, wrap=True)
        self.body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.buttons: dict[str, QPushButton] = {}
        self._leave = next((answer.name for answer in answers if answer.leaves), answers[-1].name)
        for answer in answers:
            button = QPushButton(answer.text)
            button.setToolTip(answer.teaches)
            button.setMinimumHeight(32)
            button.setMinimumWidth(88)
            button.setProperty("role", "primary" if answer.primary else "")
            button.setAutoDefault(False)
            button.setDefault(answer.primary)
            button.setProperty("answer", answer.name)
            button.clicked.connect(self._answered)
            self.buttons[answer.name] = button
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.body)
        self.body.setVisible(bool(body))
        layout.addLayout(self.content)
        layout.addSpacing(4)
        layout.addLayout(row)
        for answer in answers:
            if answer.primary:
                self.buttons[answer.name].setFocus()

    @Slot()
    def _answered(self) -> None:
        sender = self.sender()
        self.answer = str(sender.property("answer")) if sender is not None else self._leave
        self.accept()

    def reject(self) -> None:
        """Escape and the window's cross leave without doing anything."""
        self.answer = self._leave
        super().reject()

    def ask(self) -> str:
        """Show it, wait, and return the name of the answer."""
        self.exec()
        return self.answer or self._leave


def tell(parent: QWidget | None, title: str, body: str) -> None:
    """Say that something could not be done, and why."""
    answers = [Answer("close", tr("Close"), primary=True)]
    Dialog(title, body, answers, parent, ("mdi6.alert-circle", "danger")).ask()


def ask_save(parent: QWidget | None, name: str) -> str:
    """Ask what becomes of unsaved work: ``save``, ``discard`` or ``cancel``."""
    answers = [
        Answer("discard", tr("Discard"), tip=tr("Closes it; what was changed since it was saved is lost")),
        Answer("cancel", tr("Cancel"), leaves=True),
        Answer("save", tr("Save"), primary=True),
    ]
    title = tr("Save {name} before it closes?", name=name)
    return Dialog(title, tr("What you changed since it was last saved would be lost."), answers, parent).ask()


def ask_stop(parent: QWidget | None, name: str) -> str:
    """Ask what becomes of a training when its window closes: ``stop`` or ``cancel``."""
    kept = tr("Its run is kept and can be continued later")
    answers = [
        Answer("cancel", tr("Keep training"), primary=True, leaves=True),
        Answer("stop", tr("Stop and close"), tip=kept),
    ]
    title = tr("{name} is still training", name=name)
    body = tr("It stops after this batch and is kept. Run, Continue last run goes on from there, to the same numbers.")
    return Dialog(title, body, answers, parent).ask()


def ask_other_run(parent: QWidget | None, other: str, name: str) -> str:
    """Ask what to do when something else is trained already: ``stop`` it, ``show`` it, or ``cancel``."""
    answers = [
        Answer("cancel", tr("Let it train"), primary=True, leaves=True),
        Answer("show", tr("Show it"), tip=tr("Brings its tab to the front")),
        Answer("stop", tr("Stop it and train this one"), tip=tr("Its run is kept and can be continued later")),
    ]
    title = tr("{name} is still training", name=other)
    body = tr(
        "One network is trained at a time. When {other} is stopped, its run is kept, and {name} begins.",
        other=other, name=name,
    )  # fmt: skip
    return Dialog(title, body, answers, parent).ask()


def ask_open_run(parent: QWidget | None, name: str) -> str:
    """Ask what to do when the last run trained another drawing than the open one: ``open`` or ``cancel``."""
    answers = [
        Answer("cancel", tr("Cancel"), leaves=True),
        Answer("open", tr("Open it and go on"), primary=True),
    ]
    title = tr("The last run trained another drawing")
    body = tr(
        "It trained {name} as it was then; its weights fit only that. The drawing that is open now is a different one.",
        name=name,
    )
    return Dialog(title, body, answers, parent).ask()


def ask_recover(parent: QWidget | None, names: Sequence[str], when: str) -> str:
    """Offer the projects that an interrupted session left behind: ``recover``, ``discard`` or ``later``."""
    answers = [
        Answer("discard", tr("Discard"), tip=tr("Removes what was kept, for good")),
        Answer("later", tr("Later"), leaves=True, tip=tr("It stays kept and is offered again at the next start")),
        Answer("recover", tr("Recover"), primary=True),
    ]
    if len(names) == 1:
        title = tr("Recover {name}?", name=names[0])
        body = tr("Workbench ended before this was saved. It was kept on {when}.", when=when)
    else:
        title = tr("Recover {n} projects?", n=len(names))
        body = tr(
            "Workbench ended before they were saved; they were kept until {when}: {names}.",
            when=when, names=", ".join(names),
        )  # fmt: skip
    return Dialog(title, body, answers, parent, ("mdi6.history", "accent")).ask()


def ask_queue(parent: QWidget | None, title: str, others: int) -> str:
    """Offer to go on with the queue where it stood at the end of the last session: ``go_on``, ``look`` or ``later``."""
    answers = [
        Answer("look", tr("Show the queue")),
        Answer("later", tr("Later"), leaves=True, tip=tr("The queue stays as it is and is offered at the next start")),
        Answer("go_on", tr("Go on"), primary=True),
    ]
    body = tr("{title} had begun when Workbench ended, and goes on from its last checkpoint.", title=title)
    if others:
        body = f"{body} " + tr("Trainings that wait after it: {n}.", n=others)
    return Dialog(tr("Go on with the queue?"), body, answers, parent, ("mdi6.playlist-play", "accent")).ask()


class Report(Dialog):
    """What went wrong where nobody expected it, with the log to copy. The work is kept and the window lives on."""

    def __init__(self, sentence: str, log: str, kept: bool, parent: QWidget | None = None):
        copied = tr("Puts what happened, versions and log on the clipboard, for somebody who can help")
        answers = [Answer("copy", tr("Copy report"), tip=copied), Answer("close", tr("Continue"), primary=True)]
        body = (
            tr("Your work is kept beside the file, and the window goes on.")
            if kept
            else tr("The window goes on. Save your work now.")
        )
        super().__init__(
            tr("Something went wrong inside Workbench"), body, answers, parent, ("mdi6.alert-circle", "danger")
        )
        self.sentence = Text(sentence, size=12, role="muted", wrap=True)
        self.content.addWidget(self.sentence)
        self.log = QPlainTextEdit(log)
        self.log.setReadOnly(True)
        self.log.setMinimumHeight(180)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setAccessibleName(tr("Log"))
        self.log.setToolTip(tr("What the program noted until then; nothing of it leaves this computer by itself"))
        font = Text("", mono=True, size=11).font()
        self.log.setFont(font)
        self.content.addWidget(self.log)
        copy = self.buttons["copy"]
        copy.clicked.disconnect(self._answered)
        copy.clicked.connect(self._copy)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.sentence.full_text}\n\n{self.log.toPlainText()}")
        self.buttons["copy"].setText(tr("Copied"))


class Listing(Dialog):
    """Rows of two columns that are only read: the keys and what they do, what the doctor found."""

    def __init__(self, title: str, body: str, rows: Sequence[tuple[str, str]], parent: QWidget | None = None):
        super().__init__(title, body, [Answer("close", tr("Close"), primary=True)], parent)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMinimumHeight(360)
        area.setAccessibleName(title)
        self.content.addWidget(area)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other rows."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, (left, right) in enumerate(rows):
            name = Text(left, weight=600, wrap=True)
            name.setFixedWidth(150)
            self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(right, role="muted", wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(len(rows), 1)


def keys_text(keys: Sequence[str]) -> str:
    """Write shortcuts as this system does: ``Ctrl+Y or Ctrl+Shift+Z``."""
    native = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
    return tr(" or ").join(native)
