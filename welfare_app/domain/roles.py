"""What each role may do. It guides honest people; whoever holds the key holds everything."""

from enum import StrEnum

from welfare_app.domain.people import Role


class Act(StrEnum):
    """Something not everyone may do."""

    WORK_CASES = "work-cases"
    READ_CASES = "read-cases"
    CHECK_OTHERS = "check-others"
    """Vouch, as the second person, for what somebody else is about to do."""
    MANAGE_STAFF = "manage-staff"
    READ_TRAIL = "read-trail"
    KEEP_BACKUPS = "keep-backups"
    RESTORE = "restore"
    DISPOSE = "dispose"
    ANSWER_ACCESS = "answer-access"
    SEND_CASES = "send-cases"
    BREAK_GLASS = "break-glass"
    """Open, in an emergency, a case that is kept to a circle of others."""
    KEEP_SEAL = "keep-seal"
    """Look after the certificates that packs are sealed with."""


_MAY: dict[Role, frozenset[Act]] = {
    Role.LEAD: frozenset(Act),
    Role.CHAMPION: frozenset({Act.WORK_CASES, Act.READ_CASES, Act.KEEP_BACKUPS, Act.SEND_CASES}),
    Role.CHECKER: frozenset({Act.READ_CASES, Act.CHECK_OTHERS, Act.KEEP_BACKUPS}),
    Role.AUDITOR: frozenset({Act.READ_TRAIL}),
}
"""An auditor reads what was done, never what was said (reference: data protection, section 8)."""


def may(role: Role, act: Act) -> bool:
    """Whether someone in this role may do it."""
    return act in _MAY[role]
