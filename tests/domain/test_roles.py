from welfare_app.domain.people import Role
from welfare_app.domain.roles import Act, may


def test_a_lead_may_do_everything():
    assert all(may(Role.LEAD, act) for act in Act)


def test_an_auditor_reads_what_was_done_and_never_what_was_said():
    assert {act for act in Act if may(Role.AUDITOR, act)} == {Act.READ_TRAIL}


def test_only_a_lead_or_a_checker_vouches_for_what_another_does():
    assert {role for role in Role if may(role, Act.CHECK_OTHERS)} == {Role.LEAD, Role.CHECKER}
