"""The colours and measures of the interface, as data without Qt.

One frozen `Theme` per scheme. Nothing else in the program writes a colour, so that a contrast can be proved once, here,
and a new scheme is one more value of this class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graphs.layer import Family
from graphs.tensors import Kind

GRID = 4
"""The unit of every distance, in logical pixels."""
GAP_TINY, GAP_SMALL, GAP, GAP_LARGE, GAP_HUGE = 4, 8, 12, 16, 24
"""Gaps between things, from words of one label to sections of a panel."""
DOCK_PADDING, CARD_PADDING = 16, 14
"""Space between the border of a dock or card and its content."""
ROW_MENU, ROW_BAR, ROW_DOCK_TITLE, ROW_FORM, ROW_TREE, ROW_STATUS = 32, 52, 36, 34, 31, 26
"""Heights of rows."""
FIELD_HEIGHT, BUTTON_HEIGHT, SMALL_BUTTON_HEIGHT = 30, 32, 26
"""Heights of things one types into or presses."""
RADIUS_SMALL, RADIUS_FIELD, RADIUS_BUTTON, RADIUS_NODE, RADIUS_CARD, RADIUS_FRAME = 4, 5, 6, 8, 8, 12
"""Radii of corners."""
LINE, LINE_BLOCK, LINE_WIRE, LINE_FOCUS = 1.0, 1.5, 2.0, 2.0
"""Widths of lines."""
TEXT_WIRE, TEXT_HINT, TEXT_SECONDARY, TEXT_BASE, TEXT_BLOCK, TEXT_TITLE, TEXT_DIALOG = 10.5, 11, 12, 13, 14.5, 16, 20
"""Sizes of text in logical pixels."""
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
"""Weights of text: sentences, buttons, titles and values."""


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """How far apart two colours are to the eye, from 1 (equal) to 21 (black on white), as WCAG 2 defines it.

    Text needs 4.5, anything one must see to understand needs 3.
    """
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


def tint(colour: str, background: str, share: float) -> str:
    """Mix ``share`` (0 to 1) of a colour into its background; opaque, so that it costs nothing to paint."""
    mixed = (
        round(share * top + (1 - share) * under) for top, under in zip(_rgb(colour), _rgb(background), strict=True)
    )
    return "#" + "".join(f"{value:02X}" for value in mixed)


@dataclass(frozen=True, eq=False)
class Theme:
    """Every colour of one scheme, as ``#RRGGBB``.

    ``families`` colour stripes and icons of layers, ``kinds`` wires and ports, ``series`` the lines of a plot together
    with ``dashes`` (a colour never stands alone), ``sequential`` and ``diverging`` are stops of the colour maps, and
    ``gradient_ramp`` those of a wire that shows a gradient: stronger is always further from the background.
    """

    name: str
    dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_fill: str
    on_accent: str
    danger: str
    warning: str
    success: str
    classroom_muted: str
    families: Mapping[Family, str]
    kinds: Mapping[Kind, str]
    sequential: tuple[str, ...]
    diverging: tuple[str, ...]
    series: tuple[str, ...]
    dashes: tuple[tuple[float, ...], ...]
    gradient_ramp: tuple[str, ...]
    keyword: str
    number: str
    string: str
    comment: str
    frames: Mapping[str, str]
    note: str
    shadow: str
    node_shadow: float
    floating_shadow: float

    @property
    def backgrounds(self) -> tuple[str, str, str, str]:
        """The four colours things lie on: window, surface, raised, sunken."""
        return self.window, self.surface, self.raised, self.sunken


def _families(*colours: str) -> Mapping[Family, str]:
    return MappingProxyType(dict(zip(Family, colours, strict=True)))


def _kinds(
    image: str, features: str, sequence: str, tokens: str, mask: str, scalar: str, edge: str
) -> Mapping[Kind, str]:
    # Kinds without a hue of their own take the nearest: a volume is an image with one more axis, boxes are features.
    return MappingProxyType(
        {
            Kind.IMAGE: image,
            Kind.VOLUME: image,
            Kind.SIGNAL: sequence,
            Kind.SEQUENCE: sequence,
            Kind.FEATURES: features,
            Kind.TOKENS: tokens,
            Kind.INDEX: features,
            Kind.MASK: mask,
            Kind.BOXES: features,
            Kind.POINTS: sequence,
            Kind.SCALAR: scalar,
            Kind.TENSOR: edge,
        }
    )


_FRAMES = ("blue", "teal", "green", "olive", "amber", "red", "pink", "violet")


def _frames(*colours: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(_FRAMES, colours, strict=True)))


# viridis: even steps of lightness, readable without colour vision, the same in both schemes.
_VIRIDIS = tuple(
    [
        "#440154",
        "#482475",
        "#414487",
        "#355F8D",
        "#2A788E",
        "#21918C",
        "#22A884",
        "#44BF70",
        "#7AD151",
        "#BDDF26",
        "#FDE725",
    ]
)
_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 4), (2, 4), (10, 3, 2, 3), (5, 3), (1, 3), (10, 5))

LIGHT = Theme(
    name="light",
    dark=False,
    window="#EBEDF1",
    surface="#F6F7F9",
    raised="#FFFFFF",
    sunken="#E2E5EA",
    line="#D3D8E0",
    edge="#7A8392",
    text="#1A1E25",
    muted="#566070",
    accent="#2456CC",
    accent_fill="#2456CC",
    on_accent="#FFFFFF",
    danger="#BF2B2B",
    warning="#8A5A00",
    success="#17703F",
    classroom_muted="#3D4654",
    families=_families(
        "#64707D",
        "#306DC4",
        "#A86003",
        "#777B00",
        "#087B97",
        "#B24163",
        "#786D58",
        "#02853C",
        "#8551B8",
        "#077F7A",
        "#9E4B8E",
        "#BD3931",
        "#5E8140",
        "#6163B8",
        "#068262",
    ),
    kinds=_kinds("#A86003", "#4174BF", "#218A45", "#048681", "#955E90", "#BC4A3F", "#7A8392"),
    sequential=_VIRIDIS,
    diverging=tuple(
        [
            "#0B3C6F",
            "#205F9A",
            "#4385C0",
            "#7BAED7",
            "#B7D2E7",
            "#F5F5F3",
            "#F3CDAC",
            "#E9A369",
            "#D17533",
            "#A95011",
            "#7A3303",
        ]
    ),
    series=tuple(["#4B5DB5", "#8D5901", "#034933", "#CB6186", "#0994CD", "#5C287B", "#8F8F07"]),
    dashes=_DASHES,
    gradient_ramp=_VIRIDIS[5::-1],
    keyword="#70449B",
    number="#834B02",
    string="#02662E",
    comment="#566070",
    frames=_frames("#2A5FAB", "#066B66", "#026E32", "#606400", "#8D5103", "#AC342D", "#904481", "#5658A4"),
    note="#D9B44A",
    shadow="#000000",
    node_shadow=0.08,
    floating_shadow=0.12,
)
"""The scheme for a bright room; also the scheme of every exported picture."""

DARK = Theme(
    name="dark",
    dark=True,
    window="#1A1C21",
    surface="#121418",
    raised="#24272E",
    sunken="#0D0F12",
    line="#363B45",
    edge="#6B7484",
    text="#E9EBEF",
    muted="#9FA7B4",
    accent="#86AEFF",
    accent_fill="#3767D6",
    on_accent="#FFFFFF",
    danger="#FF8A80",
    warning="#F2B84B",
    success="#5CCB8B",
    classroom_muted="#B9C0CB",
    families=_families(
        "#A7B3BF",
        "#7FB3FF",
        "#EE9C4E",
        "#B3B85C",
        "#56C0E2",
        "#F88BA5",
        "#BAB09B",
        "#6CC982",
        "#C698FA",
        "#5AC5BF",
        "#E292D1",
        "#FF8B7D",
        "#9CBD82",
        "#A2A8FA",
        "#63C7A4",
    ),
    kinds=_kinds("#E39750", "#7CACF4", "#6CC180", "#5FBDB7", "#CC96C6", "#F4877A", "#6B7484"),
    sequential=_VIRIDIS,
    diverging=tuple(
        [
            "#B5DBFA",
            "#82BCEE",
            "#5499D4",
            "#366CA1",
            "#274361",
            "#1B1D21",
            "#5E3B24",
            "#9F5A22",
            "#D27E36",
            "#EFAA6E",
            "#FFD9AE",
        ]
    ),
    series=tuple(["#5468D6", "#EA8402", "#0FBC9D", "#A4587D", "#6EE4FF", "#BB91FF", "#E2E449"]),
    dashes=_DASHES,
    gradient_ramp=_VIRIDIS[4:],
    keyword="#C698FA",
    number="#EE9C4E",
    string="#6CC982",
    comment="#9FA7B4",
    frames=_frames("#7FB3FF", "#5AC5BF", "#6CC982", "#B3B85C", "#EE9C4E", "#FF8B7D", "#E292D1", "#A2A8FA"),
    note="#D9B44A",
    shadow="#000000",
    node_shadow=0.40,
    floating_shadow=0.35,
)
"""The scheme for a dim room."""
