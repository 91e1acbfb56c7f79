"""Refuses a question that leads or is closed: an account is worth what its questions were.

The rules are those of a first account: no yes or no, no alternatives, no blame, nobody and
nothing named that the worker has not named first. They are rules of English.
"""

import re
from collections.abc import Iterable, Mapping

from welfare_app.domain.errors import BadContent

ENGLISH = "en"

_AUXILIARY = (
    r"(?:do|does|did|is|are|am|was|were|has|have|had|can|could|will|would|shall|should|may|might"
    r"|must|need|ought)"
    r"(?:n['’]?t| not)?"
)
_SOMEONE = (
    r"(?:you|he|she|it|they|we|i|your|his|her|their|the|this|that|there|any\w*|some\w*|every\w*)"
)
_ACTS = (
    r"(?:beat\w*|hit|hits|hitting|threat\w*|forced?|forcing|stole|steal\w*|rape\w*|traffick\w*"
    r"|exploit\w*|abus\w*|slave\w*|victim\w*)"
)

_LEADING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # closed: it begins like a question that yes or no would answer
        rf"(?:^|[.!?…:;]\s+){_AUXILIARY}\b",
        # the same in the middle, and a tag at the end: “…, didn’t he?”, “…, is that right?”
        rf"(?:,|\band\b|\bor\b|\bbut\b|\bso\b)\s+{_AUXILIARY}\s+{_SOMEONE}\b",
        r",\s*(?:right|yes|no|correct|true|okay|ok|eh)\s*\?",
        # blame
        rf"\bwhy\b\s+{_AUXILIARY}\b|\bwhy\s+not\b|\bhow come\b",
        # two at once
        r"\?.*\?",
        # alternatives to choose from
        r"(?:^|[.!?]\s+)which\b.*\bor\b",
        # somebody named before the worker has named them
        r"\b(?:he|she|him|his|her|hers|boss\w*|gangmaster\w*|exploiter\w*|trafficker\w*)\b",
        # something done that the worker has not spoken of
        rf"\b{_ACTS}\b",
    )
)


def leads(question: str) -> bool:
    """Whether a question to a worker leads, is closed, or is more than one."""
    return any(pattern.search(question.strip()) for pattern in _LEADING)


def refuse_leading(file: str, words: Mapping[str, str], keys: Iterable[str]) -> None:
    """Refuse words whose questions, under these keys, lead or are closed."""
    for key in keys:
        if leads(words[key]):
            raise BadContent("content.leading-question", file=file, key=key)
