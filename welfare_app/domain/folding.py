"""Text with its case and accents taken away, so that it is found however it was typed."""

import unicodedata


def folded(text: str) -> str:
    """The same letters, small and bare: “Dług” and “dług” are alike, “é” is “e”."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
