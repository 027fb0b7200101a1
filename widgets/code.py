"""The drawing as PyTorch source, kept up to date while one draws; each line knows the node it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from widgets import theme
from widgets.controls import THEME_CHANGES, Button, Text, colour, tinted
from widgets.editor import Editor
from widgets.highlighting import PythonHighlighter
from widgets.language import tr
from widgets.panel import Panel
from widgets.printing import Printing, class_name

if TYPE_CHECKING:
    from graphs.programs import Line

CODE_SIZE = 12.5
WORDS_FROM = 440
"""From this width on, in pixels, the buttons bear words; below they are icons, so that the remark can be read."""
LOOK_EVERY = 15
"""Milliseconds between two looks whether the source is printed."""
PATIENCE = 200
"""Milliseconds after which a printing that is still under way says so."""


class _Numbers(QWidget):
    """The column of line numbers at the left of the text."""

    def __init__(self, text: CodeText):
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """As wide as the largest number."""
        return QSize(self._text.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers muted, a bar of 2 px beside the lines of the selection."""
        self._text.paint_numbers(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a number is a click on its line."""
        self._text.press_line(round(event.position().y()))


class CodeText(QPlainTextEdit):
    """Source that is read, not written: line numbers, colours, and the lines of the selection tinted."""

    lineClicked = Signal(int)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self._marked: frozenset[int] = frozenset()
        self._numbers = _Numbers(self)
        self._colours = PythonHighlighter(self.document())
        self._clicked_at: int | None = None
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self.restyle()

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        font = theme.mono_font(theme.sized(CODE_SIZE))
        if font != self.font():
            self.setFont(font)
        self.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(" "))
        self._colours.restyle()
        self._make_room()
        self._tint()

    def numbers_width(self) -> int:
        """How wide the column of numbers is, in pixels."""
        digits = max(2, len(str(self.blockCount())))
        return 20 + self.fontMetrics().horizontalAdvance("9") * digits

    def set_marked(self, lines: Iterable[int]) -> None:
        """Tint these lines (the first is 0)."""
        self._marked = frozenset(lines)
        self._tint()

    @property
    def marked(self) -> frozenset[int]:
        """The tinted lines, the first is 0."""
        return self._marked

    def reveal(self, line: int) -> None:
        """Scroll so that a line can be seen."""
        cursor = QTextCursor(self.document().findBlockByNumber(line))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _tint(self) -> None:
        tints = []
        for line in sorted(self._marked):
            selection = QTextEdit.ExtraSelection()
            selection.format.setBackground(tinted("accent", 0.13, "sunken" if theme.current().dark else "raised"))
            selection.format.setProperty(selection.format.Property.FullWidthSelection, True)
            selection.cursor = QTextCursor(self.document().findBlockByNumber(line))
            tints.append(selection)
        self.setExtraSelections(tints)
        self._numbers.update()

    @Slot(int)
    def _make_room(self, blocks: int = 0) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    @Slot(QRect, int)
    def _scrolled(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers at the left."""
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self._numbers.setGeometry(
            QRect(self.contentsRect().left(), view.top(), view.left() - self.contentsRect().left(), view.height())
        )

    def paint_numbers(self, area: QWidget, event: QPaintEvent) -> None:
        """Paint the numbers of the lines that can be seen."""
        painter = QPainter(area)
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        height = self.fontMetrics().height()
        while block.isValid() and top <= event.rect().bottom():
            rows = self.blockBoundingRect(block).height()
            if block.isVisible() and block.blockNumber() in self._marked:
                painter.fillRect(
                    QRect(0, round(top), area.width(), round(rows)),
                    tinted("accent", 0.13, "sunken" if theme.current().dark else "raised"),
                )
                painter.fillRect(QRect(0, round(top), 2, round(rows)), colour("accent"))
            painter.setPen(colour("muted"))
            place = QRect(0, round(top), area.width() - 10, height)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(block.blockNumber() + 1)
            )
            top += rows
            block = block.next()

    def press_line(self, y: int) -> None:
        """Tell which line lies at this height."""
        self.lineClicked.emit(self.cursorForPosition(QRect(0, y, 1, 1).topLeft()).blockNumber())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began; marking text to copy is no click."""
        super().mousePressEvent(event)
        self._clicked_at = self.cursorForPosition(event.position().toPoint()).blockNumber()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a line is told."""
        super().mouseReleaseEvent(event)
        line = self.cursorForPosition(event.position().toPoint()).blockNumber()
        if (
            event.button() is Qt.MouseButton.LeftButton
            and line == self._clicked_at
            and not self.textCursor().hasSelection()
        ):
            self.lineClicked.emit(line)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES and hasattr(self, "_clicked_at"):
            self.restyle()


