"""What is dropped onto the window: projects open, data become those of the project in front, weights and code come in.

When a file could be several things, a question says which, the likeliest first; when it is nothing that is known, the
answer says what could be dropped instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pydantic
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from graphs.message import say
from graphs.network import NetworkError
from widgets.controls import Text
from widgets.language import tr
from workbench.data import DataError, data_set, data_sets
from workbench.data.guessing import Guess, guesses
from workbench.dialogs import Answer, Dialog, tell
from workbench.files import SUFFIX

if TYPE_CHECKING:
    from workbench.window import Window

PICKLES = frozenset({".pt", ".pth", ".ckpt", ".bin", ".pkl"})
"""Files of weights as PyTorch pickles them: reading one can run code, so they are not read."""


@dataclass(frozen=True)
class DropUse:
    """Something that can be done with what was dropped: in words, with a remark, and what does it."""

    words: str
    remark: str
    do: Callable[[], None]


class WhichDialog(Dialog):
    """What is it meant to be? The likeliest is chosen already."""

    def __init__(self, name: str, uses: Sequence[DropUse], parent: QWidget | None = None):
        answers = [Answer("cancel", tr("Cancel"), leaves=True), Answer("use", tr("Use it"), primary=True)]
        super().__init__(
            tr("What is {name} meant to be?", name=name), tr("It could be several things."), answers, parent
        )
        self.group = QButtonGroup(self)
        for number, use in enumerate(uses):
            button = QRadioButton(use.words)
            button.setChecked(number == 0)
            self.group.addButton(button, number)
            self.content.addWidget(button)
            if use.remark:
                remark = Text(use.remark, role="muted", size=12, wrap=True)
                remark.setContentsMargins(26, 0, 0, 4)
                self.content.addWidget(remark)


def paths_in(data: QMimeData) -> list[Path]:
    """The files and folders of this machine that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def take(window: Window, paths: Sequence[Path]) -> None:
    """Do with each of what was dropped what it is for, asking where that is not plain."""
    for path in paths:
        _take(window, path)


def _take(window: Window, path: Path) -> None:
    if not path.exists():
        tell(window, tr("{name} is not there any more", name=path.name), str(path))
        return
    uses = uses_of(window, path)
    if not uses:
        tell(window, tr("Nothing can be made of {name}", name=path.name), _why_not(path))
        return
    use = uses[0]
    if len(uses) > 1:
        dialog = WhichDialog(path.name, uses, window)
        answer, chosen = dialog.ask(), dialog.group.checkedId()
        dialog.deleteLater()
        if answer != "use":
            return
        use = uses[chosen]
    use.do()


def uses_of(window: Window, path: Path) -> list[DropUse]:
    """Everything that can be done with a file or a folder, the likeliest first."""
    ending = path.suffix.lower()
    if path.suffix == SUFFIX or (path.is_dir() and (path / "manifest.json").is_file()):
        return [DropUse(tr("A project"), "", lambda: _open(window, path))]
    if ending == ".py":
        return [DropUse(tr("A network in Python"), "", lambda: _import(window, path))]
    found = [_as_data(window, guess) for guess in guesses(path)]
    if ending == ".safetensors":
        what = tr("What fits by name and shape is taken over; undo takes it back.")
        found.insert(0, DropUse(tr("Weights to begin with"), what, lambda: _begin(window, path)))
    return found


def _why_not(path: Path) -> str:
    if path.suffix.lower() in PICKLES:
        return tr(
            "A {ending} file is pickled: reading it could run somebody else's code, so Workbench does not. In Python, "
            "safetensors.torch.save_file(model.state_dict(), \"weights.safetensors\") writes the same weights safely; "
            "drop that file. Or drop the .py file that makes the network.",
            ending=path.suffix,
        )  # fmt: skip
    if path.is_dir():
        return tr(
            "A folder can be a project, one folder of pictures or WAV files for each class, images with masks, or "
            "images with COCO or YOLO boxes."
        )
    return tr(
        "Drop a .workbench project, a table (.csv), a text (.txt), arrays (.npy, .npz, .safetensors), a COCO file, a "
        "network (.py), or a folder of pictures or sounds."
    )


def _open(window: Window, path: Path) -> None:
    window.files.open(path)


def _import(window: Window, path: Path) -> None:
    from workbench.import_dialog import import_module

    import_module(window, path)


def _begin(window: Window, path: Path) -> None:
    from workbench.weights_dialog import begin_with_file

    begin_with_file(window, str(path))


def _as_data(window: Window, guess: Guess) -> DropUse:
    kind = data_sets()[guess.name]
    task = tr(say(str(kind.task)))
    return DropUse(
        tr(say(kind.title)), tr("Data of this project: {task}", task=task), lambda: _become_data(window, guess)
    )


def _become_data(window: Window, guess: Guess) -> None:
    """Make it the data of the project in front, as one step that undo takes back; the panel shows what was chosen."""
    session, title = window.session, tr(say(data_sets()[guess.name].title))
    try:
        data_set(guess.name, **guess.parameters).fields()
        session.do(session.choose_data(guess.name, guess.parameters))
    except (DataError, NetworkError) as error:
        tell(window, tr("{name} cannot be used", name=title), tr(error.message))
        return
    except pydantic.ValidationError as error:
        tell(window, tr("{name} cannot be used", name=title), str(error.errors()[0]["msg"]))
        return
    window.docks.reveal("recipe")
    window.tab.say(tr("{name}: data of this project now. Undo takes it back.", name=title))
