"""The help: a page for every layer type, live view and panel, and one for all keys. F1 opens the right one.

Nothing in it is written twice: what a layer says of itself in the inspector, what a view says to look for, and the
table of actions are its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from graphs.catalogue import fields_of, layer_types
from graphs.layer import Family, Layer
from graphs.message import Message, say
from widgets import theme
from widgets.controls import Text, clear
from widgets.formula import FormulaView
from widgets.language import tr
from widgets.section import Section
from workbench.actions import ACTIONS
from workbench.dialogs import keys_text
from workbench.help_panels import PANELS, PanelPage
from workbench.menus import GESTURES
from workbench.views import views
from workbench.views.card import View

if TYPE_CHECKING:
    from workbench.window import Window

KEYS = "keys"
"""The page of all shortcuts and gestures."""
_PAGE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Topic:
    """What a page is about: its id (``layer:Conv2d``, ``view:curves``, ``panel:code``, ``keys``), title, place."""

    id: str
    title: str
    place: Message
    words: str


@lru_cache(maxsize=1)
def pages() -> tuple[Topic, ...]:
    """Every page, keys first, then live views, then layer types by family."""
    found = [
        Topic(KEYS, "Keys and gestures", say("Window"), "keys gestures shortcuts mouse help 快捷键 手势 鼠标 帮助")
    ]
    for name, panel in PANELS.items():
        found.append(Topic(f"panel:{name}", panel.title, say("Panel"), f"{name} {panel.chinese} {panel.sentence}"))
    for name, view in views().items():
        words = f"{name} {view.title} {view.chinese} {view.look_for}"
        found.append(Topic(f"view:{name}", view.title, say("Live view"), words))
    order = list(Family)
    for kind in sorted(layer_types().values(), key=lambda each: (order.index(each.family), each.__name__)):
        words = " ".join((kind.type_name(), kind.chinese, *kind.keywords, kind.sentence(), kind.family.value))
        found.append(Topic(f"layer:{kind.type_name()}", kind.type_name(), say(kind.family.value), words))
    return tuple(found)


def page_for(window: Window) -> str:
    """The page about what has the keyboard: a live view, a layer of the palette, a panel or a bar, the selected node or
    block; else all keys."""
    focus: QObject | None = QApplication.focusWidget()
    panel = window.palette_panel
    if isinstance(focus, QWidget) and panel.isAncestorOf(focus) and panel.explained in layer_types():
        return f"layer:{panel.explained}"
    held = focus
    while focus is not None:
        if isinstance(focus, View):
            return f"view:{focus.name}"
        focus = focus.parent()
    if held is not None and any(_is_in(held, each) for each in _augmentation(window)):
        return "panel:augmentation"
    around = next((name for name, place in _places(window) if held is not None and _is_in(held, place)), "")
    if around and around != "inspector":
        return f"panel:{around}"
    inside = window.canvas.editor
    if window.selection and inside is not None and window.selection[-1] in inside.project.network:
        kind = inside.project.network.node(window.selection[-1]).type
        return f"layer:{kind}" if kind in layer_types() else "panel:blocks"
    return f"panel:{around}" if around else KEYS


def _augmentation(window: Window) -> list[Section]:
    """The part of the recipe's form that is about augmentation; it is made anew with the form."""
    return [each for each in window.docks.docks["recipe"].findChildren(Section) if each.key == "recipe-augment"]


