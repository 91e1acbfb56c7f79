"""How long is left to answer a request, in days."""

from datetime import date

from welfare_app.domain.access import AccessRequest
from welfare_app.domain.disposal_document import long_day
from welfare_app.presenters.times import Clock

SOON = 7
"""Days before the last one from which it needs attention."""


def clock_words(request: AccessRequest, today: date) -> Clock:
    """What to say of the deadline. While proof is waited for it stands still."""
    due = request.due(today)
    left = (due - today).days
    by = f"by {long_day(due)}"
    if request.waits:
        return Clock("The clock stands still until they have shown who they are", by, False, False)
    if left < 0:
        return Clock(f"{_days(-left)} late", by, True, True)
    return Clock("Last day" if left == 0 else f"{_days(left)} left", by, left <= SOON, False)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
