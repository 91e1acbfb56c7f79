"""Wraps the vault key under a passphrase or a recovery code, and unwraps it.

Argon2id (RFC 9106) makes guessing slow; HKDF (RFC 5869) mixes in the device secret; AES-256-GCM
(NIST SP 800-38D) holds the key. Each wrapping key has its own random salt and is used once.
"""

import hashlib
import secrets
import unicodedata
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from welfare_app.keys.cost import Cost, stretch
from welfare_app.keys.slots import Slot, VaultId

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = KEY_BYTES + 16
MARK_BYTES = 8


def device_mark(device_secret: bytes | None) -> bytes:
    """Tells one device secret from another without giving any of it away; blank for none."""
    if device_secret is None:
        return b""
    return hashlib.sha256(b"welfare-app device mark 1" + device_secret).digest()[:MARK_BYTES]


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """What makes guessing slow.

    The same words typed on another keyboard may arrive as other code points: NFC makes them equal.
    """
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return stretch(typed, salt, cost)


def under_passphrase(stretched: bytes, salt: bytes, device_secret: bytes | None) -> bytes:
    """The wrapping key of a passphrase slot."""
    return _wrapping_key(stretched + (device_secret or b""), salt, b"passphrase")


def under_recovery_code(secret: bytes, salt: bytes) -> bytes:
    """The wrapping key of the recovery slot."""
    return _wrapping_key(secret, salt, b"recovery")


def wrapped(slot: Slot, vault: VaultId, wrapping_key: bytes, vault_key: bytes) -> Slot:
    """The slot, now holding the vault key."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    box = AESGCM(wrapping_key).encrypt(nonce, vault_key, slot.context(vault))
    return replace(slot, nonce=nonce, wrapped=box)


def unwrapped(slot: Slot, vault: VaultId, wrapping_key: bytes) -> bytes | None:
    """The vault key, or nothing where the wrapping key is not the slot's."""
    try:
        return AESGCM(wrapping_key).decrypt(slot.nonce, slot.wrapped, slot.context(vault))
    except InvalidTag:
        return None


def _wrapping_key(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"welfare-app slot 1 " + purpose).derive(
        secret
    )
