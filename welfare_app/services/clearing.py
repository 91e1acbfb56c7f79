"""Clearing what erased records leave in free space, and writing down that it was done."""

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import RemainsCleared
from welfare_app.services.shift import Shift


def clear_remains(shift: Shift) -> None:
    """Clear what was left in free space, where anything was. Call it in a job."""
    with shift.work() as work:
        up_to = work.archive.to_clear()
    if not up_to:
        return
    shift.vault.clear_remains()
    with shift.work() as work:
        work.audit.note(RemainsCleared(up_to))
        work.commit()


def cleared(shift: Shift) -> bool:
    """Clear it; false where that has to be tried again, as the page of old cases then says."""
    try:
        clear_remains(shift)
    except Unavailable:
        return False  # it is gone from the records; `to_clear` says what is left to do
    return True
