"""The panels that ask a trained network: each is made when it is first wanted, and then is a dock like the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from graphs.message import mark
from workbench.action import Action, drawn, selected

if TYPE_CHECKING:
    from workbench.inquiry import Inquiry
    from workbench.node_checks import NodeChecks
    from workbench.window import Window

WIDTH = 460
"""How wide such a panel is at first, in logical pixels."""


def show_panel(window: Window, name: str) -> Inquiry:
    """Show one of the panels ``checks``, ``why``, ``attacks``, ``try``, ``write`` in front, with the keyboard in it."""
    from workbench.inquiry import Inquiry

    docks = window.docks
    if name not in docks.docks:
        kind = _kind(name)
        panel = kind(window.tab)
        dock = docks.add(name, kind.title, panel)
        window.tabs.shown.connect(panel.follow_front)
        window.resizeDocks([dock], [max(WIDTH, round(0.3 * window.width()))], Qt.Orientation.Horizontal)
    docks.reveal(name)
    shown = docks.docks[name].widget()
    assert isinstance(shown, Inquiry)
    return shown


def _kind(name: str) -> type[Inquiry]:
    from workbench.attack_panel import Attacks
    from workbench.node_checks import NodeChecks
    from workbench.try_panel import TryIt
    from workbench.why_panel import Why
    from workbench.write_panel import Write

    kinds: dict[str, type[Inquiry]] = {each.name: each for each in (NodeChecks, Why, Attacks, TryIt, Write)}
    return kinds[name]


def check_node(window: Window, mode: str) -> NodeChecks:
    """Show one of the checks at the selected node: ``gradient``, ``sight``, ``worth``."""
    from workbench.node_checks import NodeChecks

    panel = show_panel(window, "checks")
    assert isinstance(panel, NodeChecks)
    panel.choose(mode)
    return panel


AT_NODE = ("check_gradient", "check_sight", "check_worth")
"""The actions that stand in the menu of a node too."""

ASKING_ACTIONS: tuple[Action, ...] = (
    Action(
        "try",
        mark("Try it…"),
        mark("Give the network something of your own: draw it, type it, or take a file"),
        lambda w: show_panel(w, "try"),
        ("Ctrl+Alt+T",),
        enabled=drawn,
    ),
    Action(
        "write",
        mark("Let it write…"),
        mark("Let the network write: greedy, by sampling at a temperature, or by beam search"),
        lambda w: show_panel(w, "write"),
        ("Ctrl+Alt+P",),
        enabled=drawn,
    ),
    Action(
        "check_gradient",
        mark("Check the gradient"),
        mark("Compare the gradient of the selected node with differences, in float64, on a copy"),
        lambda w: check_node(w, "gradient"),
        ("Ctrl+Alt+G",),
        "mdi6.slope-uphill",
        enabled=selected,
    ),
    Action(
        "check_sight",
        mark("Receptive field"),
        mark("Show which part of the image one cell of the selected node sees"),
        lambda w: check_node(w, "sight"),
        ("Ctrl+Alt+R",),
        "mdi6.image-search-outline",
        enabled=selected,
    ),
    Action(
        "check_worth",
        mark("Try without it"),
        mark("Put zeros, the mean or noise in the place of the selected node, and see the metric move"),
        lambda w: check_node(w, "worth"),
        ("Ctrl+Alt+M",),
        "mdi6.eraser-variant",
        enabled=selected,
    ),
    Action(
        "why",
        mark("Why did it say that…"),
        mark("Show what in one example counts for the answer, by seven methods"),
        lambda w: show_panel(w, "why"),
        ("Ctrl+Alt+W",),
        "mdi6.head-question-outline",
        enabled=drawn,
    ),
    Action(
        "attacks",
        mark("Attacks…"),
        mark("Mislead the network by a small step, by one pixel, and see how sure it is under noise"),
        lambda w: show_panel(w, "attacks"),
        ("Ctrl+Alt+A",),
        "mdi6.target",
        enabled=drawn,
    ),
)
