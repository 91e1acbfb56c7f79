"""The code on the printed recovery sheet, written so that a person can copy it by hand."""

import hashlib
import secrets
import unicodedata
from typing import Self

from welfare_app.domain.errors import Unavailable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that nothing looks like something else."""

MENDED = str.maketrans("OIL", "011")
SECRET_BYTES = 20
SECRET_LETTERS = SECRET_BYTES * 8 // 5
CHECK_LETTERS = 4
GROUP = 4


class RecoveryCode(str):
    """A recovery code in groups of four, the last of which checks the others.

    It is text to print, and says nothing of itself in a `repr`.
    """

    __slots__ = ()

    @classmethod
    def new(cls) -> Self:
        """A code nobody can guess: 160 random bits."""
        return cls.of(secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def of(cls, secret: bytes) -> Self:
        """The way a secret is written down."""
        letters = _letters(secret, SECRET_LETTERS) + _check(secret)
        return cls("-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP)))

    def __repr__(self) -> str:
        return "RecoveryCode(…)"

    @property
    def secret(self) -> bytes:
        """What the code stands for."""
        return read(self)


def read(typed: str) -> bytes:
    """The secret a person meant, in any case, with any spaces and hyphens.

    A slip of the hand is told apart from a wrong code by the last group: it goes unnoticed
    about once in a million.
    """
    letters = "".join(_plain(typed)).upper().translate(MENDED)
    if len(letters) != SECRET_LETTERS + CHECK_LETTERS or not set(letters) <= set(ALPHABET):
        raise Unavailable("key.mistyped-recovery-code")
    number = 0
    for letter in letters[:SECRET_LETTERS]:
        number = number * 32 + ALPHABET.index(letter)
    secret = number.to_bytes(SECRET_BYTES, "big")
    if letters[SECRET_LETTERS:] != _check(secret):
        raise Unavailable("key.mistyped-recovery-code")
    return secret


def _plain(typed: str) -> list[str]:
    """The characters that count, without dashes, spaces or marks nobody can see."""
    return [
        character
        for character in unicodedata.normalize("NFKC", typed)
        if unicodedata.category(character) not in {"Pd", "Zs", "Cc", "Cf"}
    ]


def _check(secret: bytes) -> str:
    digest = hashlib.sha256(b"welfare-app recovery code check" + secret).digest()
    return _letters(digest, CHECK_LETTERS)


def _letters(data: bytes, count: int) -> str:
    """The first `count` letters of some bytes, five bits each."""
    bits = int.from_bytes(data, "big")
    width = len(data) * 8
    return "".join(ALPHABET[bits >> (width - 5 * (i + 1)) & 31] for i in range(count))
