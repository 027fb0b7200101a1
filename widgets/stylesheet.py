"""The style sheet of the application: what Qt's palette cannot say.

Fusion with the palette does most of the work; this adds heights, radii and the few controls with a shape of their own.
A widget asks for such a shape by the dynamic property ``role``:

- ``QPushButton``: ``primary`` (the one button to press), ``danger``, ``success``, ``small``;
  ``QToolButton``: ``segment``;
- ``QFrame``: ``segmented`` (the trough around segments), ``card``, ``sunken``, ``bar`` (a row with a line under it),
  ``problem``, ``rule`` (a hairline);
- ``QLabel``: ``title``, ``heading``, ``muted``, ``hint``, ``danger``, ``warning``, ``success``, ``chip``.

Small drawings (arrows, ticks) are written as SVG files into the cache folder, in the colours of the scheme, because a
style sheet takes pictures only from files.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from widgets.tokens import Theme, tint

_ARROWS = {
    "down": "M4 6 L8 10 L12 6",
    "up": "M4 10 L8 6 L12 10",
    "right": "M6 4 L10 8 L6 12",
    "tick": "M3.5 8.5 L6.5 11.5 L12.5 4.5",
    "dash": "M4 8 L12 8",
    "dot": "M8 8 L8 8.01",
}


def _drawing(path: str, colour: str, width: float) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
        'stroke-linejoin="round"/></svg>'
    )


def _art(theme: Theme) -> dict[str, str]:
    """Write the drawings and return their paths by name."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    folder = Path(place) / "look" if place else Path(tempfile.gettempdir()) / "workbench-look"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_art(theme, folder)
    except OSError:
        # A home that cannot be written to still gets arrows, from the folder for temporary files.
        return _write_art(theme, Path(tempfile.mkdtemp(prefix="workbench-look-")))


def _write_art(theme: Theme, folder: Path) -> dict[str, str]:
    paths = {}
    for name, path in _ARROWS.items():
        marks = name in ("tick", "dash", "dot")
        colour = theme.on_accent if marks else theme.muted
        text = _drawing(path, colour, 5 if name == "dot" else 2 if marks else 1.5)
        file = folder / f"{theme.name}-{name}.svg"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
        paths[name] = file.as_posix()
    return paths


def style_sheet(theme: Theme, words: float = 1.0) -> str:
    """The whole style sheet of a scheme; ``words`` says how much larger than designed words are, and their rows."""
    sheet = _sheet(theme)
    if words == 1:
        return sheet
    return _WORDS.sub(lambda found: f"{found[1]}: {round(int(found[2]) * words)}px", sheet)


_WORDS = re.compile(r"\b(font-size|min-height|max-height|height): (1[0-9]|[2-9][0-9])px")
"""What grows with the words: their size, and how high the rows are that they stand in."""