def _places(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The parts of the window that have a page, and the page."""
    yield from ((name, dock) for name, dock in window.docks.docks.items() if name in PANELS)
    if window.tab.walking is not None:
        yield from (("walk", place) for place in (window.tab.walking.bar, window.tab.walking.panel))
    yield "run", window.bar
    yield "tabs", window.tabs.bar
    if "time_machine" in vars(window):
        yield "time", window.time_machine
    if window.tabs.front is not window.tab:
        yield "comparison", window.tabs.front


def _is_in(held: QObject, place: QWidget) -> bool:
    return held is place or (isinstance(held, QWidget) and place.isAncestorOf(held))


class Help(QDialog):
    """A list that is searched by typing, and the page that was chosen in it. It stays open beside the window."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.resize(880, 640)
        self.setMinimumSize(640, 420)
        self.page = ""
        self.search = QLineEdit()
        theme.hold_height(self.search, 32)
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(8, 4, 16, 16)
        self._column.setSpacing(8)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 8, 16)
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addWidget(self.area, 5)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(self._chosen)
        self.retranslate()

    # ------------------------------------------------------------------ finding

    def open(self, page: str = KEYS) -> None:  # type: ignore[override]
        """Show a page, with the keyboard in the search."""
        self.search.clear()
        self.show_page(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def titles(self) -> list[str]:
        """The pages that the search has left, as they stand in the list."""
        return [self.list.item(i).text() for i in range(self.list.count()) if not self.list.item(i).isHidden()]

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages():
            kind = layer_types().get(page.title) if page.id.startswith("layer:") else None
            chinese = f"  {kind.chinese}" if kind is not None and kind.chinese else ""
            item = QListWidgetItem(f"{page.title}{chinese}" if kind is not None else tr(say(page.title)))
            item.setToolTip(tr(page.place))
            item.setData(_PAGE, page.id)
            item.setSizeHint(QSize(10, theme.ROW_TREE))
            self.list.addItem(item)
        self.list.blockSignals(False)

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.lower().split()
        left = []
        for row, page in enumerate(pages()):
            words = f"{page.words} {tr(page.place)} {tr(say(page.title))}".lower()
            shown = all(word in words for word in wanted)
            self.list.item(row).setHidden(not shown)
            if shown:
                left.append(row)
        if wanted and left:
            # A title that begins with what was typed comes before a sentence that has it.
            begins = (row for row in left if pages()[row].title.lower().startswith(wanted[0]))
            self.list.setCurrentRow(next(begins, left[0]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return True
        return super().eventFilter(watched, event)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if item is not None:
            self._write(str(item.data(_PAGE)))

    def show_page(self, page: str) -> None:
        """Show a page by its id; one that does not exist shows the keys."""
        row = next((i for i, each in enumerate(pages()) if each.id == page), 0)
        self.list.setCurrentRow(row)
        self.list.scrollToItem(self.list.item(row), QListWidget.ScrollHint.PositionAtCenter)
        self._write(pages()[row].id)

    # ------------------------------------------------------------------ writing

    def _write(self, page: str) -> None:
        self.page = page
        clear(self._column)
        kind, _, name = page.partition(":")
        if kind == "layer":
            self._layer(layer_types()[name])
        elif kind == "view":
            self._view(views()[name])
        elif kind == "panel":
            self._panel(PANELS[name])
        else:
            self._keys()
        self._column.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def _head(self, title: str, under: str, sentence: str = "") -> None:
        self._column.addWidget(Text(title, size=20, weight=600, wrap=True))
        self._column.addWidget(Text(under, role="muted", size=12, wrap=True))
        if sentence:
            self._column.addWidget(Text(sentence, size=14.5, wrap=True))

    def _title(self, title: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(Text(title, weight=600))

    def _part(self, title: str, body: str) -> None:
        if body:
            self._title(title)
            text = Text(body, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(text)

    def _rows(self, rows: list[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (left, right) in enumerate(rows):
            name = Text(left, weight=600, wrap=True)
            theme.hold_width(name, 170)
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(right, role="muted", wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(grid)

    def _layer(self, kind: type[Layer]) -> None:
        under = " · ".join(part for part in (kind.chinese, tr(say(kind.family.value))) if part)
        self._head(kind.type_name(), under, tr(say(kind.sentence())))
        if kind.formula:
            self._title(tr("Formula"))
            self._column.addWidget(FormulaView(kind.formula))
        for title, text in (
            (tr("In other words"), kind.analogy),
            (tr("When to use it"), kind.advice),
            (tr("What goes wrong"), kind.pitfall),
        ):
            self._part(title, tr(say(text)) if text else "")
        fields = [(info.name, tr(say(info.description)) if info.description else "") for info in fields_of(kind)]
        if fields:
            self._title(tr("Parameters"))
            self._rows(fields)
        self._part(tr("Source"), tr(say(kind.source)) if kind.source else "")

    def _view(self, view: type[View]) -> None:
        self._head(tr(say(view.title)), tr("Live view"), tr(say(view.look_for)))
        self._part(tr("Before the first batch"), tr(say(view.waiting)))
        says = tr("The arrows enlarge it; the three dots hold it still, go back in time and export.")
        self._part(tr("On the card"), says)

    def _panel(self, panel: PanelPage) -> None:
        self._head(tr(say(panel.title)), tr("Panel"), tr(say(panel.sentence)))
        self._title(tr("What is in it"))
        self._rows([(tr(say(name)), tr(say(what))) for name, what in panel.rows])

    def _keys(self) -> None:
        self._head(tr("Keys and gestures"), tr("Window"))
        self._title(tr("On the canvas"))
        self._rows([(tr(say(how)), tr(say(what))) for how, what in GESTURES])
        self._title(tr("Keys"))
        self._rows([(keys_text(row.keys), f"{tr(say(row.text))}: {tr(say(row.tip))}") for row in ACTIONS if row.keys])

    # ------------------------------------------------------------------ language

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.setWindowTitle(tr("Help"))
        self.setAccessibleName(tr("Help"))
        self.search.setPlaceholderText(tr("Conv2d, softmax, F11"))
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setToolTip(tr("Find a page by its English or Chinese name, or by what it says"))
        self.list.setAccessibleName(tr("Pages of the help"))
        self.list.setToolTip(tr("The panels, the live views and all layer types, by family"))
        self.area.setAccessibleName(tr("Page of the help"))
        page = self.page
        self._fill()
        self._filter(self.search.text())
        self.show_page(page or KEYS)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "area"):
            self.retranslate()
