"""A page as pixels, and buttons that lead from one to another."""

from typing import Protocol

from PySide6.QtGui import QImage

from welfare_app.ui.parts import Button


class PageImage(Protocol):
    """A page as pixels: `pixels` holds rows of `stride` bytes; each pixel is R, G, B, A."""

    @property
    def width(self) -> int:
        """Pixels across."""
        ...

    @property
    def height(self) -> int:
        """Pixels down."""
        ...

    @property
    def stride(self) -> int:
        """Bytes in a row."""
        ...

    @property
    def pixels(self) -> bytes:
        """All rows, from the top."""
        ...


def picture(page: PageImage) -> QImage:
    """The same for the screen, with pixels of its own."""
    made = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888)
    return made.copy()


def switch(button: Button, reason: str) -> None:
    """Switch a button off for a reason, or (blank) on again."""
    if reason:
        button.off(reason)
    elif not button.isEnabled():
        button.rest()
