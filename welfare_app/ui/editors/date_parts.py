"""A date in three boxes, and how what is typed in them is written down. Nothing typed is lost."""

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORTEST = 3


def join(day: str, month: str, year: str) -> str:
    """ISO 8601, cut short after the last part filled, whether or not there is such a day."""
    parts = [year.strip(), _padded(_month(month.strip())), _padded(day.strip())]
    while parts and not parts[-1]:
        parts.pop()
    return "-".join(parts)


def split(text: str) -> tuple[str, str, str]:
    """Day, month and year as `join` wrote them."""
    year, month, day = [*text.split("-", 2), "", ""][:3]
    return _bare(day), _bare(month), year


def _month(text: str) -> str:
    """The number of a month typed as a word."""
    word = text.lower().rstrip(".")
    if len(word) >= _SHORTEST:
        for number, name in enumerate(_MONTHS, start=1):
            if name.startswith(word) or (word == "sept" and number == 9):
                return str(number)
    return text


def _padded(text: str) -> str:
    return text.zfill(2) if text.isdigit() else text


def _bare(text: str) -> str:
    return text.lstrip("0") or "0" if text.isdigit() else text
