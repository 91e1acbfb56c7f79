"""The real tools of this laptop, handed to the services once. No window is needed for them."""

import platform
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from uuid6 import uuid7

from welfare_app import __version__
from welfare_app.app import late
from welfare_app.app.folders import RESOURCES, clock
from welfare_app.content.library import Library
from welfare_app.keys.anchor import KeyringAnchor
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.device_secret import DeviceSecrets, KeyringSecrets, NoSecrets
from welfare_app.keys.tries import Clocks
from welfare_app.services.ports import Clock
from welfare_app.services.tools import Tools
from welfare_app.services.vaults import Anchor
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.batches import LocalBatches
from welfare_app.store.disk import LocalDisk
from welfare_app.store.rescue import Rescuer
from welfare_app.store.restoring import VaultRestorer
from welfare_app.store.vault import Door


def new_id() -> str:
    """An id that sorts by when it was made."""
    return str(uuid7())


def toolbox(
    resources: Path = RESOURCES,
    *,
    now: Clock = clock,
    secrets: DeviceSecrets | None = None,
) -> Tools:
    """Everything the services work with. `secrets` is this laptop's keyring unless told other."""
    library = Library(resources)
    kept = KeyringSecrets() if secrets is None else secrets
    laptop = platform.node() or "this laptop"

    def anchors(folder: Path, vault: str) -> Sequence[Anchor]:
        return (FileAnchor(folder), KeyringAnchor(kept, vault))

    def ways_in(folder: Path, key: bytes) -> bool:
        return KeyCabinet(folder, NoSecrets()).opened_by(key)

    clocks = Clocks(now)
    door = Door(now, laptop, anchors, ways_in)
    return Tools(
        definitions=library,
        prefill_rules=lambda: library.prefill().rules,
        sample=library.sample,
        door=door,
        restorer=VaultRestorer(now, laptop, anchors, ways_in),
        rescuer=Rescuer(door, now, laptop, anchors),
        keys_for=cache(
            lambda folder: KeyCabinet(
                folder, kept, clocks=clocks, anchors=lambda vault: anchors(folder, vault)
            )
        ),
        portable_keys_for=cache(
            lambda folder: KeyCabinet(
                folder, NoSecrets(), clocks=clocks, anchors=lambda _: (FileAnchor(folder),)
            )
        ),
        new_identity=late.new_identity,
        certifier=late.LateCertifier(),
        renderer=late.LateRenderer(resources / "fonts" / "pdf"),
        sealer=late.LateSealer(),
        checker=late.LateChecker(),
        stamps=late.LateStamps(),
        signatures=late.LateSecondSignatures(),
        new_words=late.new_words,
        strength=late.strength,
        disk=LocalDisk(),
        recording_locks=late.LateRecordingLocks(),
        batches=LocalBatches(),
        courier=late.LateCourier(),
        is_phone=late.is_phone,
        page_count=late.page_count,
        examiner=late.LateExaminer(),
        to_print=late.to_print,
        now=now,
        new_id=new_id,
        laptop=laptop,
        version=__version__,
    )
