"""How a worker may be reached, and who must not know: on every screen and pack where one could."""

from welfare_app.domain.ids import FieldId
from welfare_app.domain.summing import Asked

FIELDS = tuple(
    map(FieldId, ("must-not-know", "safe-phone", "safe-phone-when", "safe-email", "safe-address"))
)
"""The answers of a talk that say so, whatever its form."""


INSIDE, INSIDE_WHO = FieldId("inside"), FieldId("inside-who")
"""The answers of a pack that say whether one of our own people may be part of it, and who."""

PERHAPS = frozenset({"yes", "not-sure"})


def safe_contact(talk: Asked) -> tuple[str, ...]:
    """The rule in lines, in the words of the talk; none where nothing was agreed."""
    told = (talk.one(field) for field in talk.form.fields() if field.id in FIELDS)
    return tuple(
        f"{one.label}{'' if one.label.endswith('?') else ':'} "
        f"{'; '.join(line.text for line in one.lines)}"
        for one in told
        if one.lines
    )


def keep_out(stages: Asked) -> tuple[str, ...]:
    """What a pack says of those among us who may be part of it; nothing where none may."""
    perhaps = stages.answers.get(INSIDE)
    if perhaps is None or perhaps.value not in PERHAPS:
        return ()
    who = stages.answers.get(INSIDE_WHO)
    may_be = "Somebody in our company, or at the client, may be part of it: speak only to us."
    if who is None or not isinstance(who.value, str) or not who.value.strip():
        return (may_be,)
    return may_be, f"To be kept out of it: {who.value}"
