"""A provider's certificate, as a lead takes it in, sees it near its end, and takes it away."""

from datetime import timedelta

import pytest

from tests.desks import Later
from tests.providers import HOLDER, ISSUER, PASSWORD
from tests.services.test_second_signature import keeping, taken_in
from tests.store.decrypted import pages_of
from welfare_app.domain.people import Role
from welfare_app.presenters.home_seal import NEXT, SealOnHome
from welfare_app.presenters.signature_words import NOT_QUALIFIED, QUALIFIED
from welfare_app.presenters.signer import DUE, ENDED, FILE, KEPT, REMOVED, SignerPresenter, Step
from welfare_app.services.keep_identity import KeepIdentity

WEEK = timedelta(weeks=1)


class Part(list):
    """A view that remembers everything it was asked to show."""

    show_signer = list.append

    @property
    def now(self):
        return self[-1]


@pytest.fixture
def part():
    return Part()


@pytest.fixture
def opened(tools, part, now):
    def at(desk, jobs=now):
        keep = keeping(tools, desk)
        presenter = SignerPresenter(part, keep, desk.sign_beside, desk.definitions, jobs)
        presenter.begin()
        return presenter

    return at


def test_it_begins_with_what_the_law_makes_of_it_and_what_was_not_read(opened, desk, part):
    opened(desk)

    assert part.now.step is Step.NONE
    said = dict(part.now.law)
    (device,) = [one for one in said if "A file is none of these" in one]
    assert said[device] == (
        "UK eIDAS Articles 3(12), 3(23), 29 and Annex II. "
        "From general knowledge, November 2026; not read in its source"
    )
    assert [one for one in said.values() if one.endswith(". Checked November 2026")]


def test_a_file_is_looked_at_first_and_kept_only_when_asked(opened, desk, part, from_provider):
    presenter = opened(desk)
    presenter.look(from_provider, PASSWORD)
    assert part.now.step is Step.SEEN
    assert [value for _, value, _ in part.now.facts] == [HOLDER, ISSUER, "11 April 2028"]
    assert part.now.facts[1][2] == QUALIFIED != NOT_QUALIFIED

    presenter.drop()
    assert part.now.step is Step.NONE
    presenter.keep()
    assert part.now.step is Step.NONE, "what was let go of is not there to be kept"

    presenter.look(from_provider, PASSWORD)
    presenter.keep()
    assert (part.now.step, part.now.done) == (Step.KEPT, KEPT)


def test_a_missing_file_is_named_and_a_wrong_password_is_trouble_without_it(
    opened, desk, part, from_provider
):
    presenter = opened(desk)
    presenter.look(None, PASSWORD)
    assert part.now.problems == (FILE,)

    presenter.look(from_provider, "canary guess")
    assert part.now.step is Step.NONE
    assert part.now.trouble.happened == "That password did not open the file."
    assert "canary" not in repr(part)
    assert HOLDER not in repr(part)


def test_it_is_told_ahead_of_its_end_here_and_on_home_and_nobody_but_a_lead_is(
    tools, opened, desk, part, from_provider, clock
):
    until = taken_in(tools, desk, from_provider).kept().until

    def on_home(role=Role.LEAD):
        keep = keeping(tools, desk, role)
        identity = KeepIdentity(keep.shift, tools.certifier, tools.renderer, tools.disk)
        return [one for one in SealOnHome(identity, keep).say(clock()) if one.what == NEXT]

    opened(desk)
    assert (part.now.warning, on_home()) == ("", [])
    clock.at = until - 7 * WEEK
    opened(desk)
    assert part.now.warning == DUE
    assert [one.when for one in on_home()] == ["by 11 April 2028"]
    assert on_home(Role.CHAMPION) == []
    clock.at = until + WEEK
    opened(desk)
    assert part.now.warning == ENDED
    assert "Packs are sealed without it too" in on_home()[0].about
    assert not on_home()[0].late


def test_taken_away_it_is_gone_from_the_part_and_from_the_vault(
    tools, opened, desk, part, from_provider
):
    taken_in(tools, desk, from_provider)
    with desk.shift.work() as work:
        key = work.register.second_signer().key.splitlines()[1]
    presenter = opened(desk)
    presenter.remove()

    assert (part.now.step, part.now.done) == (Step.NONE, REMOVED)
    assert key not in pages_of(desk.shift.vault)


def test_a_sealed_file_is_signed_and_any_other_is_trouble(
    tools, opened, sealed_desk, sealed, part, from_provider, tmp_path
):
    taken_in(tools, sealed_desk, from_provider)
    presenter = opened(sealed_desk)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(sealed.pack.path.read_bytes())
    presenter.sign(copy)
    assert "copy.pdf.p7s lies beside" in part.now.done

    presenter.sign(from_provider)
    assert part.now.trouble.happened.startswith("This file was not sealed from this vault")
    assert part.now.step is Step.KEPT


def test_while_one_thing_is_under_way_another_does_not_begin(opened, desk, part, from_provider):
    later = Later()
    presenter = opened(desk, later)
    presenter.look(from_provider, PASSWORD)
    presenter.look(from_provider, PASSWORD)

    assert part.now.busy == "Opening the file…"
    assert len(later.waiting) == 1


def test_locking_lets_go_of_a_key_that_is_not_kept(opened, desk, part, from_provider):
    presenter = opened(desk)
    presenter.look(from_provider, PASSWORD)
    presenter.forget()
    presenter.keep()

    with desk.shift.work() as work:
        assert work.register.second_signer() is None
