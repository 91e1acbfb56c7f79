"""How others know it is us, as a lead sees it; and what Home says when it is time."""

from datetime import timedelta

import pytest

from tests.services.test_keep_identity import keeping
from welfare_app.domain.people import Role
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.home_seal import SealOnHome
from welfare_app.presenters.identity import DAY, WHICH, IdentityPresenter
from welfare_app.presenters.places import AtIdentity
from welfare_app.presenters.ways import WAYS
from welfare_app.services.keep_signer import KeepSigner


@pytest.fixture
def keep(tools, desk):
    return keeping(tools, desk)


@pytest.fixture
def opened(keep, desk, screens, now):
    presenter = IdentityPresenter(screens, keep, desk.check, desk.definitions, now)
    presenter.begin()
    return presenter


def test_the_fingerprint_stands_in_groups_that_can_be_read_out(opened, screens):
    assert len(screens.now.groups) == 16
    assert {len(group) for group in screens.now.groups} == {4}
    assert screens.now.organisation == "Orchard Example Labour Ltd"


def test_the_card_the_certificate_and_the_page_are_saved_from_one_place(
    opened, screens, tmp_path, identity
):
    opened.save_card(tmp_path / "card.pdf")
    assert screens.now.done.startswith("The card is saved")
    opened.save_root(tmp_path / "root.crt")
    opened.save_page(tmp_path / "check.html")

    assert screens.now.done.startswith("The page is saved")
    assert identity.root_certificate.strip() in (tmp_path / "check.html").read_bytes()
    assert (tmp_path / "root.crt").read_bytes() == identity.root_certificate


def test_the_page_for_receivers_comes_with_the_list_once_there_is_one(opened, screens, tmp_path):
    opened.distrust(screens.now.laptop.fingerprint, "2026-05-01")
    opened.save_page(tmp_path / "check.html")

    assert b"BEGIN X509 CRL" in (tmp_path / "check.html").read_bytes()


def test_renewing_is_one_step_and_said(opened, screens):
    before = screens.now.laptop
    opened.renew()

    assert screens.now.done.startswith("This laptop’s certificate is renewed")
    assert screens.now.laptop.fingerprint != before.fingerprint
    assert screens.now.known[2].title == "Laptop certificate before"


def test_a_loss_needs_a_certificate_and_a_day(opened, screens):
    opened.distrust("", "not a day")
    assert screens.now.problems == (WHICH, DAY)

    opened.distrust(screens.now.laptop.fingerprint, "2026-05-01")
    assert screens.now.problems == ()
    assert screens.now.listed
    assert [one.about for one in screens.now.known if one.lost] == ["Lost since 1 May 2026"]


def test_a_loss_that_is_still_to_come_is_trouble_and_changes_nothing(opened, screens):
    before = screens.now.known
    opened.distrust(screens.now.laptop.fingerprint, "2031-05-01")

    assert screens.now.trouble.happened == "That day is still to come."
    assert screens.now.known == before


def on_home(tools, keep):
    return SealOnHome(keep, KeepSigner(keep.shift, tools.signatures))


def test_home_asks_a_lead_in_good_time_and_nobody_else(tools, desk, keep, clock):
    assert on_home(tools, keep).say(clock()) == ()

    soon = keep.standing().laptop.until - timedelta(weeks=7)
    (need,) = on_home(tools, keep).say(soon)
    assert (need.what, need.late, need.place) == (
        "Renew this laptop’s certificate",
        False,
        AtIdentity(),
    )
    (late,) = on_home(tools, keep).say(soon + timedelta(weeks=9))
    assert late.late
    assert "Nothing can be sealed" in late.about
    assert on_home(tools, keeping(tools, desk, Role.CHAMPION)).say(soon) == ()


def test_it_stands_on_home_beside_what_else_needs_a_lead(tools, desk, keep, screens, went, clock):
    home = HomePresenter(
        screens,
        desk.around,
        desk.interviews,
        desk.packs,
        desk.definitions,
        desk.shift.now,
        went.append,
        practice=False,
        seal=on_home(tools, keep),
    )
    home.begin()
    assert screens.now.needs == ()

    clock.move(days=1050)
    home.begin()
    (need,) = screens.now.needs
    home.follow(need.place)
    assert went == [AtIdentity()]


@pytest.mark.parametrize("code", ["seal.certificate-ended", "seal.root-ended"])
def test_a_refusal_to_seal_says_where_it_is_put_right(desk, code):
    (way,) = [one for one in WAYS if one.place == AtIdentity()]

    assert way.title in desk.definitions.message(code).todo
