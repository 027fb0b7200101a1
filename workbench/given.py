"""How a person gives a network what it wants: a board to draw on, a line of text, a field for each number, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from widgets import theme
from widgets.controls import Text
from widgets.drawing_board import DrawingBoard
from widgets.language import tr

if TYPE_CHECKING:
    from workbench.engine.trying import Wish

FIELDS = 24
"""So many numbers have a field each; more come from a file or from the data."""


class Giver(QWidget):
    """One thing the network wants to be given. ``touched`` says whether a person has changed it."""

    given = Signal()
    """A person has given something."""

    wipes: ClassVar[bool] = False

    def __init__(self, wish: Wish, names: tuple[str, ...] = ()):
        super().__init__()
        self.wish, self.touched = wish, False
        self.title, self.strange = Text(role="muted", size=theme.TEXT_SECONDARY), Text(role="muted", wrap=True)
        self.strange.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GAP_TINY)
        self.column.addWidget(self.title)

    def retranslate(self, several: bool) -> None:
        """Say everything in the language of the window; ``several`` things are told apart by their node's name."""
        self.title.setText(self.wish.name)
        self.title.setVisible(several)

    def value(self) -> Any:
        """What was given, as `workbench.engine.trying.Trial` takes it."""
        raise NotImplementedError

    def show_example(self, shown: Any) -> None:
        """Show an example of the data; nobody has given anything then."""
        raise NotImplementedError

    def wipe(self) -> None:
        """Begin with nothing."""

    def say_strange(self, words: tuple[str, ...]) -> None:
        """Say what of a text the network has no token for."""
        self.strange.setVisible(bool(words))
        if words:
            shown = ", ".join(dict.fromkeys(words))
            self.strange.setText(tr("Not in its vocabulary: {words}", words=shown))

    @Slot()
    def touch(self) -> None:
        """A person has changed something."""
        self.touched = True
        self.given.emit()


class Drawn(Giver):
    """A board to draw on."""

    wipes: ClassVar[bool] = True

    def __init__(self, wish: Wish):
        super().__init__(wish)
        self.board = DrawingBoard()
        self.board.drawn.connect(self.touch)
        self.column.addWidget(self.board, 1)

    def value(self) -> Any:
        """The ink, (H, W)."""
        return self.board.ink()

    def show_example(self, shown: Any) -> None:
        """Draw an example."""
        self.touched = False
        self.board.set_ink(shown)

    def wipe(self) -> None:
        """An empty board."""
        self.board.wipe()

    def retranslate(self, several: bool) -> None:
        """Say everything in the language of the window."""
        super().retranslate(several)
        self.board.retranslate()


class Written(Giver):
    """A line of text."""

    wipes: ClassVar[bool] = True

    def __init__(self, wish: Wish):
        super().__init__(wish)
        self.line = QLineEdit()
        self.line.textEdited.connect(self.touch)
        self.column.addWidget(self.line)
        self.column.addWidget(self.strange)

    def value(self) -> Any:
        """The text."""
        return self.line.text()

    def show_example(self, shown: Any) -> None:
        """Write an example."""
        self.touched = False
        if self.line.text() != shown:
            self.line.setText(shown)

    def wipe(self) -> None:
        """An empty line."""
        self.line.clear()
        self.touch()

    def retranslate(self, several: bool) -> None:
        """Say everything in the language of the window."""
        super().retranslate(several)
        self.line.setAccessibleName(tr("Text for {node}", node=self.wish.name))
        self.line.setToolTip(tr("Type a text of your own"))


class Counted(Giver):
    """A field for each number."""

    def __init__(self, wish: Wish):
        super().__init__(wish)
        count = int(np.prod([int(dim) for dim in wish.spec.dims]))
        self.fields = [QDoubleSpinBox() for _ in range(count)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP_SMALL)
        grid.setVerticalSpacing(theme.GAP_TINY)
        columns = 1 if count <= 4 else 2
        self._names = wish.names if len(wish.names) == count else tuple(f"x{n + 1}" for n in range(count))
        self._labels = [Text(size=theme.TEXT_SECONDARY, elide=True) for _ in self.fields]
        for place, (label, box) in enumerate(zip(self._labels, self.fields, strict=True)):
            box.setRange(-1e9, 1e9)
            box.setDecimals(3)
            box.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self.touch)
            grid.addWidget(label, place // columns, 2 * (place % columns))
            grid.addWidget(box, place // columns, 2 * (place % columns) + 1)
        self.column.addLayout(grid)

    def value(self) -> Any:
        """The numbers, in the units of the data."""
        return np.array([box.value() for box in self.fields], dtype=np.float32)

    def show_example(self, shown: Any) -> None:
        """Write an example."""
        for box, value in zip(self.fields, np.asarray(shown).ravel().tolist(), strict=True):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.touched = False

    def retranslate(self, several: bool) -> None:
        """Say everything in the language of the window."""
        super().retranslate(several)
        for label, box, name in zip(self._labels, self.fields, self._names, strict=True):
            label.setText(tr(name))
            box.setAccessibleName(tr(name))
            box.setToolTip(tr("In the units of the data"))


class Filed(Giver):
    """Something that only comes from a file or from the data, such as a sound or a colour picture."""

    def __init__(self, wish: Wish):
        super().__init__(wish)
        self.said = Text(role="muted", wrap=True)
        self.column.addWidget(self.said)

    def value(self) -> Any:
        """Nothing is given here."""
        return None

    def show_example(self, shown: Any) -> None:
        """The example is shown as the network sees it, further down."""
        self.touched = False

    def retranslate(self, several: bool) -> None:
        """Say everything in the language of the window."""
        super().retranslate(several)
        self.said.setText(tr("{node}: {form}. Choose an example above, or a file.", node=self.wish.name,
                             form=self.wish.spec.text))  # fmt: skip


def giver_for(wish: Wish) -> Giver:
    """What something is given with."""
    from workbench.engine.trying import Given

    if wish.grey:
        return Drawn(wish)
    if wish.way is Given.TEXT:
        return Written(wish)
    count = int(np.prod([int(dim) for dim in wish.spec.dims]))
    if wish.way is Given.NUMBERS and count <= FIELDS:
        return Counted(wish)
    return Filed(wish)
