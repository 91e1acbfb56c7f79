"""Reaching them safely: the same lines wherever someone could try to reach a worker."""

import re
from collections.abc import Sequence

from welfare_app.ui.parts import Item, Kit

TITLE = "Reaching them safely"
_UNBROKEN = re.compile(r"(?<=\d) (?=\d)")
"""The spaces of a telephone number, which stays on one line."""


def safe_contact_items(kit: Kit, lines: Sequence[str]) -> list[Item]:
    """The rule under its heading; nothing where nothing was agreed."""
    if not lines:
        return []
    title = kit.text(TITLE, "heading")
    title.setAccessibleDescription("heading")
    items: list[Item] = [title]
    for line in lines:
        items += [kit.space(2), kit.point("shield-check", _UNBROKEN.sub("\u00a0", line))]
    return items
