"""Text with its case and accents taken away, so that it is found however it was typed."""

import unicodedata

_WHOLE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that Unicode does not take apart, as people type them who have no key for them."""


def folded(text: str) -> str:
    """The same letters, small and bare: “Dług” and “dług” are alike, “é” is “e”."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.translate(_WHOLE)
