"""Small numbers as words, as they stand at the beginning of a sentence."""

WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def counted(number: int) -> str:
    """A number in words up to nine, in digits above."""
    return WORDS[number] if number < len(WORDS) else str(number)
