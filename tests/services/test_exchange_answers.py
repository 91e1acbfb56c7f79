"""Answers come in only whole and looked at, and go out recorded; a hostile file harms nothing."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desks import events, stopped
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import Refused, Unavailable, WelfareAppError
from welfare_app.domain.export import exported, sent, written
from welfare_app.services import answers_file
from welfare_app.services.desk import REFERRAL
from welfare_app.services.exchange_answers import file_name


@pytest.fixture
def file(tmp_path):
    """Writes a file of answers."""

    def make(data=None, **more):
        path = tmp_path / "answers.json"
        path.write_text(json.dumps({"data": data or {}, **more}), "utf-8")
        return path

    return make


@pytest.fixture(scope="session")
def form(tools):
    return tools.definitions.form(REFERRAL).form


def answers(case):
    return case.desk.referrals.get(case.referral).answers


def test_looking_through_a_file_says_what_is_new_different_and_the_same(case, file):
    case.desk.referrals.answer(case.referral, "reference", Answer(""))
    here = answers(case)
    told = {
        "birthplace": "Elsewhere",
        "family": here["family"].value,
        "reference": "T-1",
        "education": "  ",
    }
    found = case.desk.exchange.look(case.referral, file(told))

    assert (found.new, found.differs, found.same) == (
        ("reference",),
        ("birthplace",),
        ("family",),
    )
    assert answers(case) == here


def test_what_was_looked_through_is_taken_together_and_marked_until_accepted(case, file, heard):
    exchange = case.desk.exchange
    found = exchange.look(case.referral, file({"birthplace": "Elsewhere", "family": "None left"}))
    exchange.take(case.referral, found)

    assert answers(case)["birthplace"] == Answer("Elsewhere", "en", "import")
    assert answers(case)["family"] == Answer("None left", "en", "import")
    assert heard[-1] == {case.referral}
    assert events(case.desk.shift.vault)[-1] == "ReferralImported"


def test_what_was_there_before_stays_readable(case, file):
    exchange, before = case.desk.exchange, answers(case)["birthplace"].value
    exchange.take(case.referral, exchange.look(case.referral, file({"birthplace": "Elsewhere"})))

    rows = case.desk.shift.vault._connection().execute(
        "SELECT body FROM version WHERE part = 'answer:birthplace' ORDER BY entry"
    )
    assert [json.loads(body)["value"] for (body,) in rows][-2:] == [before, "Elsewhere"]


def test_a_disk_that_fails_half_way_leaves_nothing_of_a_file(case, file, monkeypatch):
    exchange, before = case.desk.exchange, answers(case)
    found = exchange.look(case.referral, file({"birthplace": "Elsewhere", "family": "None"}))

    def fail(_self):
        raise Unavailable("vault.disk-full")

    with monkeypatch.context() as patch:
        patch.setattr("welfare_app.store.work.VaultWork.commit", fail)
        with stopped(Unavailable, "vault.disk-full"):
            exchange.take(case.referral, found)

    assert answers(case) == before
    assert "ReferralImported" not in events(case.desk.shift.vault)


def test_a_file_with_nothing_new_is_not_taken(case, file):
    found = case.desk.exchange.look(case.referral, file({"education": ""}))

    with stopped(Refused, "referral.nothing-to-take"):
        case.desk.exchange.take(case.referral, found)


def test_names_of_another_version_are_shown_and_left_out(case, file):
    found = case.desk.exchange.look(
        case.referral, file({"pv-shoe-size": "44", "family": "None"}, form_version=9)
    )

    assert (found.elsewhere, found.differs) == (("pv-shoe-size",), ("family",))
    assert list(found.answers) == ["family"]


def test_an_unknown_name_is_refused_where_no_other_version_explains_it(case, file):
    with stopped(Refused, "referral.unknown-field") as caught:
        case.desk.exchange.look(case.referral, file({"pv-shoe-size": "44"}))

    assert caught.value.facts == {"place": "data.pv-shoe-size"}


def test_files_that_are_named_do_not_come_along(case, file):
    named = [{"name": "rota.png", "size": 5, "mimetype": "image/png"}]
    found = case.desk.exchange.look(case.referral, file({"files": named}))

    assert (found.files, found.answers) == (1, {})


def test_saving_writes_what_would_be_sent_and_records_it_first(case, tmp_path):
    path = tmp_path / "out.json"
    case.desk.referrals.answer(case.referral, "family", Answer(Gap(Why.NOT_SAFE, "brother there")))
    case.desk.exchange.save(case.referral, path)
    whole = json.loads(path.read_text("utf-8"))

    assert whole["data"]["family"] == "Not safe to ask: brother there."
    assert whole["gaps"]["family"] == {"why": "not-safe", "reason": "brother there"}
    assert whole["form_version"] == 1
    assert events(case.desk.shift.vault)[-1] == "ReferralExported"


def test_a_saved_file_comes_back_without_a_difference(case, tmp_path):
    path = tmp_path / "out.json"
    case.desk.referrals.answer(case.referral, "family", Answer(Gap(Why.NOT_SAFE, "brother there")))
    case.desk.referrals.answer(case.referral, "education", Answer("Cztery klasy", "pl"))
    case.desk.exchange.save(case.referral, path)

    found = case.desk.exchange.look(case.referral, path)
    # the form asks for its files and what they are; that part is written from the evidence
    assert set(found.new) <= {"what-evidence-you-will-submit"}
    assert found.differs == ()


def test_the_file_is_called_by_the_case_and_nothing_else(case):
    assert file_name(case.desk.referrals.get(case.referral)) == "P-0001-answers.json"


def test_a_file_that_cannot_be_written_leaves_no_record(case, tmp_path):
    with stopped(Unavailable, "disk.failed"):
        case.desk.exchange.save(case.referral, tmp_path / "nowhere" / "out.json")

    assert "ReferralExported" not in events(case.desk.shift.vault)


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b'{"data": []}', "referral.no-data", "data"),
        (b"{}", "referral.no-data", "data"),
        (b"[]", "referral.not-json", "the whole file"),
        (b"1" * 5_000, "referral.not-json", "a number of 5000 digits"),
        (b'\xff\xfe{"data": {}}', "referral.not-json", "byte 1"),
        (b'{"data": {}, "form": "tea"}', "referral.other-form", "form"),
        (b'{"data": {}, "form_version": "1"}', "referral.wrong-type", "form_version"),
        (b'{"data": {}, "form_version": true}', "referral.wrong-type", "form_version"),
        (b'{"data": {}, "gaps": {"family": 1}}', "referral.wrong-type", "gaps.family"),
        (
            b'{"data": {}, "gaps": {"family": {"why": "shy", "reason": ""}}}',
            "referral.wrong-type",
            "gaps.family",
        ),
        (b'{"data": {}, "gaps": {"tea": {}}}', "referral.unknown-field", "gaps.tea"),
        (
            b'{"data": {}, "languages": {"family": "<b>"}}',
            "referral.wrong-type",
            "languages.family",
        ),
        (b'{"data": {"family": null}}', "referral.wrong-type", "data.family"),
        (b'{"data": {"family": true}}', "referral.wrong-type", "data.family"),
        (b'{"data": {"family": ["a", "b"]}}', "referral.wrong-type", "data.family"),
        (b'{"data": {"family": {"rows": []}}}', "referral.wrong-type", "data.family"),
        (b'{"data": {"files": {"name": "a"}}}', "referral.wrong-type", "data.files"),
        (b'{"data": {"family": Infinity}}', "referral.not-json", "Infinity"),
        (b'{"data": ' + b'{"a":' * 50, "referral.too-deep", "line 1"),
        (b'{"data": {"\\ud800": "a"}}', "referral.unknown-field", "data.…"),
        (b'{"data": {"' + b"a" * 500 + b'": ""}}', "referral.unknown-field", f"data.{'a' * 60}…"),
    ],
)
def test_what_is_not_as_it_should_be_is_refused_with_its_place(form, raw, code, place):
    with stopped(Refused, code) as caught:
        answers_file.told(raw, form)

    assert caught.value.facts["place"] == place


def test_a_text_longer_than_any_box_is_refused_by_name(form):
    raw = json.dumps({"data": {"reference": "a", "family": "a" * 10_000_000}}).encode()

    with stopped(Refused, "referral.too-long") as caught:
        answers_file.told(raw, form)
    assert caught.value.facts["place"] == "data.family"


def test_strings_full_of_brackets_and_quotes_are_texts_like_any_other(form):
    text = '[[[{{{"\\"' * 3_000
    raw = json.dumps({"data": {"family": text}}).encode()

    assert answers_file.told(raw, form).answers["family"].value == text


def test_a_mark_at_the_head_of_the_file_is_no_fault(form):
    assert answers_file.told(b'\xef\xbb\xbf{"data": {"family": "x"}}', form).answers["family"]


def test_one_tick_may_come_as_text_as_browsers_send_it(form):
    found = answers_file.told(b'{"data": {"pv-contact-details": "email"}}', form)

    assert found.answers["pv-contact-details"].value == ("email",)


def test_half_a_character_is_kept_and_goes_out_as_json_has_it(form):
    found = answers_file.told(b'{"data": {"birthplace": "a\\ud800\\u202eb"}}', form)
    assert found.answers["birthplace"].value == "a\ud800\u202eb"

    out = written(exported(form, found.answers, ()))
    assert json.loads(out)["data"].get("birthplace") == "a\ud800\u202eb"


def test_what_is_no_file_is_not_read(tmp_path):
    for path in (tmp_path, tmp_path / "nowhere"):
        with stopped(Unavailable, "file.unreadable"):
            answers_file.read(path)


def test_a_file_larger_than_any_of_its_kind_is_not_read(tmp_path):
    with (tmp_path / "huge.json").open("wb") as huge:
        huge.truncate(200_000_000)

    with stopped(Unavailable, "file.too-large"):
        answers_file.read(tmp_path / "huge.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["data", "gaps", "languages", "family", "files", "rows", "gap", "why"])
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


def refusal(raw, form):
    """The code a file is refused with, or blank. Any other end is a failure."""
    try:
        answers_file.told(raw, form)
    except WelfareAppError as error:
        return error.code
    return ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(JSON)
def test_no_json_does_more_than_be_refused(form, value):
    code = refusal(json.dumps(value).encode(), form)

    assert not code or code.startswith("referral.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(form, raw):
    assert refusal(raw, form).startswith("referral.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=50), reason=st.text(max_size=20))
def test_whatever_was_written_goes_out_and_comes_back_the_same(form, text, reason):
    given = {
        "pv-under-age": Answer("no"),
        "family": Answer(text, "pl"),
        "education": Answer(Gap(Why.DECLINED, reason)),
    }
    back = answers_file.told(written(exported(form, given, ())), form).answers

    for id in sent(form, given):
        assert back[id] == given[id]
