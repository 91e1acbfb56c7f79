"""Looking at the provider's signature beside a pack, which changes no verdict of its seal."""

from pathlib import Path

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.second_signature import ENDING, LARGEST_SIGNATURE, SecondSignature
from welfare_app.services.signing_ports import SecondSignatures
from welfare_app.services.streams import read_ordinary


def look_at_signature(
    signatures: SecondSignatures,
    path: Path,
    pack: bytes,
    given: Path | None = None,
    authority: bytes = b"",
) -> SecondSignature | str | None:
    """What the second signature beside a file says, or that at `given`; a code if it cannot say.

    Nothing where none lies there.
    """
    there = given or path.with_name(path.name + ENDING)
    try:
        signature = read_ordinary(there, LARGEST_SIGNATURE)
    except OSError:
        return "file.unreadable" if given else None
    try:
        return signatures.check(signature, pack, authority)
    except WelfareAppError as error:
        return error.code
