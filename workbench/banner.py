"""A training that failed, told above the drawing: what happened at which node and what to try, without a dialog."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from graphs.message import Message, say
from widgets.controls import Button, IconButton, Picture, Text, colour, tinted
from widgets.language import tr


class Banner(QWidget):
    """A row over the canvas. ``revealRequested`` carries the node that *Show* leads to, ``offerChosen`` what of the
    offers a person took.
    """

    revealRequested = Signal(int)  # noqa: N815 - signals are named as Qt names them
    inputWanted = Signal()  # noqa: N815
    """What came into the node shall be shown."""
    offerChosen = Signal(str)  # noqa: N815

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._said: tuple[Message, Message] | None = None
        self._node: int | None = None
        self._offers: tuple[str, ...] = ()
        self.offers: dict[str, Button] = {}
        self._offer_row = QHBoxLayout()
        self._offer_row.setSpacing(6)
        self.sentence = Text(weight=600, wrap=True)
        self.remedy = Text(role="muted", size=12, wrap=True)
        self.show_button = Button()
        self.show_button.clicked.connect(self._show)
        self.input_button = Button()
        self.input_button.clicked.connect(self.inputWanted)
        self.close_button = IconButton("mdi6.close")
        self.close_button.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.sentence)
        words.addWidget(self.remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(Picture("mdi6.alert-circle", "danger", 20))
        row.addLayout(words, 1)
        row.addLayout(self._offer_row)
        row.addWidget(self.input_button)
        row.addWidget(self.show_button)
        row.addWidget(self.close_button)
        self.retranslate()
        self.hide()

    def tell(
        self,
        message: Message,
        remedy: Message,
        node: int | None,
        offers: tuple[str, ...] = (),
        has_input: bool = False,
    ) -> None:
        """Show what happened, what to try, where, and a button for each way to go on; with ``has_input`` also one for
        what came into the node."""
        self._said, self._node, self._offers = (message, remedy), node, offers
        self.retranslate()
        self.show_button.setVisible(node is not None)
        self.input_button.setVisible(has_input)
        self.show()

    @Slot()
    def _show(self) -> None:
        if self._node is not None:
            self.revealRequested.emit(self._node)

    def _show_offers(self) -> None:
        for button in self.offers.values():
            self._offer_row.removeWidget(button)
            button.deleteLater()
        self.offers = {}
        for offer in self._offers:
            button = self.offers[offer] = Button(tr(say(offer)))
            button.setToolTip(tr("Change the recipe so, and go on from the last step"))
            button.clicked.connect(partial(self.offerChosen.emit, offer))
            self._offer_row.addWidget(button)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self._show_offers()
        self.show_button.setText(tr("Show"))
        self.show_button.setToolTip(tr("Show the node where it happened"))
        self.input_button.setText(tr("Its input"))
        self.input_button.setToolTip(tr("Show what came into the node when it broke"))
        self.close_button.set_words(tr("Close"))
        if self._said is not None:
            self.sentence.setText(tr(self._said[0]))
            self.remedy.setText(tr(self._said[1]))
            self.setAccessibleName(f"{self.sentence.full_text} {self.remedy.full_text}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "close_button"):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A faint red with a line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tinted("danger", 0.06, "window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("danger"))
