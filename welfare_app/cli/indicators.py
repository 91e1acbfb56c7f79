"""`indicators assess`: what the ILO/EC rule makes of a set of indicators. It decides nothing."""

import json
import sys
from collections.abc import Sequence

from welfare_app.domain.assessment import assess as assessed
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import IndicatorId
from welfare_app.services.tools import Tools


def assess(tools: Tools, profile: str, ids: Sequence[str]) -> int:
    """Print the dimensions that the indicators touch, and the pattern they make."""
    catalogue = tools.definitions.catalogue().catalogue
    rule = tools.definitions.assessment()
    if profile not in rule.profiles:
        raise Refused("indicators.profile-not-scored", profile=profile[:40])
    for id in ids:
        if catalogue.find(IndicatorId(id)) is None:
            raise Refused("indicators.unknown", indicator=id[:40])
    found = assessed(rule, catalogue, profile, map(IndicatorId, ids))
    print(json.dumps({"dimensions": dict(found.dimensions), "pattern": found.pattern}))
    print("Indicators prompt a person to look again. They decide nothing.", file=sys.stderr)
    return 0
