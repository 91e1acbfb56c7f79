"""How a worker may be reached, and who must not know: on every screen and pack where one could."""

from welfare_app.domain.ids import FieldId
from welfare_app.domain.summing import Asked

FIELDS = tuple(
    map(FieldId, ("must-not-know", "safe-phone", "safe-phone-when", "safe-email", "safe-address"))
)
"""The answers of a talk that say so, whatever its form."""


def safe_contact(talk: Asked) -> tuple[str, ...]:
    """The rule in lines, in the words of the talk; none where nothing was agreed."""
    told = (talk.one(field) for field in talk.form.fields() if field.id in FIELDS)
    return tuple(
        f"{one.label}{'' if one.label.endswith('?') else ':'} "
        f"{'; '.join(line.text for line in one.lines)}"
        for one in told
        if one.lines
    )
