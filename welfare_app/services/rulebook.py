"""The rules of a form as they stand today, with the lists and the telephone plan."""

from dataclasses import dataclass

from welfare_app.domain.checks import PhoneRule, Rulebook, Upload
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import Clock


@dataclass(frozen=True, slots=True)
class Rules:
    """Makes rulebooks."""

    definitions: Definitions
    is_phone: PhoneRule
    now: Clock

    def today(self, uploads: tuple[Upload, ...] = ()) -> Rulebook:
        """The rules as they stand now."""
        return Rulebook(self.now().date(), self.definitions.lists, self.is_phone, uploads)
