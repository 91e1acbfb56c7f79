"""What is said of a passphrase while it is chosen, wherever that is."""

from dataclasses import dataclass

from welfare_app.domain.errors import WelfareAppError
from welfare_app.presenters.first_run import KEYRING, STRENGTH_WORDS
from welfare_app.services.tools import StrengthJudge

OWN = ("own", "Type your own passphrase")


@dataclass(frozen=True, slots=True)
class Weighed:
    """How long it would last, in words, and whether it may be used."""

    words: str = ""
    enough: bool = False


NOTHING_TYPED = Weighed()


def keyring_said_no(error: Exception) -> bool:
    """Whether it would have gone well without the keyring, which can then be chosen."""
    return isinstance(error, WelfareAppError) and error.code in KEYRING


def weighed(strength: StrengthJudge, passphrase: str, known: tuple[str, ...]) -> Weighed:
    """What to say of it; nothing before anything is typed."""
    if not passphrase:
        return NOTHING_TYPED
    found = strength(passphrase, known)
    words = STRENGTH_WORDS[found.score]
    return Weighed(
        words if found.enough else f"{words}. Four unrelated words are good", found.enough
    )


def mistakes(
    strength: StrengthJudge, passphrase: str, again: str, known: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """What to mend before it can be used, by field."""
    if not strength(passphrase, known).enough:
        return (("passphrase", "Choose a longer one: four unrelated words are good"),)
    if passphrase != again:
        return (("again", "The two are not the same. Type it once more"),)
    return ()
