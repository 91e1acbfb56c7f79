"""Whom to tell in the company, beside a stage of a pack where somebody is told."""

from welfare_app.presenters.ladder_words import Climb, Tell
from welfare_app.ui.pages.call_lines import left_to_right
from welfare_app.ui.parts import Item, Kit


def climb_items(kit: Kit, climb: Climb) -> list[Item]:
    """One person now, and one after them; who is passed over stands without a number."""
    items: list[Item] = [kit.text("Whom to tell in the company", "heading")]
    for one in climb.passed:
        items += [kit.space(2), kit.point("ban", one, ink="attention")]
    if climb.outside:
        items += [kit.space(2), kit.text(climb.outside, "small")]
        for number in climb.numbers:
            items += [kit.space(3), kit.number(number.name, number.digits, number.checked)]
    if climb.now:
        items += [kit.space(3), *_tell(kit, climb.now, "heading")]
    if climb.after:
        items += [kit.space(3), kit.text("If they do not answer", "small", "quiet"), kit.space(1)]
        items += _tell(kit, climb.after, "small_strong")
    return items


def _tell(kit: Kit, one: Tell, role: str) -> list[Item]:
    title = kit.text(one.title, "small", "quiet")
    items: list[Item] = [title, kit.text(one.name, "strong", wide=True)]
    items += [kit.text(left_to_right(way), role, figures=True, wide=True) for way in one.ways]
    return [*items, kit.text(one.note, "caption", "quiet", figures=True)]
