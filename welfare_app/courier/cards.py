"""A laptop's keys for cases that travel, and the card its colleagues know them by."""

import json
from dataclasses import asdict
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from welfare_app.courier.shapes import is_hexadecimal, is_name, is_text
from welfare_app.domain.courier import Card, CourierKeys
from welfare_app.domain.errors import Refused, Unavailable

LARGEST = 4096
"""Bytes of a card's file: many times what the longest names need."""

VERSION = 1
_KEY = 64
_SIGNED = b"notes colleague card 1\0"


def new_keys(
    name: str, organisation: str, laptop: str, vault: str, *, practice: bool
) -> CourierKeys:
    """Make a pair for signing and a pair for opening, and the card that tells of them."""
    signs, opens = SigningKey.generate(), PrivateKey.generate()
    card = Card(
        name,
        organisation,
        laptop,
        vault,
        practice,
        bytes(signs.verify_key).hex(),
        bytes(opens.public_key).hex(),
    )
    return CourierKeys(bytes(signs).hex(), bytes(opens).hex(), card)


def write_card(keys: CourierKeys) -> bytes:
    """The card as a file, signed by its own key so that a slip of a byte shows."""
    said = asdict(keys.card) | {"card": VERSION}
    signature = SigningKey(bytes.fromhex(keys.signs)).sign(_SIGNED + _canonical(said)).signature
    return json.dumps(said | {"signature": signature.hex()}, indent=1, sort_keys=True).encode()


def read_card(data: bytes) -> Card:
    """The card in a file.

    Raises:
        Refused: "courier.not-a-card" for anything else, or one that was changed.
        Unavailable: "courier.newer-format" for a card of a newer program.
    """
    try:
        said = json.loads(data[: LARGEST + 1].decode()) if len(data) <= LARGEST else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise Refused("courier.not-a-card")
    version = said.get("card")
    if type(version) is int and version > VERSION:
        raise Unavailable("courier.newer-format")
    signature = said.pop("signature", None)
    if said.pop("card", None) != VERSION or not _well_formed(said, signature):
        raise Refused("courier.not-a-card")
    signed = _SIGNED + _canonical(said | {"card": VERSION})
    try:
        VerifyKey(bytes.fromhex(said["signs"])).verify(signed, bytes.fromhex(str(signature)))
    except (CryptoError, ValueError) as error:
        raise Refused("courier.not-a-card") from error
    return Card(**said)


def _well_formed(said: dict[str, Any], signature: object) -> bool:
    return (
        said.keys() == set(Card.__slots__)
        and is_name(said["vault"])
        and all(is_text(said[name], 200) for name in ("name", "organisation", "laptop"))
        and isinstance(said["practice"], bool)
        and all(is_hexadecimal(said[name], _KEY) for name in ("signs", "opens"))
        and is_hexadecimal(signature, 2 * _KEY)
    )


def _canonical(said: dict[str, Any]) -> bytes:
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
