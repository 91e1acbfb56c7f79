"""Writes the one application style sheet: only what palette and own painting cannot say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from welfare_app.ui.theme.theme import Theme

NAMES = frozenset({"card", "well", "attention", "danger", "accent", "dialog", "toast", "compose"})
"""The looks a frame may be given by its object name."""


def sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    return "\n".join((_grounds(theme), _editors(theme), _lists(theme), _scroll_bars(theme)))


def _grounds(theme: Theme) -> str:
    c, r = theme.css, theme.tokens.radius
    tinted = "".join(
        f"QFrame#{name} {{ background: {c(f'{name}_tint')}; border: 1px solid {c(name)};"
        f" border-radius: {r.card}px; }}\n"
        for name in ("attention", "danger", "accent")
    )
    return f"""
    QWidget#page, QWidget#stage, QScrollArea#page {{ background: {c("paper")}; border: 0; }}
    QWidget#sunk, QScrollArea#sunk {{ background: {c("sunk")}; border: 0; }}
    QFrame#card {{ background: {c("surface")}; border: 1px solid {c("hair")};
        border-radius: {r.card}px; }}
    QFrame#well {{ background: {c("sunk")}; border: 0; border-radius: {r.card}px; }}
    {tinted}
    QFrame#compose {{ background: {c("surface")}; border: 1px solid {c("control")};
        border-radius: {r.card}px; }}
    QFrame#dialog {{ background: {c("surface")}; border: 1px solid {c("control")};
        border-radius: {r.dialog}px; }}
    QFrame#toast {{ background: {c("ink")}; border-radius: {r.control}px; }}
    QGroupBox#choices {{ border: 0; margin: 0; padding: 0; }}
    QToolTip {{ background: {c("ink")}; color: {c("paper")}; border: 0;
        padding: {theme.space(2)}px; }}
    """


def _editors(theme: Theme) -> str:
    c, pad = theme.css, theme.space(3)
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    trailing = "left" if rtl else "right"
    every = "QLineEdit, QComboBox, QPlainTextEdit"
    return f"""
    {every} {{ background: {c("surface")}; color: {c("ink")}; border: 1px solid {c("control")};
        border-radius: {theme.tokens.radius.control}px; padding: 0 {pad}px;
        placeholder-text-color: {c("quiet")};
        selection-background-color: {c("selection")}; selection-color: {c("ink")}; }}
    QLineEdit, QComboBox {{ min-height: {theme.size("control") - 2}px; }}
    QPlainTextEdit {{ padding: {theme.space(2)}px; }}
    QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover {{ border-color: {c("ink")}; }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border-color: {c("accent")}; }}
    QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] {{
        border: 2px solid {c("attention")}; }}
    QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
        background: {c("disabled_ground")}; color: {c("disabled_ink")};
        border-color: {c("hair")}; }}
    QComboBox {{ padding-{trailing}: {theme.space(6)}px; }}
    QComboBox::drop-down {{ width: 0; border: 0; }}
    QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
    QFrame#compose QPlainTextEdit {{ border: 0; background: transparent; padding: 0; }}
    """


def _lists(theme: Theme) -> str:
    c = theme.css
    return f"""
    QAbstractItemView#options {{ background: {c("surface")}; color: {c("ink")};
        border: 1px solid {c("control")}; outline: 0; }}
    QAbstractItemView#options::item {{ min-height: {theme.size("control_compact")}px;
        padding: 0 {theme.space(3)}px; }}
    QAbstractItemView#options::item:selected {{ background: {c("selection")}; color: {c("ink")}; }}
    QTableView {{ background: {c("paper")}; border: 0; outline: 0; }}
    QHeaderView {{ background: {c("paper")}; }}
    QHeaderView::section {{ background: {c("paper")}; color: {c("quiet")}; border: 0;
        border-bottom: 1px solid {c("control")}; padding: {theme.space(2)}px {theme.space(3)}px;
        font-size: {theme.font("caption").pixelSize()}px; font-weight: 600; }}
    QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: none; width: 0; }}
    """


def _scroll_bars(theme: Theme) -> str:
    c = theme.css
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c("control")}; border-radius: 2px;
        min-height: 40px; margin: 3px; }}
    QScrollBar::handle:vertical:hover {{ background: {c("ink")}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
