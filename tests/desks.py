"""A desk to test at: real tools, a real vault, and someone whose shift it is. All invented."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from tests.conftest import KEY, NOON
from welfare_app.app.toolbox import toolbox
from welfare_app.domain.contacts import Nation
from welfare_app.domain.events import StaffAdded, VaultMade
from welfare_app.domain.gates import closed
from welfare_app.domain.ids import InterviewId, PackId, ReferralId, StaffId
from welfare_app.domain.people import Organisation, Role, Staff
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.desk import Desk, set_up
from welfare_app.services.jobs import Cancelled, no_progress
from welfare_app.services.sample_case import SampleCase
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of

ORGANISATION = Organisation("Orchard Example Labour Ltd", Nation.ENGLAND, "Site laptop 3")
ROSA = Staff(StaffId("staff-rosa"), "Rosa Example", Role.LEAD, "0113 496 0000")
WORDS = "gravel teapot lantern orbit"


ONCE = toolbox(secrets=NoSecrets())
"""Whose content and fonts, once read, are there for every test."""


class Clock:
    """Stands still until it is moved."""

    def __init__(self):
        self.at = NOON

    def __call__(self):
        return self.at

    def move(self, **length):
        self.at += timedelta(**length)


class Ticket:
    """Remembers whether its job was asked to stop."""

    def __init__(self):
        self.cancelled = False

    def cancel(self):
        self.cancelled = True


class Now:
    """Runs a job as soon as it is given."""

    def start(self, job, *, done, failed, progress=no_progress):
        ticket = Ticket()
        self.run(ticket, job, done, failed, progress)
        return ticket

    def run(self, ticket, job, done, failed, progress):
        def report(so_far, total):
            if ticket.cancelled:
                raise Cancelled
            progress(so_far, total)

        try:
            result = job(report)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - every failure must reach the screen
            failed(error)
        else:
            done(result)


class Later(Now):
    """Keeps jobs until `catch_up`, so that a test can see what shows meanwhile."""

    def __init__(self):
        self.waiting = []

    def start(self, job, *, done, failed, progress=no_progress):
        ticket = Ticket()
        self.waiting.append((ticket, job, done, failed, progress))
        return ticket

    def catch_up(self):
        while self.waiting:
            self.run(*self.waiting.pop(0))


class Screens(list):
    """A view that remembers everything it was asked to show."""

    show_screen = list.append

    def show_unreadable(self, title, rest):
        self.unreadable = title, rest

    def show_progress(self, done, total):
        self.progress = done, total

    @property
    def now(self):
        return self[-1]


@dataclass
class Case:
    """The sample case at a desk: a talk that was held, its pack, and a referral ready to seal."""

    desk: Desk
    interview: InterviewId
    pack: PackId
    referral: ReferralId


def sharing(tools):
    """These tools, reading no content and no font that another test has read before."""
    return replace(
        tools,
        definitions=ONCE.definitions,
        prefill_rules=ONCE.prefill_rules,
        sample=ONCE.sample,
        renderer=ONCE.renderer,
    )


def register(vault, identity, organisation=ORGANISATION):
    made = VaultMade(organisation.practice)
    with vault.work(ROSA.id) as work:
        work.register.save_organisation(organisation, because=made)
        work.register.save_identity(identity, because=made)
        work.register.save_staff(ROSA, because=StaffAdded(ROSA.id, ROSA.role))
        work.commit()


def sit_down(tools, vault, announce=lambda _changes: None):
    """The desk at a vault that knows its organisation."""
    return set_up(tools, Shift(vault, ROSA, tools.now, tools.new_id, announce), ORGANISATION)


@contextmanager
def opened_copy(tools, folder, to, announce=lambda _changes: None):
    """A desk at a copy of a closed vault, which is closed again after."""
    vault = tools.door.open(shutil.copytree(folder, to), KEY)
    try:
        yield sit_down(tools, vault, announce)
    finally:
        vault.close()


def play(tools, desk, *, signed=True):
    """The sample case, from the talk to a referral with nothing missing."""
    case = SampleCase(desk, tools.sample())
    interview = case.hold_interview() if signed else case.talk()
    case.note_signs(interview)
    pack = case.work_pack(interview)
    return Case(desk, interview.id, pack.id, case.prepare_referral(pack).id)


def sign_off(desk, interview):
    """Sign an interview off, leaving whatever is missing for a reason."""
    talk = desk.interviews.resume(interview)
    form = form_of(desk.definitions, talk).form
    while gate := next(closed(form, talk, desk.rules.today()), None):
        talk = desk.interviews.pass_gate(interview, gate.page.id, gate.against, "Nothing was said")
    return desk.interviews.finish(interview)


def quick_keys(folder):
    """The keys of a folder, no dearer to try than they must be."""
    return KeyCabinet(folder, NoSecrets(), Cost())


@contextmanager
def stopped(kind, code):
    """Passes if the block raises this kind of error with exactly this code."""
    with pytest.raises(kind) as caught:
        yield caught
    assert caught.value.code == code


def events(vault):
    """What the audit trail of a vault says happened, in order."""
    rows = vault._connection().execute("SELECT event FROM audit ORDER BY number")
    return [event for (event,) in rows]
