"""The gallery: the networks that come along, who came from whom, and one's own presets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import graphs
import presets
from graphs.message import say
from graphs.project import Project
from presets.lineage import lineage
from widgets.canvas import Canvas
from widgets.controls import Button, Text, icon
from widgets.language import tr
from workbench import dialogs, my_presets
from workbench.gallery_cards import (
    CARD,
    GAP,
    OWN,
    Card,
    Cards,
    card_of,
    first_sentence,
    own_card,
    shipped_stamp,
    title_of,
)
from workbench.gallery_lineage import LineageView
from workbench.help_panels import explain_dialog
from workbench.session import Session

__all__ = ["Gallery", "first_sentence", "title_of"]

ALL, LINEAGE = "all", "lineage"
_SECTION = Qt.ItemDataRole.UserRole
_SIDE = 204


class Gallery(QDialog):
    """The dialog: type to search, arrows to choose, Enter to open.

    ``chosen`` is the name of the preset and ``size`` the form of it that is wanted; ``own`` is the file of one's own
    preset instead. ``project`` is what *Save the open project* keeps, under ``title``.
    """

    def __init__(self, parent: QWidget | None = None, project: Project | None = None, title: str = ""):
        super().__init__(parent)
        self.chosen, self.size_chosen = "", "small"
        self.own: Path | None = None
        self._project, self._title = project, title
        self._stamp = shipped_stamp()
        self.setWindowTitle(tr("Presets"))
        self.setMinimumSize(_SIDE + 3 * (CARD.width() + GAP) + 92, 600)
        heading = Text(tr("Open a network that comes along"), size=20, weight=600)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search by name, year or word"))
        self.search.setAccessibleName(tr("Search presets"))
        self.search.setToolTip(tr("A name, a year or a word of what it is about; arrow down leads to the cards"))
        self.search.addAction(icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setFixedWidth(280)
        self.sections = QListWidget()
        self.sections.setFixedWidth(_SIDE)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sections.setAccessibleName(tr("Families of presets"))
        self.sections.setToolTip(tr("Families, who came from whom, and what you have kept yourself"))
        self.cards = Cards()
        self.cards.setAccessibleName(tr("Presets"))
        self.cards.setToolTip(tr("The oldest first. A double-click or Enter opens one in a tab"))
        self.lineage = LineageView(lineage())
        self.empty = Text("", role="muted", wrap=True)
        self.empty.hide()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.cards)
        self.pages.addWidget(self.lineage)
        self.sizes = QComboBox()
        self.sizes.addItem(tr("Small: trains in about a minute"), "small")
        self.sizes.addItem(tr("Full: exactly as in its source"), "full")
        self.sizes.setAccessibleName(tr("Size of the network"))
        self.sizes.setToolTip(tr("Small trains in about a minute; full is the network of its source, exactly."))
        self.open_button = QPushButton(tr("Open"))
        self.open_button.setProperty("role", "primary")
        self.open_button.setDefault(True)
        self.open_button.setToolTip(tr("Opens it in a tab; Enter does the same"))
        self._lay_out(heading)
        self._fill()
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open)
        self.sections.currentItemChanged.connect(self._show_section)
        self.cards.itemActivated.connect(self._open)
        self.cards.currentItemChanged.connect(self._chosen_changed)
        self.lineage.chosen.connect(self._chosen_changed)
        self.lineage.opened.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.sections.setCurrentRow(0)
        self._show_section()
        self.search.setFocus()
        explain_dialog(self, "gallery")

    def _lay_out(self, heading: Text) -> None:
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.search)
        self.own_bar = QWidget()
        row = QHBoxLayout(self.own_bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.keep_button = Button(tr("Save the open project…"), "mdi6.content-save-outline")
        self.keep_button.setToolTip(tr("Keep the drawing and the recipe as a preset of your own"))
        self.add_button = Button(tr("Add a file…"), "mdi6.folder-open-outline")
        self.add_button.setToolTip(tr("Add a project that somebody gave you to your presets"))
        self.rename_button = Button(tr("Rename…"))
        self.rename_button.setToolTip(tr("Give the chosen preset another name"))
        self.share_button = Button(tr("Share…"), "mdi6.export-variant")
        self.share_button.setToolTip(tr("Write the chosen preset to a file for others"))
        self.delete_button = Button(tr("Delete…"), "mdi6.delete-outline")
        self.delete_button.setToolTip(tr("Remove the chosen preset for good"))
        for button in (self.keep_button, self.add_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.rename_button, self.share_button, self.delete_button):
            row.addWidget(button)
        self.keep_button.setEnabled(self._project is not None and len(self._project.network) > 0)
        self.keep_button.clicked.connect(self._keep)
        self.add_button.clicked.connect(self._add)
        self.rename_button.clicked.connect(self._rename)
        self.share_button.clicked.connect(self._share)
        self.delete_button.clicked.connect(self._delete)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.own_bar)
        column.addWidget(self.empty)
        column.addWidget(self.pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.sections)
        middle.addLayout(column, 1)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.setToolTip(tr("Leaves everything as it is; Esc does the same"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sizes)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Room for three cards beside each other and two and a half below."""
        return QSize(1080, 700)

    # ------------------------------------------------------------------ what there is

    def _fill(self) -> None:
        """List all presets, and the sections they fall into."""
        cards = [card_of(name, self._stamp) for name in presets.names()]
        mine = [own_card(one) for one in my_presets.listed()]
        self.cards.fill([*cards, *mine])
        chosen = self.section
        self.sections.blockSignals(True)
        self.sections.clear()
        families = list(dict.fromkeys(card.family for card in cards))
        rows = [(ALL, tr("All presets"), len(cards) + len(mine))]
        rows += [(one, tr(say(one)), sum(card.family == one for card in cards)) for one in families]
        if self.lineage.stations:
            rows.append((LINEAGE, tr("Lineage"), 0))
        rows.append((OWN, tr("My presets"), len(mine)))
        for name, words, count in rows:
            item = QListWidgetItem(f"{words}  {count}" if count else words)
            item.setData(_SECTION, name)
            item.setToolTip(words)
            self.sections.addItem(item)
        self.sections.setCurrentRow(next((row for row, (name, _, _) in enumerate(rows) if name == chosen), 0))
        self.sections.blockSignals(False)

    @property
    def section(self) -> str:
        """The chosen section: ``all``, a family, ``lineage`` or ``own``."""
        item = self.sections.currentItem()
        return ALL if item is None else str(item.data(_SECTION))

    @property
    def complete(self) -> bool:
        """Whether every card has its thumbnail."""
        return self.cards.complete

    def go_to(self, section: str) -> None:
        """Show a section."""
        for row in range(self.sections.count()):
            if self.sections.item(row).data(_SECTION) == section:
                self.sections.setCurrentRow(row)

    @property
    def shown(self) -> list[str]:
        """The names of the presets, or the files of one's own, that are shown."""
        return [card.key for card in self.cards.shown]

    @Slot()
    def _show_section(self) -> None:
        section = self.section
        self.pages.setCurrentWidget(self.lineage if section == LINEAGE else self.cards)
        self.own_bar.setVisible(section == OWN)
        self._filter()

    @Slot()
    def _search(self) -> None:
        if self.section == LINEAGE and self.search.text():
            self.go_to(ALL)
        self._filter()

    def _filter(self) -> None:
        words, section = self.search.text().lower().split(), self.section
        self.cards.show_only(lambda card: section in (ALL, card.family) and all(word in card.about for word in words))
        nothing = tr("No preset matches. Try a shorter word.")
        if section == OWN and not words:
            nothing = tr("Nothing is kept here yet. Save the open project, or add a file that somebody gave you.")
        self.empty.setText(nothing)
        self.empty.setVisible(section != LINEAGE and not self.cards.shown)
        self._chosen_changed()

    @property
    def current(self) -> Card | None:
        """The chosen card, in the lineage the one of the chosen station."""
        if self.section != LINEAGE:
            return self.cards.card
        return card_of(self.lineage.current, self._stamp) if self.lineage.current else None

    @Slot()
    def _chosen_changed(self) -> None:
        card = self.current
        self.open_button.setEnabled(card is not None)
        self.sizes.setVisible(card is not None and len(card.sizes) > 1)
        for button in (self.rename_button, self.share_button, self.delete_button):
            button.setEnabled(card is not None and card.family == OWN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search, the arrow down leads to the cards."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.cards.setFocus()
            return
        super().keyPressEvent(event)

    @Slot()
    def _open(self) -> None:
        card = self.current
        if card is None:
            return
        if card.family == OWN:
            self.own = Path(card.key)
        else:
            self.chosen = card.key
            self.size_chosen = str(self.sizes.currentData()) if len(card.sizes) > 1 else "small"
        self.accept()

    # ------------------------------------------------------------------ one's own presets

    def _refill(self, path: Path | None = None) -> None:
        """Show what is kept now, and choose one."""
        self._fill()
        self._show_section()
        if path is not None:
            self.cards.choose(str(path))

    @Slot()
    def _keep(self) -> None:
        if self._project is None:
            return
        name = ask_name(self, tr("Save as a preset of your own"), self._title or self._project.title)
        if name:
            self._try(lambda: my_presets.save(self._project, name, _thumbnail(self._project)).path)  # type: ignore[arg-type]

    @Slot()
    def _add(self) -> None:
        kinds = tr("Workbench projects (*.workbench)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Add a file to my presets"), "", kinds)
        if path:
            self._try(lambda: my_presets.take_in(Path(path)).path)

    @Slot()
    def _rename(self) -> None:
        card = self.current
        if card is None or card.family != OWN:
            return
        name = ask_name(self, tr("Rename {name}", name=card.title), card.title)
        if name:
            self._try(lambda: my_presets.rename(Path(card.key), name).path)

    @Slot()
    def _share(self) -> None:
        card = self.current
        if card is None or card.family != OWN:
            return
        kinds = tr("Workbench projects (*.workbench)")
        path, _ = QFileDialog.getSaveFileName(self, tr("Share {name}", name=card.title), Path(card.key).name, kinds)
        if path:
            target = Path(path) if Path(path).suffix else Path(path).with_suffix(my_presets.SUFFIX)
            self._try(lambda: my_presets.share(Path(card.key), target))

    @Slot()
    def _delete(self) -> None:
        card = self.current
        if card is None or card.family != OWN:
            return
        answers = [
            dialogs.Answer("delete", tr("Delete"), tip=tr("Removes the file from this computer, for good")),
            dialogs.Answer("keep", tr("Keep"), primary=True, leaves=True),
        ]
        body = tr("The preset is removed from this computer. Projects made from it stay.")
        if dialogs.Dialog(tr("Delete {name}?", name=card.title), body, answers, self).ask() == "delete":
            self._try(lambda: my_presets.delete(Path(card.key)))

    def _try(self, act: object) -> None:
        """Do something with files; where it cannot be done, say why."""
        try:
            path = act()  # type: ignore[operator]
        except graphs.DocumentError as error:
            dialogs.tell(self, tr("That could not be done"), tr(error.message))
            return
        except OSError as error:
            dialogs.tell(self, tr("That could not be done"), error.strerror or str(error))
            return
        self._refill(path if isinstance(path, Path) else None)


