"""Lets the passphrases of tests be tried in no time: Argon2id still, but with little memory.

Nor is the laptop measured for what it can bear: the least that is legal is written down. What a
try really costs, and that nothing cheaper is let in, is proved in `tests/keys/test_cost.py`.
A program that a test starts as people start it pays the whole price, and so must its vault.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from argon2.low_level import Type, hash_secret_raw

from welfare_app.keys import cabinet, cost, wrap


def stretch(passphrase: bytes, salt: bytes, price: cost.Cost) -> bytes:
    """As the program does it, with a thousandth of the memory, and one pass over it."""
    return hash_secret_raw(passphrase, salt, 1, price.memory // 1024, 1, 32, Type.ID)


@contextmanager
def whole_price() -> Iterator[None]:
    """What is made meanwhile is for a program of its own."""
    _pay(cost.stretch, cost.calibrate)
    try:
        yield
    finally:
        _pay(stretch, cost.Cost)


def _pay(stretching: Callable[..., bytes], calibrating: Callable[[], cost.Cost]) -> None:
    wrap.stretch = stretching  # type: ignore[attr-defined]
    cabinet.calibrate = calibrating  # type: ignore[attr-defined]


assert (wrap.stretch, cabinet.calibrate) == (cost.stretch, cost.calibrate), "the program's own"
_pay(stretch, cost.Cost)
