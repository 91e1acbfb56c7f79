"""What Home says to those in a circle: who opened its case from outside, and why."""

from datetime import datetime

from welfare_app.presenters.home import Need
from welfare_app.presenters.places import AtCircle
from welfare_app.presenters.times import day_and_hour
from welfare_app.services.keep_circle import KeepCircle


class CirclesOnHome:
    """A line for each time the glass was broken, until it has been read."""

    def __init__(self, circles: KeepCircle) -> None:
        self._circles = circles

    def say(self, now: datetime) -> tuple[Need, ...]:
        """Who broke in, in the order they did."""
        return tuple(
            Need(
                "eye",
                f"{one.who or 'Someone no longer here'} opened {one.number} by breaking the glass",
                f"“{one.breaking.reason}”",
                day_and_hour(one.breaking.at, now),
                True,
                "Look",
                AtCircle(one.circle.case),
            )
            for one in self._circles.broken()
        )
