"""Answers as a file: nothing is taken unseen, and what goes wrong is said in words."""

import json

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer
from welfare_app.presenters.exchange import ExchangePresenter
from welfare_app.presenters.places import AtReferral


@pytest.fixture
def opened(case, went, now):
    def at(jobs=now):
        desk, view = case.desk, Screens()
        words = desk.referrals.form_of(desk.referrals.get(case.referral))
        presenter = ExchangePresenter(
            view, case.referral, words, desk.referrals, desk.exchange, jobs, went.append
        )
        presenter.begin()
        return presenter, view

    return at


@pytest.fixture
def file(tmp_path):
    def make(data, **more):
        path = tmp_path / "answers.json"
        path.write_text(json.dumps({"data": data, **more}), "utf-8")
        return path

    return make


def kept(case, id):
    return case.desk.referrals.get(case.referral).answers[id]


def test_a_file_is_shown_by_what_it_would_change_before_anything_is_taken(opened, file, case):
    case.desk.referrals.answer(case.referral, "reference", Answer(""))
    presenter, view = opened()
    before = kept(case, "birthplace")
    told = {"birthplace": "Elsewhere", "reference": "T-1", "pv-shoe-size": "44"}
    named = [{"name": "a.png", "size": 1, "mimetype": "image/png"}]
    presenter.look(file({**told, "files": named}, form_version=9))

    words = case.desk.definitions.form("nrm-referral")
    assert [(group.title, group.labels) for group in view.now.groups] == [
        ("New here", (words.label("reference"),)),
        ("Different here", (words.label("birthplace"),)),
        ("Not on this form", ("pv-shoe-size",)),
        ("Not in the file", ("1 file is named in it, and not inside",)),
    ]
    assert view.now.take == "Take 2 answers"
    assert kept(case, "birthplace") == before


def test_all_of_it_is_taken_and_said(opened, file, case):
    presenter, view = opened()
    presenter.look(file({"birthplace": "Elsewhere"}))
    presenter.take()

    assert kept(case, "birthplace") == Answer("Elsewhere", "en", "import")
    assert view.now.done.startswith("1 answer taken")
    assert (view.now.groups, view.now.take) == ((), "")


def test_none_of_it_is_taken_when_it_is_left(opened, file, case):
    presenter, view = opened()
    before = kept(case, "birthplace")
    presenter.look(file({"birthplace": "Elsewhere"}))
    presenter.leave_it()
    presenter.take()

    assert kept(case, "birthplace") == before
    assert view.now.looked == ""


def test_a_file_with_nothing_new_offers_nothing_to_take(opened, file, case):
    presenter, view = opened()
    presenter.look(file({"birthplace": kept(case, "birthplace").value}))

    assert (view.now.looked, view.now.take) == ("Nothing in it is new", "")


def test_a_file_that_will_not_do_is_refused_with_its_place(opened, file):
    presenter, view = opened()
    presenter.look(file({"birthplace": 5}))

    assert view.now.trouble is not None
    assert "data.birthplace" in view.now.trouble.happened
    assert not view.now.busy


def test_reading_a_file_is_shown_as_under_way(opened, file, later, tmp_path):
    presenter, view = opened(later)
    presenter.look(file({"birthplace": "Elsewhere"}))
    assert view.now.busy

    presenter.save(tmp_path / "meanwhile.json")
    later.catch_up()
    assert not view.now.busy
    assert view.now.take == "Take 1 answer"


def test_saving_says_that_it_is_not_locked_and_a_failure_says_why(opened, tmp_path):
    presenter, view = opened()
    presenter.save(tmp_path / view.now.file_name)
    assert (tmp_path / "P-0001-answers.json").exists()
    assert "not locked" in view.now.done

    presenter.save(tmp_path / "nowhere" / "out.json")
    assert view.now.trouble is not None
    assert view.now.done == ""


def test_it_leads_back_to_the_overview(opened, went, case):
    presenter, _ = opened()
    presenter.back()

    assert went == [AtReferral(case.pack)]
