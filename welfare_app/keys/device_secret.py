"""The device secret: random bytes the desktop's own keyring holds, mixed into a passphrase.

A copied vault then opens only on the laptop it came from. A keyring may ask the person to
unlock it, and wait for as long as they take: call from a job, never from the screen's thread.
"""

import base64
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol, TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked, NoKeyringError

from welfare_app.domain.errors import Unavailable

SERVICE = "Notes"
SECRET_BYTES = 32
PEACE_SECONDS = 60
Kept = TypeVar("Kept")
_MAY_YET = frozenset({"keyring.locked", "keyring.denied"})
RECOMMENDED = 1
"""The priority below which the keyring library advises against a backend."""


class DeviceSecrets(Protocol):
    """Keeps what should stay on this laptop, outside the vault."""

    def available(self) -> bool:
        """Whether anything can be kept at all."""
        ...

    def make(self, vault: str, slot: str) -> bytes | None:
        """A new secret for a slot, kept; or nothing where it cannot be."""
        ...

    def fetch(self, vault: str, slot: str) -> bytes | None:
        """The secret of a slot; nothing where it is gone."""
        ...

    def forget(self, vault: str, slot: str) -> None:
        """Drop the secret of a slot, if it is here and can be."""
        ...

    def remember(self, name: str, value: str) -> bool:
        """Keep a small value; says whether it was kept."""
        ...

    def recall(self, name: str) -> str | None:
        """The value last remembered; nothing where it is gone or out of reach."""
        ...


class NoSecrets:
    """Where there is no keyring, or none is wanted."""

    def available(self) -> bool:
        """Never."""
        return False

    def make(self, vault: str, slot: str) -> bytes | None:  # noqa: ARG002
        """Nothing is made."""
        return None

    def fetch(self, vault: str, slot: str) -> bytes | None:  # noqa: ARG002
        """A secret made elsewhere cannot be had here."""
        raise Unavailable("keyring.absent")

    def forget(self, vault: str, slot: str) -> None:
        """There is nothing to forget."""

    def remember(self, name: str, value: str) -> bool:  # noqa: ARG002
        """Nothing is kept."""
        return False

    def recall(self, name: str) -> str | None:  # noqa: ARG002
        """Nothing was kept."""
        return None


class KeyringSecrets:
    """The desktop's keyring: Secret Service, Windows Credential Manager or macOS Keychain.

    What it is asked to keep is called "Notes" and a number, which gives nothing away.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = keyring.get_keyring() if backend is None else backend
        self._trusted = _worth_trusting(self._backend)
        _stay_on_this_machine(self._backend)
        self._ask_again_at = 0.0

    def available(self) -> bool:
        """Whether a keyring worth trusting answers. One that is locked is there all the same."""
        try:
            self._ask("available")
        except Unavailable as error:
            return error.code == "keyring.locked"
        return True

    def make(self, vault: str, slot: str) -> bytes | None:
        """A new secret, read back before it is relied on.

        Nothing where no keyring answers. One that stays locked or says no is an error, because
        the person may want to try again; with `NoSecrets` they can go on without it.
        """
        secret = secrets.token_bytes(SECRET_BYTES)
        text = base64.b64encode(secret).decode()
        try:
            self._tell(_user(vault, slot), text)
            kept = self._ask(_user(vault, slot))
        except Unavailable as error:
            if error.code in _MAY_YET:
                raise
            return None
        return secret if kept == text else None

    def fetch(self, vault: str, slot: str) -> bytes | None:
        """The secret, or nothing where it is gone or something else is in its place."""
        text = self._ask(_user(vault, slot))
        try:
            secret = base64.b64decode(text or "", validate=True)
        except ValueError:
            return None
        return secret if len(secret) == SECRET_BYTES else None

    def forget(self, vault: str, slot: str) -> None:
        """Drop the secret if the keyring lets us: without its slot it opens nothing anyway."""
        with suppress(Unavailable), _plainly():
            self._backend.delete_password(SERVICE, _user(vault, slot))

    def remember(self, name: str, value: str) -> bool:
        """Keep a small value beside the secrets."""
        return bool(self._quietly(lambda: self._told(name, value)))

    def recall(self, name: str) -> str | None:
        """The value last remembered."""
        return self._quietly(lambda: self._ask(name))

    def _quietly(self, ask: Callable[[], Kept | None]) -> Kept | None:
        """What is only good to have. Whoever has said no to it is left in peace for a while."""
        if time.monotonic() < self._ask_again_at:
            return None
        try:
            return ask()
        except Unavailable as error:
            if error.code in _MAY_YET:
                self._ask_again_at = time.monotonic() + PEACE_SECONDS
            return None

    def _tell(self, user: str, text: str) -> None:
        with _plainly():
            self._must_be_trusted()
            self._backend.set_password(SERVICE, user, text)
        self._ask_again_at = 0.0

    def _told(self, user: str, text: str) -> bool:
        self._tell(user, text)
        return True

    def _ask(self, user: str) -> str | None:
        with _plainly():
            self._must_be_trusted()
            found = self._backend.get_password(SERVICE, user)
        self._ask_again_at = 0.0
        return found

    def _must_be_trusted(self) -> None:
        if not self._trusted:
            raise NoKeyringError


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn a keyring's complaints into ours.

    Behind the keyring library stand other people's services, whose errors it does not all
    translate: a bus that went away arrives raw. Whatever they raise, we have no secret.
    """
    try:
        yield
    except NoKeyringError as error:
        raise Unavailable("keyring.absent") from error
    except KeyringLocked as error:
        raise Unavailable("keyring.locked") from error
    except KeyringError as error:
        raise Unavailable("keyring.denied") from error
    except Exception as error:
        raise Unavailable("keyring.absent") from error


def _worth_trusting(backend: KeyringBackend) -> bool:
    """Whether it is more than a plain file, by the keyring library's own ranking."""
    try:
        return bool(type(backend).priority >= RECOMMENDED)
    except RuntimeError:
        return False


def _stay_on_this_machine(backend: KeyringBackend) -> None:
    """Keep Windows from copying the secrets to every machine the person signs in to."""
    for each in (backend, *getattr(backend, "backends", ())):
        if "persist" in vars(type(each)):
            each.persist = "local machine"


def _user(vault: str, slot: str) -> str:
    return f"{vault}.{slot}"
