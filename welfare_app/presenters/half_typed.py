"""Offers back what was being typed when the laptop was locked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from welfare_app.services.half_typed import HalfTyped, KeepHalfTyped


@dataclass(frozen=True, slots=True)
class HalfTypedLine:
    """The page it was typed on, and the words under their questions."""

    key: str
    where: str
    said: tuple[tuple[str, str], ...] = field(repr=False)


class HalfTypedView(Protocol):
    """Whatever can offer it."""

    def show_half_typed(self, lines: tuple[HalfTypedLine, ...]) -> None:
        """Offer these, or get out of the way."""
        ...

    def say_let_go(self, undo: Callable[[], None]) -> None:
        """Say that some are gone, and offer to put them back."""
        ...


class HalfTypedPresenter:
    """Shows them until they are done with."""

    def __init__(self, view: HalfTypedView, kept: KeepHalfTyped) -> None:
        self._view, self._kept = view, kept

    def begin(self) -> None:
        """Offer what there is."""
        mine = self._kept.mine()
        self._view.show_half_typed(
            tuple(HalfTypedLine(one.key, one.where, one.said) for one in mine)
        )

    def done(self, key: str) -> None:
        """They have used the words, or do not want them."""
        gone = [one for one in self._kept.mine() if one.key == key]
        self._kept.let_go(key)
        self.begin()
        self._view.say_let_go(partial(self._put_back, gone))

    def _put_back(self, gone: list[HalfTyped]) -> None:
        for one in gone:
            self._kept.keep(one)
        self.begin()
