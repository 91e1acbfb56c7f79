"""Hours of the day as people type them, and the one way they are kept: HH:MM, 24 hours."""

import re

_KEPT = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
_TYPED = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[ .:h]?(?P<minute>\d\d))?h?(?: ?(?P<half>[ap])\.?m\.?)?",
    re.ASCII | re.IGNORECASE,
)
_NOON = 12


def is_time(text: str) -> bool:
    """Whether a text is an hour of the day as it is kept."""
    return bool(_KEPT.fullmatch(text))


def as_kept(typed: str) -> str:
    """The hour of the day someone means by 9, 930, 9.30, 0930 or 9.30 pm.

    What is no time comes back as it was typed, so that nothing typed is lost.
    """
    text = typed.strip()
    found = _TYPED.fullmatch(text)
    if not found:
        return text
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            return text
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    kept = f"{hour:02}:{found['minute'] or '00'}"
    return kept if is_time(kept) else text
