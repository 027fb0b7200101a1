"""Everything one can do with the window, as one table: menus, tool tips, shortcuts and the command palette read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphs.message import Message, mark, say
from workbench.action import Action, drawn, selected
from workbench.asking_panels import ASKING_ACTIONS
from workbench.canvas_actions import CANVAS_ACTIONS
from workbench.session import RunState
from workbench.settings import Language, ThemeChoice
from workbench.shell_actions import SHELL_ACTIONS

if TYPE_CHECKING:
    from workbench.window import Window


def _compare(window: Window) -> None:
    from workbench.compare_dialog import compare_with

    compare_with(window)


def _export_drawing(window: Window, *, selection: bool) -> None:
    from workbench.exporting import export_drawing

    export_drawing(window, selection=selection)


def _import_module(window: Window) -> None:
    from workbench.import_dialog import import_module

    import_module(window)


def _show_runs(window: Window) -> None:
    from workbench.run_list import show_runs

    show_runs(window)


def _show_queue(window: Window) -> None:
    from workbench.queue_dialog import show_queue

    show_queue(window)


def _show_search(window: Window) -> None:
    from workbench.search_dialog import show_search

    show_search(window)


def _take_weights(window: Window) -> None:
    from workbench.weights_dialog import take_weights

    take_weights(window)


def _show_race(window: Window) -> None:
    from workbench.race import show_race

    players = window.session.project.recipe.players
    show_race(window, players[0].optimizer if players else None)


def _show_loss_surface(window: Window) -> None:
    from workbench.loss_surface_dialog import show_loss_surface

    show_loss_surface(window)


def _dock(name: str, text: str, tip: str) -> Action:
    return Action(
        f"dock_{name}", text, tip, lambda w: w.docks.toggle(name), checked=lambda w: w.docks.is_shown(name)
    )  # fmt: skip


def _undo_label(window: Window) -> Message | None:
    label = window.session.history.undo_label
    return say("Undo {what}", what=label) if label is not None else None


def _redo_label(window: Window) -> Message | None:
    label = window.session.history.redo_label
    return say("Redo {what}", what=label) if label is not None else None


def _train_label(window: Window) -> Message | None:
    words = {RunState.RUNNING: say("Pause"), RunState.PAUSED: say("Go on"), RunState.STARTING: say("Pause")}
    return words.get(window.session.state)


ACTIONS: tuple[Action, ...] = (
    Action(
        "new",
        mark("New"),
        mark("Begin with an empty drawing, in a new tab"),
        lambda w: w.files.new(),
        ("Ctrl+N", "Ctrl+T"),
    ),
    Action(
        "close_tab",
        mark("Close tab"),
        mark("Close what is in front, after asking about unsaved work"),
        lambda w: w.files.close(),
        ("Ctrl+W", "Ctrl+F4"),
    ),
    Action(
        "reopen_tab",
        mark("Open closed tab again"),
        mark("Open the file or the preset again whose tab was closed last"),
        lambda w: w.tabs.reopen(),
        ("Ctrl+Shift+T",),
        enabled=lambda w: w.tabs.can_reopen,
    ),
    Action(
        "next_tab",
        mark("Next tab"),
        mark("Show the tab to the right; behind the last comes the first"),
        lambda w: w.tabs.walk(1),
        ("Ctrl+Tab", "Ctrl+PgDown"),
        enabled=lambda w: len(w.tabs) > 1,
    ),
    Action(
        "previous_tab",
        mark("Previous tab"),
        mark("Show the tab to the left; before the first comes the last"),
        lambda w: w.tabs.walk(-1),
        ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
        enabled=lambda w: len(w.tabs) > 1,
    ),
    Action(
        "presets",
        mark("Presets…"),
        mark("Open one of the networks that come along"),
        lambda w: w.files.presets(),
        ("Ctrl+Shift+O",),
        "mdi6.view-gallery-outline",
    ),
    Action(
        "open",
        mark("Open…"),
        mark("Open a project file"),
        lambda w: w.files.ask_open(),
        ("Ctrl+O",),
        "mdi6.folder-open-outline",
    ),
    Action(
        "import_module",
        mark("Import a PyTorch module…"),
        mark("Read a model of torchvision, or a class of a Python file, as a drawing"),
        _import_module,
    ),
    Action(
        "save",
        mark("Save"),
        mark("Write the project to its file"),
        lambda w: w.files.save(),
        ("Ctrl+S",),
        "mdi6.content-save-outline",
    ),
    Action(
        "save_as",
        mark("Save as…"),
        mark("Write the project to another file"),
        lambda w: w.files.save_as(),
        ("Ctrl+Shift+S",),
    ),
    Action(
        "export_python",
        mark("Export Python…"),
        mark("Write the network as a PyTorch module that needs only torch"),
        lambda w: w.files.export_python(),
        (),
        "mdi6.language-python",
        drawn,
    ),
    Action(
        "export_drawing",
        mark("Export the drawing…"),
        mark("Write the drawing as SVG, PDF or PNG, on white, for a paper"),
        lambda w: _export_drawing(w, selection=False),
        ("Ctrl+Shift+E",),
        "mdi6.export-variant",
        drawn,
    ),
    Action(
        "export_selection",
        mark("Export what is selected…"),
        mark("Write the selected nodes and the wires between them as SVG, PDF or PNG"),
        lambda w: _export_drawing(w, selection=True),
        enabled=selected,
    ),
    Action("quit", mark("Quit"), mark("Close the window"), lambda w: w.close(), ("Ctrl+Q",)),
    Action(
        "undo",
        mark("Undo"),
        mark("Take back the last change"),
        lambda w: w.session.undo(),
        ("Ctrl+Z",),
        "mdi6.undo",
        lambda w: w.session.history.undo_label is not None,
        label=_undo_label,
    ),
    Action(
        "redo",
        mark("Redo"),
        mark("Do again what was taken back"),
        lambda w: w.session.redo(),
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "mdi6.redo",
        lambda w: w.session.history.redo_label is not None,
        label=_redo_label,
    ),
    Action(
        "cut",
        mark("Cut"),
        mark("Take the selected nodes away, to paste them elsewhere"),
        lambda w: w.canvas.cut_selection(),
        ("Ctrl+X",),
        "mdi6.content-cut",
        selected,
    ),
    Action(
        "copy",
        mark("Copy"),
        mark("Copy the selected nodes"),
        lambda w: w.canvas.copy_selection(),
        ("Ctrl+C",),
        "mdi6.content-copy",
        selected,
    ),
    Action("paste", mark("Paste"), mark("Put copied nodes on the canvas"), lambda w: w.canvas.paste(), ("Ctrl+V",)),
    Action(
        "duplicate",
        mark("Duplicate"),
        mark("Put a copy of the selected nodes beside them"),
        lambda w: w.canvas.duplicate_selection(),
        ("Ctrl+D",),
        "mdi6.content-duplicate",
        selected,
    ),
    Action(
        "delete",
        mark("Delete"),
        mark("Remove the selected nodes and wires"),
        lambda w: w.canvas.delete_selection(),
        ("Del", "Backspace"),
        "mdi6.delete-outline",
        selected,
    ),
    Action(
        "select_all",
        mark("Select all"),
        mark("Select every node"),
        lambda w: w.canvas.select_all(),
        ("Ctrl+A",),
        enabled=drawn,
    ),
    Action(
        "rename",
        mark("Rename"),
        mark("Give the selected node another name"),
        lambda w: w.canvas.rename_selected(),
        ("F2",),
        enabled=lambda w: len(w.selection) == 1,
    ),
    Action(
        "tidy",
        mark("Tidy"),
        mark("Arrange the drawing in layers, from left to right"),
        lambda w: w.canvas.tidy(),
        ("Ctrl+L",),
        "mdi6.vector-combine",
        drawn,
    ),
    Action(
        "compare",
        mark("Compare with…"),
        mark("Put this network beside another open one, a preset, a run or a file, and mark what differs"),
        _compare,
        (),
        "mdi6.compare",
        drawn,
    ),
    Action(
        "add",
        mark("Add a layer…"),
        mark("Search the layer types and place one"),
        lambda w: w.canvas.open_search(),
        ("Shift+A",),
        "mdi6.plus",
    ),
    Action(
        "english",
        "English",
        mark("Show everything in English"),
        lambda w: w.appearance.speak(Language.ENGLISH),
        checked=lambda w: w.settings.language is Language.ENGLISH,
        group="language",
    ),
    Action(
        "chinese",
        "中文",
        mark("Show everything in Chinese"),
        lambda w: w.appearance.speak(Language.CHINESE),
        checked=lambda w: w.settings.language is Language.CHINESE,
        group="language",
    ),
    Action(
        "light",
        mark("Light"),
        mark("Dark words on a light ground"),
        lambda w: w.appearance.wear(ThemeChoice.LIGHT),
        checked=lambda w: w.settings.theme is ThemeChoice.LIGHT,
        group="theme",
    ),
    Action(
        "dark",
        mark("Dark"),
        mark("Light words on a dark ground"),
        lambda w: w.appearance.wear(ThemeChoice.DARK),
        checked=lambda w: w.settings.theme is ThemeChoice.DARK,
        group="theme",
    ),
    Action(
        "system",
        mark("As the system"),
        mark("Light or dark, as the system is"),
        lambda w: w.appearance.wear(ThemeChoice.SYSTEM),
        checked=lambda w: w.settings.theme is ThemeChoice.SYSTEM,
        group="theme",
    ),
    _dock("palette", mark("Layers and outline"), mark("Show or hide the layer types and the outline")),
    _dock("inspector", mark("Inspector"), mark("Show or hide what is known about the selected node")),
    _dock("recipe", mark("Recipe"), mark("Show or hide the data, the optimizer and how long to train")),
    _dock("problems", mark("Problems"), mark("Show or hide what keeps the network from training")),
    _dock("code", mark("Code"), mark("Show or hide the PyTorch code of the drawing")),
    _dock("views", mark("Live views"), mark("Show or hide the curves and pictures of the training")),
    Action(
        "fit",
        mark("Fit"),
        mark("Show the whole drawing"),
        lambda w: w.canvas.fit(),
        ("Ctrl+0",),
        "mdi6.fit-to-screen-outline",
        drawn,
    ),
    Action(
        "zoom_in",
        mark("Zoom in"),
        mark("Show the drawing larger"),
        lambda w: w.canvas.zoom_in(),
        ("Ctrl++", "Ctrl+="),
        "mdi6.plus",
    ),
    Action(
        "zoom_out",
        mark("Zoom out"),
        mark("Show the drawing smaller"),
        lambda w: w.canvas.zoom_out(),
        ("Ctrl+-",),
        "mdi6.minus",
    ),
    Action(
        "train",
        mark("Train"),
        mark("Start the training, pause it, or go on"),
        lambda w: w.training.toggle(),
        ("Ctrl+Return", "Ctrl+Enter"),
        "mdi6.play",
        lambda w: w.training.can_toggle,
        label=_train_label,
    ),
    Action(
        "step",
        mark("Step"),
        mark("Train on one batch and pause"),
        lambda w: w.training.step(),
        ("Ctrl+Shift+Return",),
        "mdi6.debug-step-over",
        lambda w: w.training.can_toggle,
    ),
    Action(
        "step_epoch",
        mark("Step an epoch"),
        mark("Train to the end of the epoch, with its validation, and pause"),
        lambda w: w.training.step_epoch(),
        ("Ctrl+Alt+Shift+Return",),
        "mdi6.skip-next-outline",
        lambda w: w.training.can_toggle,
    ),
    Action(
        "stop",
        mark("Stop"),
        mark("End the training after this batch; it can be continued later"),
        lambda w: w.training.stop(),
        ("Ctrl+Alt+Return",),
        "mdi6.stop",
        lambda w: w.session.running and w.session.state is not RunState.STOPPING,
    ),
    Action(
        "walk",
        mark("Step through…"),
        mark("Walk one example through the network, node by node: forwards, backwards, and the update of a weight"),
        lambda w: w.tab.walk(),
        ("F8",),
        "mdi6.walk",
        drawn,
        checked=lambda w: w.tab.walking is not None,
    ),
    Action(
        "continue",
        mark("Continue last run"),
        mark("Go on with the training that was stopped early"),
        lambda w: w.training.go_on(),
        (),
        "mdi6.restart",
        lambda w: w.training.can_go_on,
    ),
    Action(
        "train_later",
        mark("Train later"),
        mark("Put this project, as it is now, at the end of the queue"),
        lambda w: w.queue.add(w.tab),
        ("Ctrl+Alt+Q",),
        "mdi6.playlist-plus",
        lambda w: drawn(w) and w.session.why_not_train is None,
    ),
    Action(
        "queue",
        mark("Queue…"),
        mark("List the trainings that wait for their turn, order them and start them"),
        _show_queue,
        (),
        "mdi6.playlist-play",
    ),
    Action(
        "search",
        mark("Search for an architecture…"),
        mark("Train the drawing with other numbers in its parameters, within a budget, and list what came of it"),
        _show_search,
        (),
        "mdi6.dna",
        lambda w: drawn(w) and w.session.why_not_train is None,
    ),
    Action(
        "runs",
        mark("Runs…"),
        mark("List the runs that were kept, with their branches, and open one to go through it"),
        _show_runs,
        ("Ctrl+R",),
        "mdi6.history",
    ),
    Action(
        "take_weights",
        mark("Weights to begin with…"),
        mark("Take over what an earlier run or a file has learned, where name and shape agree"),
        _take_weights,
        enabled=lambda w: drawn(w) and not w.session.running,
    ),
    Action(
        "race",
        mark("Optimizer race…"),
        mark("Watch optimizers come down the same slope, the recipe's own among them"),
        _show_race,
        (),
        "mdi6.chart-line",
    ),
    Action(
        "loss_surface",
        mark("Loss surface…"),
        mark("Map the loss around the weights of the run that is open, with the path the training took"),
        _show_loss_surface,
        enabled=lambda w: drawn(w) and not w.session.running,
    ),
    *ASKING_ACTIONS,
    *CANVAS_ACTIONS,
    *SHELL_ACTIONS,
)
