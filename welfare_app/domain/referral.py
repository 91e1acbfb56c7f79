"""A referral: the answers a first responder will submit, prepared by us and sealed.

Made in an order that cannot be got wrong: a draft becomes ready only when nothing of ours is
missing and consent stands, and only what is ready can be sealed.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from welfare_app.domain.anonymity import Identifiers, Trace, traces, unconfirmed
from welfare_app.domain.answers import Answer, Answers, Gap, values
from welfare_app.domain.checks import Rulebook, problems
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import (
    HandoverWritten,
    ReferralAnswered,
    ReferralImported,
    ReferralMoved,
    ReferralSealed,
    ReferralStarted,
    ReferralTraceConfirmed,
)
from welfare_app.domain.form import Form, Problem, route, settled
from welfare_app.domain.handover import Entry
from welfare_app.domain.ids import FieldId, PackId, ReferralId, StaffId
from welfare_app.domain.leaving_out import NOTHING_LEFT_OUT, LeftOut
from welfare_app.domain.recordings import Recording

AGREED, ANONYMOUS = "adult-nrm", "adult-dtn-anonymous"
"""The ways of an adult who agrees to be referred, and of one who is not to be named."""


@dataclass(frozen=True, slots=True)
class Handing:
    """Who a pack is sealed for, why, and on what basis in law; and what is left out of it.

    `phone` is where the words are read out. `basis` is called as in resources/disclosing/; packs
    sealed before it was asked for have none.
    """

    recipient: str = field(default="", repr=False)
    organisation: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    purpose: str = field(default="", repr=False)
    basis: str = ""
    left_out: LeftOut = NOTHING_LEFT_OUT


@dataclass(frozen=True, slots=True)
class Checked:
    """Who read a pack through before it was sealed, or why nobody did."""

    by: StaffId | None = None
    alone: str = field(default="", repr=False)


NOBODY = Checked()
"""As where one person works alone."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """That a pack was sealed: SHA-256 of the file in hexadecimal, when, by whom, for whom.

    `recordings` are those that went beside it.
    """

    digest: str
    at: datetime
    by: StaffId
    handing: Handing
    checked: Checked = NOBODY
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True)
class Referral:
    """Never changed in place. Answers stay out of `repr`.

    `confirmed` are digests of traces of which someone said that they are not the person.
    `entries` say what became of each sealed pack, in the order they were written down.
    """

    id: ReferralId
    number: str
    pack: PackId
    form: str
    form_version: int
    started: datetime
    by: StaffId
    answers: Answers = field(default_factory=dict, repr=False)
    sealings: tuple[Sealing, ...] = ()
    confirmed: frozenset[str] = field(default=frozenset(), repr=False)
    entries: tuple[Entry, ...] = ()

    def begun(self) -> ReferralStarted:
        """What starting it is called in the audit trail."""
        return ReferralStarted(self.id, self.pack, self.form_version)

    def answer(self, field: FieldId, answer: Answer) -> "tuple[Referral, ReferralAnswered]":
        """Give one answer."""
        answers = MappingProxyType({**self.answers, field: answer})
        return replace(self, answers=answers), ReferralAnswered(self.id, field)

    def take(self, answers: Answers) -> "tuple[Referral, ReferralImported]":
        """Take answers from a file, all of them together."""
        taken = MappingProxyType({**self.answers, **answers})
        return replace(self, answers=taken), ReferralImported(self.id, tuple(answers))

    def move(self, form: Form) -> "tuple[Referral, ReferralMoved]":
        """Go on with another version of the form. Every answer is kept, asked there or not."""
        moved = replace(self, form_version=form.version)
        return moved, ReferralMoved(self.id, self.form_version, form.version)

    def confirm(self, trace: Trace) -> "tuple[Referral, ReferralTraceConfirmed]":
        """Write down that a trace is not the person."""
        changed = replace(self, confirmed=self.confirmed | {trace.digest})
        return changed, ReferralTraceConfirmed(self.id, trace.field)

    def sealed(self, sealing: Sealing) -> "tuple[Referral, ReferralSealed]":
        """Write down that a pack was sealed."""
        changed = replace(self, sealings=(*self.sealings, sealing))
        return changed, ReferralSealed(self.id, sealing.digest, sealing.checked.by)

    def hand_over(self, entry: Entry) -> "tuple[Referral, HandoverWritten]":
        """Write down what became of a pack that was sealed. Nothing written before is changed."""
        sealing = self.sealed_as(entry.digest)
        if sealing is None:
            raise Refused("handover.not-sealed")
        entry.must_be_possible(sealing.at)
        changed = replace(self, entries=(*self.entries, entry))
        return changed, HandoverWritten(self.id, entry.digest, entry.step)

    def sealed_as(self, digest: str) -> Sealing | None:
        """The sealing that made the file with this digest, if there was one."""
        return next((one for one in self.sealings if one.digest == digest), None)

    def became(self, digest: str) -> tuple[Entry, ...]:
        """What is written down of the pack with this digest."""
        return tuple(one for one in self.entries if one.digest == digest)


@dataclass(frozen=True, slots=True)
class ReadyReferral:
    """A referral with nothing of ours missing. Only `ready` makes one."""

    referral: Referral
    route: str


def missing(form: Form, referral: Referral, rules: Rulebook) -> tuple[Problem, ...]:
    """What we still have to answer. What only the first responder can fill never counts."""
    theirs = {field.id for field in form.fields() if field.theirs}
    found = problems(form, values(referral.answers), rules)
    return tuple(problem for problem in found if problem.field not in theirs)


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a referral and has a say in whether it may be sealed.

    `unexplained` are the points of being referred that nobody wrote down as explained, where an
    interview should hold them. `known` is all we know that points to the person. `withdrawn` is
    whether the worker took the consent to be referred back.
    """

    unexplained: tuple[str, ...] = ()
    known: Identifiers = field(default_factory=Identifiers)
    withdrawn: bool = False


NOTHING_BEHIND = Backing()


def left_to_confirm(
    form: Form, referral: Referral, backing: Backing, fields: Collection[FieldId] = ()
) -> tuple[Trace, ...]:
    """Where the person may be named on the way that names nobody, and nobody has said no.

    With `fields`, only in those.
    """
    if route(form, settled(form, values(referral.answers))) != ANONYMOUS:
        return ()
    return unconfirmed(traces(form, referral.answers, backing.known, fields), referral.confirmed)


def ready(
    form: Form, referral: Referral, rules: Rulebook, backing: Backing = NOTHING_BEHIND
) -> ReadyReferral:
    """The referral, if it may be sealed.

    A child is never held back by what was or was not explained: no consent is asked.
    """
    final = settled(form, values(referral.answers))
    if isinstance(final.get(FieldId("pv-want-to-submit-nrm")), Gap):
        raise Refused("seal.no-consent-answer")
    if left := missing(form, referral, rules):
        raise Refused("seal.not-ready", count=len(left))
    way = route(form, final)
    if not way:  # an age or an agreement left with a reason leads nowhere
        raise Refused("seal.no-consent-answer")
    if way == AGREED and backing.withdrawn:
        raise Refused("seal.consent-withdrawn")
    if way == AGREED and backing.unexplained:
        raise Refused("seal.points-not-explained", count=len(backing.unexplained))
    if found := left_to_confirm(form, referral, backing):
        raise Refused("seal.names-in-it", count=len(found))
    return ReadyReferral(referral, way)
