"""The practice vault holds the sample case, opens without a question, and says what it is."""

import json
from dataclasses import replace

import pytest

from tests.desks import quick_keys
from welfare_app.services.practice import WORDS, open_practice


@pytest.fixture(scope="module")
def quick_tools(tools):
    return replace(tools, portable_keys_for=quick_keys)


@pytest.fixture(scope="module")
def practised(quick_tools, tmp_path_factory):
    folder = tmp_path_factory.mktemp("practice") / "vault"
    open_practice(quick_tools, folder).vault.close()
    return folder


@pytest.fixture
def opened(quick_tools, practised):
    opened = open_practice(quick_tools, practised)
    yield opened
    opened.vault.close()


def test_the_practice_vault_holds_one_case_ready_to_seal(opened):
    with opened.vault.work(opened.staff.id) as work:
        [talk] = work.interviews.all()
        [pack] = work.packs.all()
        [file] = work.evidence.of(pack.id)
        [referral] = work.referrals.of(pack.id)

    assert talk.finished
    assert pack.interview == talk.id
    assert file.name == "rota.png"
    assert referral.sealings == ()


def test_the_practice_vault_says_that_its_cases_are_made_up(opened):
    assert opened.organisation.practice


def test_opening_it_again_makes_no_second_case(quick_tools, practised):
    for _ in range(2):
        opened = open_practice(quick_tools, practised)
        with opened.vault.work(opened.staff.id) as work:
            assert len(work.packs.all()) == 1
        opened.vault.close()


def test_its_words_lie_beside_it_and_it_is_locked_all_the_same(practised):
    assert json.loads((practised / WORDS).read_text("utf-8"))["words"]
    assert b"SQLite format" not in (practised / "records.db").read_bytes()[:100]


def test_whoever_practises_can_be_reached_in_two_ways_that_reach_nobody(opened):
    phone, email = opened.staff.ways

    assert phone.startswith("01632 960")
    assert email.endswith("@example.org")