def _block_of(line: Line) -> str | None:
    """The block a line's node lies in; None outside all blocks."""
    return getattr(line, "block", None)


class Code(Panel):
    """The PyTorch source of the whole network.

    ``nodeClicked`` carries the node of a line a person clicked, and the block it lies in (empty outside all blocks).
    """

    nodeClicked = Signal(int, str)  # noqa: N815 - signals are named as Qt names them
    delay = 150

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None):
        super().__init__(editor, parent)
        self._all: list[Line] = []
        self._printing = Printing()
        self._tight = False
        self._lines: list[Line] = []  # those that are shown
        self._selection: tuple[int, ...] = ()
        self._block: str | None = None
        self.title = Text(weight=600)
        self.remark = Text(role="muted", size=12, elide=True)
        self.only_button = Button(icon_name="mdi6.filter-outline")
        self.only_button.setCheckable(True)
        self.only_button.setMaximumWidth(36)
        self.copy_button = Button(icon_name="mdi6.content-copy")
        self.save_button = Button(icon_name="mdi6.content-save-outline")
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 12, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.remark, 1)
        head.addWidget(self.only_button)
        head.addWidget(self.copy_button)
        head.addWidget(self.save_button)
        self.text = CodeText()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(2000)
        self._said.timeout.connect(self._say_live)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY)
        self._look.timeout.connect(self._take)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE)
        self._late.timeout.connect(self._say_printing)
        self.only_button.toggled.connect(self._narrow)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self._choose_file)
        self.text.lineClicked.connect(self._line_clicked)
        self._begin()

    def sizeHint(self) -> QSize:
        """Room for about seven lines."""
        return QSize(480, 200)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.title.setText(tr("Code"))
        self.setAccessibleName(tr("Code"))
        self.text.setAccessibleName(tr("PyTorch source of the network"))
        self.text.setToolTip(tr("The PyTorch code of the drawing as it is now. Click a line and its node lights."))
        self.only_button.setAccessibleName(tr("Selection only"))
        self.only_button.setToolTip(tr("Show only the lines of the selected nodes, and the classes of selected blocks"))
        self._tight = self.width() < WORDS_FROM
        for button, word in ((self.copy_button, tr("Copy")), (self.save_button, tr("Save"))):
            button.setText("" if self._tight else word)
            button.setMaximumWidth(34 if self._tight else 400)
            button.setAccessibleName(word)
        only = self.only_button.isChecked()
        whole = tr("Copy the whole source, ready to run")
        self.copy_button.setToolTip(tr("Copy the lines of the selection") if only else whole)
        self.save_button.setToolTip(tr("Save the source as a Python file"))
        self._say_live()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons are icons."""
        super().resizeEvent(event)
        if self._tight != (self.width() < WORDS_FROM):
            said = self.remark.full_text
            self.retranslate()
            self.remark.setText(said)

    @Slot()
    def _say_live(self) -> None:
        self.remark.setText(tr("PyTorch, live"))

    @Slot()
    def _say_printing(self) -> None:
        self.remark.setText(tr("printing…"))

    # ------------------------------------------------------------------ what it shows

    def refresh(self) -> None:
        """Have the network printed again, in a thread; the place one looks at stays. A hidden panel waits."""
        self._printing.forget()
        if self.editor is None or not len(self.editor.project.network):
            self._put([])
        elif self.isVisible():
            self._ask()
        else:
            self._stale = True

    def _ask(self) -> None:
        assert self.editor is not None
        self._stale = False
        self._printing.ask(self.editor.project.network, class_name(self.editor.project.title))
        self._look.start()
        self._late.start()

    @Slot()
    def _take(self) -> None:
        """Show what was asked for last, once it is printed."""
        lines = self._printing.take()
        if lines is not None:
            self._put(lines)

    def _put(self, lines: list[Line]) -> None:
        self._look.stop()
        self._late.stop()
        if not self._said.isActive():
            self._say_live()
        self._all = lines
        self.copy_button.setEnabled(bool(lines))
        self.save_button.setEnabled(bool(lines))
        self._show()

    def finish(self) -> None:
        """Wait until the source is that of the drawing as it is now, seen or not: to copy and to save it."""
        if self.editor is None or not len(self.editor.project.network):
            self.refresh_now()
            return
        if self._stale:
            self._timer.stop()
            self._ask()
        lines = self._printing.take(wait=True)
        if lines is not None:
            self._put(lines)

    @property
    def is_printing(self) -> bool:
        """Whether the source on the screen will soon be another."""
        return self._printing.is_busy

    def _show(self) -> list[int]:
        """Fill the text, and tint the lines of the selection, which are given back."""
        self._lines = self._chosen() if self.is_narrow else self._all
        source = "\n".join(line.text for line in self._lines)
        if source != self.text.toPlainText():
            across, down = self.text.horizontalScrollBar().value(), self.text.verticalScrollBar().value()
            self.text.setPlainText(source)
            self.text.horizontalScrollBar().setValue(across)
            self.text.verticalScrollBar().setValue(down)
        return self._mark()

    @property
    def is_narrow(self) -> bool:
        """Whether only the lines of the selection are shown: asked for, and something is selected."""
        return self.only_button.isChecked() and bool(self._selection)

    def _chosen(self) -> list[Line]:
        """The lines of the selected nodes, after the classes of those that place a block."""
        from graphs.programs import Line

        assert self.editor is not None
        root = self.editor.project.network
        network = root if self._block is None else root.blocks.get(self._block, root)
        placed = {network.node(node).type for node in self._selection if node in network} & set(root.blocks)
        classes = [line for line in self._all if _block_of(line) in placed]
        spaced = [row for line in classes for row in ([Line(""), line] if line.text.startswith("class ") else [line])]
        own = [line for line in self._all if self._is_selected(line)]
        return [*spaced[1:], *([Line("")] if spaced and own else []), *own]

    def _is_selected(self, line: Line) -> bool:
        return line.node is not None and line.node in self._selection and _block_of(line) == self._block

    @Slot(bool)
    def _narrow(self, only: bool) -> None:
        self.retranslate()
        self._show()

    @property
    def source(self) -> str:
        """The whole source, as it is saved; waits for it where it is still printed."""
        self.finish()
        return "\n".join(line.text for line in self._all) + "\n" if self._all else ""

    def set_selection(self, nodes: Iterable[int], block: str | None = None) -> None:
        """Tint the lines of these nodes, which lie in a block or (None) in the network, and scroll to the first."""
        selection = tuple(nodes)
        if (selection, block) == (self._selection, self._block):
            return
        self._selection, self._block = selection, block
        lines = self._show() if self.only_button.isChecked() else self._mark()
        if lines and not any(self._is_seen(line) for line in lines):
            self.text.reveal(lines[0])

    def _mark(self) -> list[int]:
        lines = [place for place, line in enumerate(self._lines) if self._is_selected(line)]
        self.text.set_marked(lines)
        return lines

    def _is_seen(self, line: int) -> bool:
        block = self.text.document().findBlockByNumber(line)
        shape = self.text.blockBoundingGeometry(block).translated(self.text.contentOffset())
        return 0 <= shape.top() and shape.bottom() <= self.text.viewport().height()

    # ------------------------------------------------------------------ what a person does

    @Slot(int)
    def _line_clicked(self, line: int) -> None:
        if 0 <= line < len(self._lines) and (node := self._lines[line].node) is not None:
            self.nodeClicked.emit(node, _block_of(self._lines[line]) or "")

    @Slot()
    def copy(self) -> None:
        """Put the whole source on the clipboard, or the lines of the selection where only those are shown."""
        QGuiApplication.clipboard().setText(self.text.toPlainText() if self.is_narrow else self.source)
        self.remark.setText(tr("Copied"))
        self._said.start()

    @Slot()
    def _choose_file(self) -> None:
        if self.editor is None:
            return
        suggested = f"{class_name(self.editor.project.title).lower()}.py"
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save the source as a Python file"), suggested, tr("Python files (*.py)")
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the whole source to a file; says so, or why it could not."""
        try:
            path.write_text(self.source, encoding="utf-8")
        except OSError as error:
            self.remark.setText(
                tr(
                    "{file} could not be written: {reason}. Choose another folder.",
                    file=path.name,
                    reason=error.strerror,
                )
            )
            return
        self.remark.setText(tr("Saved as {file}", file=path.name))
        self._said.start()
