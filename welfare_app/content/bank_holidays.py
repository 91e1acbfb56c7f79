"""Which days people work on in each nation: weekends and bank holidays are left out."""

from collections.abc import Callable
from datetime import date
from functools import cache

from welfare_app.domain.contacts import Nation

_SATURDAY = 5
_CODES = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
"""ISO 3166-2:GB, as the package calls them."""


@cache
def working_days(nation: Nation) -> Callable[[date], bool]:
    """Whether a day is a working day in a nation.

    One-off holidays are known as far as they were proclaimed when the package was released.
    """
    import holidays  # noqa: PLC0415 - a quarter of a second, and few screens need it

    known = holidays.country_holidays("GB", subdiv=_CODES[nation])
    return lambda day: day.weekday() < _SATURDAY and day not in known
