"""The vault's file as only the key makes it readable: every page, the free ones among them."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.conftest import KEY
from welfare_app.store.vault import Vault

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
"""As SQLCipher 4 lays a page out: its content, the IV and a MAC; the first begins with a salt."""


def pages_of(vault: Vault) -> bytes:
    """All that an open vault of the tests holds, with what waits in its log."""
    vault._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return decrypted(vault._path, KEY)


def decrypted(path: Path, key: bytes) -> bytes:
    """Every page of the file, whether a table still points at it or not."""
    raw, out = path.read_bytes(), []
    assert len(raw) % PAGE == 0
    for start in range(0, len(raw), PAGE):
        page = raw[start : start + PAGE]
        end = PAGE - RESERVED
        iv = page[end : end + IV]
        cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        out.append(cipher.update(page[SALT if start == 0 else 0 : end]))
    return b"".join(out)
