"""The first run: an organisation, its vault, and the first person who can open it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EDQUOT, ENOSPC
from pathlib import Path
from shutil import rmtree

from welfare_app.domain.document import (
    Bullets,
    Document,
    Heading,
    Line,
    Notice,
    Paragraph,
)
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import StaffAdded, VaultMade
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Organisation, Role, Staff
from welfare_app.services.ports import Clock
from welfare_app.services.tools import IdentityMaker, Keys, KeysFor
from welfare_app.services.vaults import OpenVault, VaultDoor

OF_THE_DISK = dict.fromkeys(
    ("key.disk-full", "vault.disk-full", "vault.no-room-to-open", "disk.full"),
    "vault.no-room-to-make",
) | dict.fromkeys(
    (
        *("key.cannot-write", "vault.disk-failed", "vault.cannot-open"),
        *("disk.failed", "disk.file-too-large"),
    ),
    "vault.not-made",
)
"""What the disk refused, as it is told of a vault that is not there yet."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a person says on the first run."""

    organisation: Organisation
    name: str = field(repr=False)
    phone: str = field(default="", repr=False)
    role: Role = Role.LEAD
    email: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Begun:
    """An open vault, who opened it, and the code to print and lock away."""

    vault: OpenVault
    staff: Staff
    recovery_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MakeVault:
    """Makes a vault in an empty folder. Nothing that is there is ever replaced.

    `portable_keys_for` makes the first way in without this laptop's keyring.
    """

    door: VaultDoor
    keys_for: KeysFor
    new_identity: IdentityMaker
    now: Clock
    new_id: Callable[[], str]
    portable_keys_for: KeysFor | None = None

    def begin(
        self,
        folder: Path,
        beginning: Beginning,
        passphrase: str,
        *,
        without_keyring: bool = False,
    ) -> Begun:
        """Make the vault and its keys. It takes about a second: call it in a job."""
        if self.door.exists(folder):
            raise Refused("vault.exists")
        said = beginning
        staff = Staff(StaffId(self.new_id()), said.name, said.role, said.phone, said.email)
        making = folder.with_name(f".{folder.name}.making")
        portable = self.portable_keys_for if without_keyring else None
        keys = (portable or self.keys_for)(making)
        try:
            key, code = self._make(making, keys, staff, said.organisation, passphrase)
            if folder.is_dir():
                folder.rmdir()
            making.rename(folder)
            return Begun(self._opened(folder, making, key), staff, code)
        except OSError as error:
            full = error.errno in {ENOSPC, EDQUOT}
            raise Unavailable("vault.no-room-to-make" if full else "vault.not-made") from error
        except Unavailable as error:
            raise Unavailable(OF_THE_DISK.get(error.code, error.code)) from error
        finally:
            rmtree(making, ignore_errors=True)

    def _opened(self, folder: Path, making: Path, key: bytes) -> OpenVault:
        """Open it where it stands now; where that fails nobody has its sheet, so it goes again."""
        try:
            return self.door.open(folder, key)
        except BaseException:
            folder.rename(making)
            raise

    def _make(
        self, making: Path, keys: Keys, staff: Staff, organisation: Organisation, passphrase: str
    ) -> tuple[bytes, str]:
        """All of it beside the final place, so that there is a whole vault or none at all."""
        rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        with suppress(OSError, NotImplementedError):
            making.chmod(0o700)
        key, code = keys.create(staff, passphrase)
        vault = self.door.create(making, key)
        try:
            self._register(vault, staff, organisation)
        finally:
            vault.close()
        return key, code

    def _register(self, vault: OpenVault, staff: Staff, organisation: Organisation) -> None:
        identity = self.new_identity(organisation.name, organisation.laptop, self.now())
        made = VaultMade(organisation.practice)
        with vault.work(staff.id) as work:
            work.register.save_organisation(organisation, because=made)
            work.register.save_identity(identity, because=made)
            work.register.save_staff(staff, because=StaffAdded(staff.id, staff.role))
            work.commit()


def recovery_sheet(organisation: Organisation, code: str, day: str) -> Document:
    """The page to print and lock away. `day` is when it was made, in words."""
    return Document(
        Line("Recovery sheet"),
        "Recovery sheet",
        "Keep locked away, and not with the laptop",
        (
            Paragraph(
                Line(f"{organisation.name}, {organisation.laptop}. Made on {day}."), lead=True
            ),
            Heading(2, Line("The code")),
            Notice(
                Line("Opens everything on this laptop without a passphrase"),
                tuple(Line(part) for part in _in_rows(code)),
            ),
            Paragraph(
                Line("O and 0 are the same here, and so are I, L and 1. Spaces do not matter.")
            ),
            Heading(2, Line("What it is for")),
            Bullets(
                (
                    Line("For the day a passphrase is forgotten, or its owner has left."),
                    Line("On the locked screen choose “I cannot remember it” and type the code."),
                    Line("Whoever holds this sheet and the laptop can read every record."),
                    Line("Print it once. Put it in a safe that the lead and a deputy can open."),
                    Line(
                        "Then delete the file. Without this sheet and without a passphrase "
                        "nobody, and that includes us, can open the records."
                    ),
                )
            ),
        ),
    )


def _in_rows(code: str) -> tuple[str, ...]:
    groups = code.split("-")
    return tuple("   ".join(groups[at : at + 3]) for at in range(0, len(groups), 3))
