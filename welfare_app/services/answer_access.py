"""Answering a request for access: found, read through, redacted, vouched for, written whole."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from welfare_app.domain.access import AccessRequest, Answered, Decided
from welfare_app.domain.access_document import (
    Reply,
    compose_answer,
    exported_answer,
    given,
    kept_back,
)
from welfare_app.domain.anonymity import Identifiers, Search, identifiers
from welfare_app.domain.answers import Answers
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import AccessChanged
from welfare_app.domain.export import written
from welfare_app.domain.ids import AccessId, StaffId
from welfare_app.domain.passages import (
    Passage,
    Proposal,
    others_named,
    propose,
    refuse_absent,
    undecided,
)
from welfare_app.domain.roles import Act
from welfare_app.domain.same_person import Alike, Known, alike
from welfare_app.services.definitions import Definitions
from welfare_app.services.gather_passages import GatherPassages
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.review_retention import Reviewed, ReviewRetention
from welfare_app.services.second_person import SecondPerson
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk, Renderer


@dataclass(frozen=True, slots=True)
class Through:
    """A request with everything that is held in its cases, and what is proposed of each."""

    request: AccessRequest
    cases: tuple[Reviewed, ...]
    passages: tuple[Passage, ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class AnswerAccess:
    """What a lead does when somebody asks what is held about them."""

    shift: Shift
    definitions: Definitions
    review: ReviewRetention
    second: SecondPerson
    renderer: Renderer
    disk: Disk

    def requests(self) -> tuple[AccessRequest, ...]:
        """Every request, the newest first."""
        self.shift.must(Act.ANSWER_ACCESS)
        with self.shift.work() as work:
            return work.access.all()

    def begin(self, number: str, received: date) -> AccessRequest:
        """Write down that somebody asked, about a case found by its number."""
        self.shift.must(Act.ANSWER_ACCESS)
        if received > self.shift.now().date():
            raise Refused("access.not-yet")
        case = self.review.called(number)
        with self.shift.work() as work:
            request = AccessRequest(
                AccessId(self.shift.new_id()),
                work.access.next_number(),
                case,
                received,
                self.shift.staff.id,
            )
            work.access.save(request, because=request.asked())
            changes = work.commit()
        self.shift.announce(changes)
        return request

    def get(self, id: AccessId) -> AccessRequest:
        """A request as it stands."""
        self.shift.must(Act.ANSWER_ACCESS)
        with self.shift.work() as work:
            return work.access.get(id)

    def meet(
        self,
        id: AccessId,
        *,
        alone: bool,
        proof_asked: date | None,
        proved: date | None,
        delivery: str,
    ) -> AccessRequest:
        """Write down how it was made sure that it is they, and that they ask freely."""
        return self._change(
            id,
            lambda one: one.meet(
                alone=alone, proof_asked=proof_asked, proved=proved, delivery=delivery
            ),
        )

    def extend(self, id: AccessId, why: str) -> AccessRequest:
        """Take two months more."""
        return self._change(id, lambda one: one.extend(why))

    def include(self, id: AccessId, case: str) -> AccessRequest:
        """Look another case through as well: it is about the same person."""
        return self._change(id, lambda one: one.include(case))

    def leave_out(self, id: AccessId, case: str) -> AccessRequest:
        """A case is about somebody else after all."""
        return self._change(id, lambda one: one.leave_out(case))

    def through(self, id: AccessId) -> Through:
        """Everything that is held, with what is proposed of each passage."""
        self.shift.must(Act.ANSWER_ACCESS)
        with self.shift.work() as work:
            return self._through(work, work.access.get(id))

    def decide(self, id: AccessId, passage: Passage, decided: Decided) -> AccessRequest:
        """Write down what becomes of a passage."""
        refuse_absent(passage, decided)
        return self._change(id, lambda one: one.decide(passage.id, decided))

    def accept(self, id: AccessId, passages: tuple[str, ...]) -> AccessRequest:
        """Decide passages as they are proposed, all of them together."""
        self.shift.must(Act.ANSWER_ACCESS)
        with self.shift.work() as work:
            through = self._through(work, work.access.get(id))
            request = through.request
            for passage, proposal in zip(through.passages, through.proposals, strict=True):
                if passage.id in passages and passage.id not in request.decided:
                    request, _ = request.decide(passage.id, proposal.decided)
            work.access.save(request, because=AccessChanged(id, "passages"))
            changes = work.commit()
        self.shift.announce(changes)
        return request

    def alike(self, id: AccessId, progress: Progress = no_progress) -> tuple[Alike, ...]:
        """Other cases that name the same person, number or account. Call it in a job."""
        self.shift.must(Act.ANSWER_ACCESS)
        request = self.get(id)
        cases = self.review.look(progress)
        with self.shift.work() as work:
            known = Known.of(
                self._own([one for one in cases if one.case in request.cases]),
                [
                    passage.text
                    for one in cases
                    if one.case in request.cases
                    for passage in self._gather.of(work, one)
                ],
            )
            found = []
            for at, one in enumerate(cases):
                progress(at, len(cases))
                if one.case not in request.cases:
                    texts = [passage.text for passage in self._gather.of(work, one)]
                    if kinds := alike(known, texts):
                        found.append(Alike(one.case, one.numbers, kinds))
        return tuple(found)

    def answer(
        self,
        id: AccessId,
        second: StaffId,
        passphrase: str,
        path: Path,
        progress: Progress = no_progress,
    ) -> Answered:
        """Write the answer to a PDF and, beside it, a file for machines. Call it in a job.

        The digests are recorded before the PDF takes its name.
        """
        through = self.through(id)
        request = through.request
        request.refuse_unsafe()
        if left := undecided(request, through.passages):
            raise Refused("access.not-decided", count=len(left))
        vouched = self.second.vouch(second, passphrase)
        progress(0, 2)  # the last moment at which it can be stopped
        at = self.shift.now()
        with self.shift.work() as work:
            organisation = work.register.organisation()
        words = self.definitions.retention()
        reply = Reply(
            request.number,
            at,
            organisation,
            tuple(words.keeps(one.standing.kept_as.id) for one in through.cases),
            tuple(
                dict.fromkeys(
                    sealing.handing.organisation
                    for case in through.cases
                    for referral in case.referrals
                    for sealing in referral.sealings
                )
            ),
            given(request, through.passages),
            kept_back(request, through.passages),
        )
        pdf = self.renderer.render(compose_answer(reply))
        machine = written(exported_answer(reply))
        answered = Answered(at, self.shift.staff.id, vouched.id, _digest(pdf), _digest(machine))
        self.disk.write_whole(path, pdf, lambda: self._record(through, answered))
        self.disk.write_whole(path.with_suffix(".json"), machine)
        self.shift.announce(frozenset({id}))
        return answered

    @property
    def _gather(self) -> GatherPassages:
        return GatherPassages(self.definitions)

    def _record(self, through: Through, answered: Answered) -> None:
        with self.shift.work() as work:
            now = work.access.get(through.request.id)
            if self._through(work, now) != through:
                raise Refused("access.changed")
            request, because = now.answer(answered)
            work.access.save(request, because=because)
            work.commit()

    def _through(self, work: UnitOfWork, request: AccessRequest) -> Through:
        cases = tuple(self.review.find(work, case) for case in request.cases)
        found = (passage for case in cases for passage in self._gather.of(work, case))
        passages = tuple({one.id: one for one in found}.values())
        own = self._own(cases)
        staff = (one.name for one in work.register.staff())
        others = tuple(name for name in others_named(passages, staff) if name not in set(own.names))
        search = Search.of(Identifiers(names=others))
        hidden = tuple(
            dict.fromkeys(word for one in request.decided.values() for word in one.hidden)
        )
        proposals = tuple(propose(one, own, search, hidden) for one in passages)
        return Through(request, cases, passages, proposals)

    def _own(self, cases: "tuple[Reviewed, ...] | list[Reviewed]") -> Identifiers:
        told: list[Answers] = []
        for one in cases:
            told += [one.interview.answers] if one.interview else []
            told += [referral.answers for referral in one.referrals]
        return identifiers(*told)

    def _change(
        self,
        id: AccessId,
        change: Callable[[AccessRequest], tuple[AccessRequest, AccessChanged]],
    ) -> AccessRequest:
        self.shift.must(Act.ANSWER_ACCESS)
        with self.shift.work() as work:
            request, because = change(work.access.get(id))
            work.access.save(request, because=because)
            changes = work.commit()
        self.shift.announce(changes)
        return request


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
