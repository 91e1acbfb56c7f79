"""Screens of staff and their ways in, as their presenters would tell them. All are invented."""

from welfare_app.presenters.new_passphrase import Weighed
from welfare_app.presenters.own_key import OwnKeyScreen
from welfare_app.presenters.recovered import RecoveredScreen
from welfare_app.presenters.staff import StaffLine, StaffScreen
from welfare_app.presenters.staff_member import MemberScreen
from welfare_app.presenters.telling import Trouble

LEAD = StaffLine(
    "s1", "Rosa Example", "Lead", "Can open the vault", "Opens only on this laptop", True, False
)
OFF = StaffLine(
    "s2", "Idris Example", "Champion", "Switched off", "Does without a keyring", False, False
)
GONE = StaffLine("s3", "Bo Example", "Checker", "Taken away", "", False, True)
STAFF = StaffScreen((LEAD, OFF, GONE))
OLDER = StaffScreen(
    (LEAD, OFF),
    older=True,
    trouble=Trouble(
        "An older list of the ways in was put back.", "The records were not touched.", "", True
    ),
)
MEMBER = MemberScreen(OFF, "champion", ("01632 960118",), on=False, has_way=True)
MINE = MemberScreen(LEAD, "lead", (), on=True, has_way=True, mine=True)
STRONG = Weighed("Very good", True)
RENEWABLE = OwnKeyScreen(
    renewal=("It was made on a slower laptop, and is quicker to guess than it could be.",)
)
RECOVERED = RecoveredScreen((("s1", "Rosa Example, lead"), ("s2", "Idris Example, champion")))