class NameDialog(dialogs.Dialog):
    """Asks for a name."""

    def __init__(self, title: str, suggested: str, parent: QWidget | None = None):
        answers = [
            dialogs.Answer("cancel", tr("Cancel"), leaves=True),
            dialogs.Answer("save", tr("Save"), primary=True),
        ]
        super().__init__(title, "", answers, parent)
        self.name = QLineEdit(suggested)
        self.name.setAccessibleName(tr("Name"))
        self.name.setToolTip(tr("What the card in the gallery will say"))
        self.name.selectAll()
        self.content.addWidget(self.name)
        self.name.textChanged.connect(self._changed)
        self.name.setFocus()

    @Slot(str)
    def _changed(self, text: str) -> None:
        self.buttons["save"].setEnabled(bool(text.strip()))


def ask_name(parent: QWidget | None, title: str, suggested: str) -> str:
    """Ask for a name; empty when the person thought better of it."""
    dialog = NameDialog(title, suggested, parent)
    return dialog.name.text().strip() if dialog.ask() == "save" else ""


def _thumbnail(project: Project | None) -> bytes:
    """The drawing of a project as a PNG."""
    canvas = Canvas(Session(project.copy() if project is not None else None))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    canvas.to_image(QSize(480, 320)).save(buffer, "PNG")  # type: ignore[call-overload]
    canvas.deleteLater()
    return bytes(data.data())
