"""Every point of being referred is explained before a yes can mean anything."""

from welfare_app.domain.answers import Answer
from welfare_app.domain.explaining import unexplained


def test_points_ticked_in_the_talk_or_at_the_consent_stage_count_alike(library):
    form = library.form("welfare-interview").form
    talk = {"points": Answer(("scheme", "support", "results", "sharing", "withdraw"))}
    stage = {"consent-points": Answer(("police", "law"))}

    assert unexplained(form, talk, stage) == ("refusing",)
    assert unexplained(form, talk, {"consent-points": Answer(("police", "law", "refusing"))}) == ()


def test_a_form_that_asks_for_no_points_is_held_to_none(library):
    assert unexplained(library.form("incident-pack").form, {}) == ()
