"""What the Home Office form does to text before it keeps it, and how it counts (R36 to R40, R43).

Rule numbers are those of the form's own code, read on 21 April 2026.
"""

import re

_DASHES = re.compile("[-\u2010-\u2015\u2212]+")
_SPACES = re.compile(r"\s+")
_WEB_LIKE = re.compile(r"[-a-zA-Z0-9@:%._+~#=]{2,256}\.[a-z]{2,6}\b")
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+")

_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"&#", "-"),
        (r"/\*|\*/|\|", "-"),
        (r"&&+", "&"),
        (r"@@+", "@"),
        (r"/\.\.;/|/etc/passwd|c:\\|cmd\.exe|%u", "-"),
        (r"<", "<-"),
        (r">", ">-"),
        (r"\[", "[-"),
        (r"\]", "]-"),
        (r"~", "~-"),
    )
)


def tidied(text: str, *, one_line: bool) -> str:
    """The text as the form formats it: trimmed, dashes made one hyphen, white space folded."""
    text = _DASHES.sub("-", text.strip())
    return _SPACES.sub(" ", text) if one_line else text


def rewritten(text: str) -> str:
    """The text as the form will silently change it before it is sent (R39)."""
    for pattern, instead in _REWRITTEN:
        text = pattern.sub(instead, text)
    return text


def length(text: str) -> int:
    """How long the form thinks it is: UTF-16 units, a line break counting two (R37)."""
    lines = text.replace("\r\n", "\n").count("\n")
    return len(text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")) // 2 + lines


def looks_like_web(text: str) -> bool:
    """Whether a box that refuses web or e-mail addresses would refuse this (R40)."""
    return bool(_WEB_LIKE.search(text))


def looks_like_email(text: str) -> bool:
    """Whether the form would take it for an e-mail address (R43)."""
    return bool(_EMAIL.fullmatch(text))
