"""Pages of a document as pictures, one at a time."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame

from welfare_app.ui.pages.page_image import PageImage, picture, switch
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit, column, holding, row

DrawPage: TypeAlias = Callable[[bytes, int, int], PageImage]
"""Draws page (from 1) of a PDF so many pixels wide."""


class PageTurner(QFrame):
    """One page of a PDF with the way to the page before and the next."""

    turned = Signal(int)

    def __init__(
        self,
        kit: Kit,
        pdf: bytes,
        pages: int,
        draw: DrawPage,
        *,
        width: int,
        at: int = 1,
        apart: bool = False,
    ) -> None:
        """Make it; `width` is that of the picture at normal text.

        With `apart`, whoever makes it finds a place for `turning`.
        """
        super().__init__()
        self._pdf, self._pages, self._draw, self._at = pdf, pages, draw, at
        self._wide = kit.theme.scaled(width)
        self._leaf = kit.leaf(width)
        self._where = kit.text("", "small", "quiet", figures=True, one_line=True)
        self._before = kit.button(
            "", icon="chevron-left", name="Page before", compact=True, pressed=self.back
        )
        self._next = kit.button(
            "", icon="chevron-right", name="Next page", compact=True, pressed=self.on
        )
        gap = kit.space(4)
        self.turning = holding(row(self._before, gap, None, self._where, None, gap, self._next))
        under: list[Item] = [] if apart else [kit.space(3), self.turning]
        self.setLayout(column(self._leaf, *under))
        self._show()

    @property
    def at(self) -> int:
        """The number of the page in sight."""
        return self._at

    def forget(self) -> None:
        """Let go of the document and its picture."""
        self._pdf = b""
        self._leaf.show_image(QImage(), "")

    @Slot()
    def back(self) -> None:
        """Show the page before."""
        self._turn(self._at - 1)

    @Slot()
    def on(self) -> None:
        """Show the next page."""
        self._turn(self._at + 1)

    def _turn(self, at: int) -> None:
        if self._pdf and 1 <= at <= self._pages:
            self._at = at
            self._show()
            announce(self, self._where.words)
            self.turned.emit(at)

    def _show(self) -> None:
        words = f"Page {self._at} of {self._pages}"
        pixels = round(self._wide * self.devicePixelRatioF())
        self._leaf.show_image(picture(self._draw(self._pdf, self._at, pixels)), words)
        self._where.say(words)
        first, last = self._at <= 1, self._at >= self._pages
        # a button switched off under the keyboard would send the keyboard wandering
        if first and self._before.hasFocus() and not last:
            switch(self._next, "")
            self._next.setFocus()
        if last and self._next.hasFocus() and not first:
            switch(self._before, "")
            self._before.setFocus()
        switch(self._before, "This is the first page" if first else "")
        switch(self._next, "This is the last page" if last else "")