def _sheet(theme: Theme) -> str:
    t = theme
    art = _art(theme)
    base = t.sunken if t.dark else t.raised
    hover = tint(t.text, t.window, 0.06)
    hover_raised = tint(t.text, t.raised, 0.05)
    pressed = tint(t.text, t.raised, 0.11)
    selection = tint(t.accent, t.window, 0.12)
    row_hover = tint(t.text, base, 0.05)
    fill_hover = tint(t.shadow, t.accent_fill, 0.10)
    fill_pressed = tint(t.shadow, t.accent_fill, 0.20)
    danger_tint = tint(t.danger, t.raised, 0.06)
    return f"""
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: 5px 8px; }}

QLineEdit, QAbstractSpinBox, QComboBox {{ background: {base}; color: {t.text}; border: 1px solid {t.edge};
  border-radius: 5px;
  min-height: 28px; max-height: 28px; padding: 0 8px; selection-background-color: {t.accent_fill};
  selection-color: {t.on_accent}; placeholder-text-color: {t.muted}; }}
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {{ border-color: {t.muted}; }}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus
  {{ border: 2px solid {t.accent}; padding: 0 7px; min-height: 26px; max-height: 26px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 0; max-height: 16777215px; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{ background: {t.sunken}; color: {t.muted};
  border-color: {t.line}; }}
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QComboBox[wrong="true"] {{ border: 2px solid {t.danger};
  padding: 0 7px; min-height: 26px; max-height: 26px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; padding: 0; min-height: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border; width: 18px; border: none;
  background: transparent; margin: 2px 2px 0 0; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 2px 2px 0; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {hover_raised};
  border-radius: 3px; }}
QAbstractSpinBox::up-arrow {{ image: url({art["up"]}); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url({art["down"]}); width: 12px; height: 12px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url({art["down"]}); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; outline: none;
  selection-background-color: {tint(t.accent, t.raised, 0.16)}; selection-color: {t.text}; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 6px; }}

QPushButton {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px;
  min-height: 30px;
  padding: 0 14px; font-weight: 500; }}
QPushButton:hover {{ background: {hover_raised}; border-color: {t.edge}; }}
QPushButton:pressed, QPushButton:checked {{ background: {pressed}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; min-height: 28px; padding: 0 13px; }}
QPushButton:disabled {{ background: {t.sunken}; color: {t.muted}; border-color: {t.line}; }}
QPushButton::menu-indicator {{ image: url({art["down"]}); subcontrol-position: right center; right: 8px; width: 12px; }}
QPushButton[role="primary"] {{ background: {t.accent_fill}; color: {t.on_accent}; border: 1px solid {t.accent_fill}; }}
QPushButton[role="primary"]:hover {{ background: {fill_hover}; }}
QPushButton[role="primary"]:pressed {{ background: {fill_pressed}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[role="primary"]:disabled {{ background: {t.sunken}; color: {t.muted}; border-color: {t.line}; }}
QPushButton[role="danger"] {{ color: {t.danger}; }}
QPushButton[role="danger"]:hover {{ background: {danger_tint}; border-color: {t.danger}; }}
QPushButton[role="danger"]:disabled {{ color: {t.muted}; }}
QPushButton[role="success"] {{ color: {t.success}; border-color: {t.success}; }}
QPushButton[role="small"] {{ min-height: 24px; padding: 0 10px; }}
QPushButton[role="small"]:focus {{ min-height: 22px; padding: 0 9px; }}

QToolButton {{ background: transparent; color: {t.text}; border: 1px solid transparent; border-radius: 6px;
  padding: 5px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton:focus {{ border: 1px solid {t.accent}; }}
QToolButton:disabled {{ color: {t.muted}; }}
QToolButton::menu-indicator {{ image: none; }}
QFrame[role="segmented"] {{ background: {t.sunken}; border: 1px solid {t.line}; border-radius: 7px; }}
QToolButton[role="segment"] {{ padding: 4px 12px; border-radius: 5px; color: {t.muted}; font-weight: 500; }}
QToolButton[role="segment"]:hover {{ color: {t.text}; background: transparent; }}
QToolButton[role="segment"]:checked {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; }}
QToolButton[role="segment"]:focus {{ border: 1px solid {t.accent}; }}

QFrame[role="card"] {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame[role="sunken"] {{ background: {t.sunken}; border: none; border-radius: 6px; }}
QFrame[role="bar"] {{ background: {t.window}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[role="problem"] {{ background: {danger_tint}; border: 1px solid {t.danger}; border-radius: 6px; }}
QFrame[role="rule"] {{ background: {t.line}; border: none; min-height: 1px; max-height: 1px; }}
QLabel[role="title"] {{ font-size: 16px; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="hint"] {{ color: {t.muted}; font-size: 11px; }}
QLabel[role="danger"] {{ color: {t.danger}; }}
QLabel[role="warning"] {{ color: {t.warning}; }}
QLabel[role="success"] {{ color: {t.success}; }}
QLabel[role="chip"], QToolButton[role="chip"] {{ background: {t.sunken}; color: {t.text}; border: 1px solid {t.line};
  border-radius: 4px; padding: 1px 7px; font-size: 11px; }}
QToolButton[role="chip"]:checked {{ border-color: {t.accent}; color: {t.accent}; }}

QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; background: transparent; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {t.edge};
  background: {base}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {t.accent}; width: 12px; height: 12px; }}
QCheckBox::indicator:checked {{ background: {t.accent_fill}; border-color: {t.accent_fill};
  image: url({art["tick"]}); }}
QCheckBox::indicator:indeterminate {{ background: {t.accent_fill}; border-color: {t.accent_fill};
  image: url({art["dash"]}); }}
QRadioButton::indicator:checked {{ background: {t.accent_fill}; border-color: {t.accent_fill};
  image: url({art["dot"]}); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {t.sunken}; border-color: {t.line}; }}

QTabBar {{ background: transparent; border: none; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: none; border-bottom: 2px solid transparent;
  padding: 8px 12px; font-weight: 500; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
QTabBar#projects::tab {{ padding: 0 4px 0 12px; height: 35px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}

QDockWidget {{ titlebar-close-icon: none; titlebar-normal-icon: none; font-weight: 600; }}
QDockWidget::title {{ background: {t.window}; padding: 10px 16px; min-height: 16px; text-align: left; }}
QMainWindow::separator {{ background: {t.line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {t.accent}; }}
QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QToolBar {{ background: {t.window}; border: none; border-bottom: 1px solid {t.line}; spacing: 4px; padding: 4px 8px; }}
QToolBar::separator {{ background: {t.line}; width: 1px; margin: 6px 6px; }}
QStatusBar {{ background: {t.window}; color: {t.muted}; border-top: 1px solid {t.line}; min-height: 25px; }}
QStatusBar::item {{ border: none; }}

QMenuBar {{ background: {t.window}; border-bottom: 1px solid {t.line}; padding: 0 6px; }}
QMenuBar::item {{ padding: 7px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: 5px; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {tint(t.accent, t.raised, 0.16)}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 6px; border: 1px solid {t.edge}; border-radius: 4px;
  background: {base}; }}
QMenu::indicator:checked {{ background: {t.accent_fill}; border-color: {t.accent_fill}; image: url({art["tick"]}); }}
QMenu::right-arrow {{ image: url({art["right"]}); width: 14px; height: 14px; }}

QTreeView, QListView, QTableView {{ background: transparent; border: none; outline: none; color: {t.text};
  alternate-background-color: {t.window}; selection-background-color: {selection}; selection-color: {t.text}; }}
QTreeView::item, QListView::item {{ min-height: 31px; padding: 0 4px; border: none; }}
QTreeView::item:hover, QListView::item:hover {{ background: {row_hover if not t.dark else hover}; }}
QTreeView::item:selected, QListView::item:selected {{ background: {selection}; color: {t.text}; }}
QTreeView::branch {{ background: transparent; border-image: none; }}
QTreeView::branch:has-children:closed {{ image: url({art["right"]}); }}
QTreeView::branch:has-children:open {{ image: url({art["down"]}); }}
QHeaderView::section {{ background: {t.window}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line};
  padding: 6px 8px; font-weight: 500; }}
QPlainTextEdit, QTextEdit {{ background: {base}; color: {t.text}; border: 1px solid {t.line}; border-radius: 5px;
  selection-background-color: {t.accent_fill}; selection-color: {t.on_accent}; }}
QScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}

QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {tint(t.muted, t.window, 0.45)}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {t.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QProgressBar {{ background: {tint(t.muted, t.window, 0.22)}; border: none; border-radius: 3px; min-height: 6px;
  max-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QSlider::groove:horizontal {{ height: 4px; background: {tint(t.muted, t.window, 0.30)}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {t.accent}; border: 2px solid {t.window}; width: 12px; height: 12px;
  margin: -6px 0;
  border-radius: 8px; }}
QSlider::handle:horizontal:focus {{ border-color: {t.text}; }}
QGroupBox {{ border: 1px solid {t.line}; border-radius: 8px; margin-top: 18px; padding: 8px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 8px; }}
"""
