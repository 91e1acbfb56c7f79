"""How long a passphrase would stand up to guessing, and what would make it better."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zxcvbn import zxcvbn

from welfare_app.services.tools import Strength

LEAST_SCORE = 3
LEAST_CHARACTERS = 12
MEASURED = 40
"""Characters looked at: the time grows with the square, and with every look-alike symbol."""

SHORTEST_KNOWN = 3

FOR_PATTERN = {
    "spatial": "strength.keyboard-row",
    "repeat": "strength.repeats",
    "sequence": "strength.sequence",
    "regex": "strength.year",
    "date": "strength.date",
}
FOR_DICTIONARY = {
    "passwords": "strength.common",
    "user_inputs": "strength.known",
    "female_names": "strength.name",
    "male_names": "strength.name",
    "surnames": "strength.name",
    "english_wikipedia": "strength.common-words",
    "us_tv_and_film": "strength.common-words",
}


@dataclass(frozen=True, slots=True)
class Estimate(Strength):
    """A passphrase's strength with the figures behind it.

    `crack_seconds` is for someone with a copy of the vault and ten thousand guesses a second,
    far more than our Argon2id lets one machine make. `characters` leaves known words out.
    """

    guesses_log10: float
    crack_seconds: float
    characters: int

    @property
    def too_weak(self) -> bool:
        """Whether it must not be used."""
        return not self.enough


def acceptable(score: int, characters: int) -> bool:
    """The least we let anyone protect a vault with."""
    return score >= LEAST_SCORE and characters >= LEAST_CHARACTERS


def strength(passphrase: str, known: tuple[str, ...] = ()) -> Estimate:
    """Estimate a passphrase, given words an acquaintance would try first, such as a name."""
    typed = unicodedata.normalize("NFC", passphrase)
    words = _worth_trying(known)
    own = len(_without(words, typed))
    result = zxcvbn(typed[:MEASURED] or " ", words)  # it cannot measure nothing
    score = int(result["score"])
    enough = acceptable(score, own)
    advice = [] if own >= LEAST_CHARACTERS else ["strength.too-short"]
    if own < len(typed.strip()):
        advice.append("strength.known")
    if score < LEAST_SCORE:
        advice += ["strength.add-words", *_advice(result["sequence"])]
    return Estimate(
        score=score,
        enough=enough,
        advice=() if enough else tuple(dict.fromkeys(advice)),
        guesses_log10=float(result["guesses_log10"]),
        crack_seconds=float(result["crack_times_seconds"]["offline_slow_hashing_1e4_per_second"]),
        characters=own,
    )


def _worth_trying(known: tuple[str, ...]) -> list[str]:
    """Each known phrase, and each of its words, the longest first."""
    phrases = [*known, *(word for phrase in known for word in phrase.split())]
    lowered = {phrase.lower() for phrase in phrases if len(phrase) >= SHORTEST_KNOWN}
    return sorted(lowered, key=len, reverse=True)


def _without(words: Sequence[str], typed: str) -> str:
    """What is left for someone who knows the words to guess."""
    left = typed.lower()
    for word in words:
        left = left.replace(word, " ")
    return left.strip()


def _advice(sequence: Sequence[Mapping[str, object]]) -> list[str]:
    """What is wrong with the longest part, which is where zxcvbn looks too."""
    return _about(max(sequence, key=lambda match: len(str(match["token"]))))


def _about(match: Mapping[str, object]) -> list[str]:
    if match["pattern"] != "dictionary":
        code = FOR_PATTERN.get(str(match["pattern"]))
        return [code] if code else []
    codes = [FOR_DICTIONARY[str(match["dictionary_name"])]]
    if match["l33t"]:
        codes.append("strength.swapped-symbols")
    if match["reversed"]:
        codes.append("strength.reversed")
    return codes
