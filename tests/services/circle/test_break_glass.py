"""A circle is broken into by a lead, with a reason, and those in it are told."""

from dataclasses import replace

from tests.conftest import KEY
from tests.desks import WORDS, events, quick_keys, stopped
from tests.services.circle.conftest import CANARY, MINA, seat, words_in
from tests.services.staffing import IDRIS, NOOR, managing, staff_of_three
from tests.services.test_own_work import asks, put, something  # noqa: F401 - a fixture
from welfare_app.domain.desk_view import DeskView
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.trail import Asked
from welfare_app.services.desk import INTERVIEW, set_up
from welfare_app.services.keep_circle import BreakGlass
from welfare_app.services.shift import Shift
from welfare_app.store.trail import KEPT


def test_a_lead_breaks_the_glass_and_those_in_it_are_told(kept, outside):
    glass = BreakGlass(outside.shift, lambda: None, practice=True)

    entered = glass.open("p-0001", "He did not come to work", "")

    assert (entered.root, entered.kind) == (kept.interview, "interview")
    assert outside.packs.get(kept.pack).id == kept.pack
    assert outside.around.ids(DeskView(words=CANARY))
    [told] = kept.desk.circles.broken()
    assert (told.number, told.who, told.breaking.reason) == (
        "W-0001",
        "Mina Example",
        "He did not come to work",
    )
    assert outside.circles.broken() == ()
    kept.desk.circles.see(kept.pack)
    assert kept.desk.circles.broken() == ()
    assert events(kept.desk.shift.vault).count("GlassBroken") == 1
    assert events(kept.desk.shift.vault)[-1] == "GlassSeen"


def test_what_was_broken_is_whole_again_once_the_vault_is_locked(tools, kept, outside, tmp_path):
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")
    vault = kept.desk.shift.vault
    vault.close()
    again = tools.door.open(vault._path.parent, vault._key or KEY)

    later = seat(tools, again, MINA)

    with stopped(Refused, "circle.shut"):
        later.packs.get(kept.pack)
    [told] = seat(tools, again, kept.desk.shift.staff).circles.broken()
    assert told.breaking.reason == "He is missing"
    again.close()


def test_one_who_breaks_it_opens_it_for_nobody_else(tools, kept, outside, champion):
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")

    with stopped(Refused, "circle.shut"):
        champion.packs.get(kept.pack)


def test_a_champion_and_a_lead_in_the_line_open_nothing(tools, kept, outside, champion):
    kept.desk.circles.draw(kept.pack, [], [MINA.id])
    before = events(kept.desk.shift.vault)

    with stopped(Refused, "role.not-yours"):
        BreakGlass(champion.shift, lambda: None, practice=True).open("W-0001", "Urgent", "")
    with stopped(Refused, "circle.not-yours-to-break"):
        BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "Urgent", "")

    with stopped(Refused, "circle.shut"):
        outside.packs.get(kept.pack)
    assert events(kept.desk.shift.vault) == before


def test_no_glass_is_broken_without_a_reason_a_case_or_a_circle(kept, outside):
    glass = BreakGlass(outside.shift, lambda: None, practice=True)
    talk = outside.interviews.start(outside.definitions.form(INTERVIEW).form)

    for number, reason, code in (
        ("W-0001", " ", "circle.no-reason"),
        ("W-0099", "Urgent", "circle.no-such-case"),
        (talk.number, "Urgent", "circle.not-shut"),
    ):
        with stopped(Refused, code):
            glass.open(number, reason, "")
    assert "GlassBroken" not in events(kept.desk.shift.vault)


def test_the_trail_tells_a_lead_outside_that_there_is_a_circle_and_one_in_the_line_nothing(
    kept, outside
):
    def read():
        numbers = outside.trail.numbers(Asked())
        return [one.entry.event for one in outside.trail.told(numbers)]

    assert "CircleDrawn" in read()

    kept.desk.circles.draw(kept.pack, [], [MINA.id])

    assert {"CircleDrawn", "StageCompleted", "InterviewStarted"}.isdisjoint(read())
    assert KEPT in read()
    assert outside.trail.numbers(Asked(record="W-0001")) == []


def test_staff_with_their_own_passphrases(tools, tmp_path):
    """Noor, a lead, opens what Rosa kept to herself; and Rosa cannot be taken away meanwhile."""
    opened = staff_of_three(tools, tmp_path)
    shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, lambda _: None)
    rosa = set_up(tools, shift, opened.organisation)
    talk = rosa.interviews.start(rosa.definitions.form(INTERVIEW).form)
    with rosa.shift.work() as work:
        named = {one.name: one for one in work.register.staff()}
    manage = managing(tools, opened, tmp_path)
    manage.switch(named[NOOR.name].id, WORDS, on=True)
    rosa.circles.draw(talk.id, [named[IDRIS.name].id], [])
    noor = seat(tools, opened.vault, replace(named[NOOR.name], off=False))
    glass = BreakGlass(noor.shift, lambda: quick_keys(tmp_path))

    with stopped(Unavailable, "key.wrong-passphrase"):
        glass.open(talk.number, "Urgent", WORDS)
    with stopped(Refused, "circle.shut"):
        noor.interviews.resume(talk.id)
    glass.open(talk.number, "Urgent", NOOR.passphrase)
    assert noor.interviews.resume(talk.id).id == talk.id

    theirs = managing(tools, replace(opened, staff=noor.shift.staff), tmp_path)
    manage.take_away(named[IDRIS.name].id, WORDS)
    with stopped(Refused, "circle.last-in-it"):
        theirs.take_away(opened.staff.id, NOOR.passphrase)
    opened.vault.close()


def test_a_circle_that_damage_took_shuts_everybody_out_until_the_glass_is_broken(kept, outside):
    connection = kept.desk.shift.vault._connection()
    connection.execute("PRAGMA ignore_check_constraints = 1")
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'version'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(
        "DELETE FROM version WHERE record = ? AND (part = '' OR part LIKE 'drawn:%')",
        (f"circle:{kept.interview}",),
    )
    connection.commit()
    kept.desk.shift.vault._memory.records.clear()

    for desk in (kept.desk, outside):
        with stopped(Refused, "circle.shut"):
            desk.packs.get(kept.pack)
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")

    assert outside.packs.get(kept.pack).id == kept.pack
    assert "GlassBroken" in events(kept.desk.shift.vault)


def test_an_auditor_reads_in_the_trail_that_the_glass_was_broken_and_no_reason(
    tools, kept, outside
):
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")
    auditor = seat(
        tools, kept.desk.shift.vault, Staff(StaffId("staff-nia"), "Nia Example", Role.AUDITOR)
    )

    told = auditor.trail.told(auditor.trail.numbers(Asked(events=("GlassBroken",))))

    assert [one.sentence for one in told] == [
        "Mina Example opened W-0001 from outside its circle, by breaking the glass"
    ]
    assert "missing" not in words_in(told)
