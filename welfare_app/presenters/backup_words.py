"""How backups are spoken of: when, how large, and whether anyone needs to think of them."""

from datetime import datetime

from welfare_app.domain.backup import Plan, fresh
from welfare_app.presenters.times import date


def ago(at: datetime, now: datetime) -> str:
    """How long ago, in days: today, yesterday, 3 days ago."""
    days = (now.astimezone().date() - at.astimezone().date()).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"


def standing(plan: Plan, now: datetime) -> tuple[str, bool]:
    """One sentence on the backups, and whether it needs somebody."""
    if plan.proved is not None:
        return f"Last backup proved {ago(plan.proved, now)}", not fresh(plan, now)
    if plan.backups:
        return "No backup has been proved yet", True
    return "No backup has been made yet", True


def day_of(at: datetime, now: datetime) -> str:
    """A day, with its year where that is not this one."""
    year = at.astimezone().year
    return date(at) if year == now.astimezone().year else f"{date(at)} {year}"
