"""Sealing a referral: composed, drawn, signed, locked, written whole, and never unrecorded."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from welfare_app.domain.anonymity import traces_in
from welfare_app.domain.custody import Deed, Handling
from welfare_app.domain.document import Document
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.export import exported, written
from welfare_app.domain.ids import FieldId, ReferralId
from welfare_app.domain.labour_report import refuse_empty, to_report, way_of
from welfare_app.domain.leaving_out import Part
from welfare_app.domain.recordings import Recording
from welfare_app.domain.referral import (
    ANONYMOUS,
    NOBODY,
    Backing,
    Checked,
    Handing,
    Referral,
    Sealing,
    ready,
)
from welfare_app.domain.referral_document import compose_referral
from welfare_app.domain.seal import Attachment, Identity, PackContents
from welfare_app.domain.second_signature import MadeSignature
from welfare_app.domain.story import LABOUR, Story, fitting, naming, notifies, parts_of
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import Progress, no_progress, share
from welfare_app.services.lock_recordings import (
    Chosen,
    Going,
    LockRecordings,
    foreseen,
    refuse_recordings,
    shares,
)
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.prepare_referral import (
    uploads,
    with_files,
)
from welfare_app.services.print_photographs import PrintPhotographs
from welfare_app.services.rulebook import Rules
from welfare_app.services.shift import Shift
from welfare_app.services.sign_beside import SignBeside
from welfare_app.services.tell_story import tell
from welfare_app.services.tools import Disk, PackWords, Renderer, Sealer

PURPOSE = FieldId("purpose")
"""Why a pack is handed over: written at sealing, and printed on the first page."""


PICTURES = 400
"""Thousandths of a sealing in which photographs are made small."""


@dataclass(frozen=True, slots=True)
class SealedPack:
    """A sealed file on the disk, and the words that open it: shown once, kept nowhere."""

    path: Path
    digest: str
    size: int
    words: PackWords = field(repr=False)
    provider_signature: MadeSignature | None = None
    """What became of its second signature, where a provider's certificate is kept."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be chosen of a pack: parts and single files to leave out, and recordings to add.

    There are no `recordings` where no file goes with it.
    """

    parts: tuple[Part, ...] = ()
    files: tuple[Evidence, ...] = ()
    recordings: bool = True


@dataclass(frozen=True, slots=True)
class _Gathered:
    story: Story
    referral: Referral
    files: tuple[Evidence, ...]
    attachments: tuple[Attachment, ...] = field(repr=False)
    backing: Backing
    identity: Identity
    audit_head: str

    def with_recordings(self, recordings: tuple[Recording, ...]) -> "_Gathered":
        """With what goes beside the pack."""
        return replace(self, story=replace(self.story, recordings=recordings))


@dataclass(frozen=True, slots=True)
class SealReferral:
    """Seals packs."""

    shift: Shift
    definitions: Definitions
    rules: Rules
    renderer: Renderer
    sealer: Sealer
    new_words: Callable[[], PackWords]
    disk: Disk
    photographs: PrintPhotographs
    program_version: str
    sign_beside: SignBeside
    recordings: LockRecordings

    def preview(
        self,
        id: ReferralId,
        handing: Handing,
        progress: Progress = no_progress,
        chosen: tuple[Chosen, ...] = (),
    ) -> bytes:
        """The document as it would be sealed now, drawn but not signed. Call it in a job."""
        return self._drawn(self._illustrated(self._foreseen(id, handing, chosen), progress))

    def document(
        self, id: ReferralId, handing: Handing, chosen: tuple[Chosen, ...] = ()
    ) -> Document:
        """What would be drawn now."""
        return compose_referral(self._illustrated(self._foreseen(id, handing, chosen)))

    def is_report(self, id: ReferralId) -> bool:
        """Whether what would be sealed is a report of pay and rights, and no referral."""
        with self.shift.work() as work:
            pack = work.packs.get(work.referrals.get(id).pack)
        return way_of(pack.answers, "") == LABOUR

    def offers(self, id: ReferralId) -> Offers:
        """What can be chosen of its pack."""
        with self.shift.work() as work:
            story = tell(work, self.definitions, id, Handing(), self.shift.now()).story
        return Offers(parts_of(story), fitting(story).evidence, not notifies(story.route))

    def seal(
        self,
        id: ReferralId,
        handing: Handing,
        path: Path,
        progress: Progress = no_progress,
        checked: Checked = NOBODY,
        chosen: tuple[Chosen, ...] = (),
    ) -> SealedPack:
        """Seal it into a file that is there whole or not at all. Call it in a job.

        The digest is recorded before the file takes its name, so that a sealed file nobody
        wrote down cannot exist. Recordings that go beside it are locked first, because the pack
        vouches for them, and have their names before it has. What the pack says is read once they
        are locked, so that all of it is of the time it gives.
        """
        if checked.by == self.shift.staff.id:
            raise Refused("second.not-able")
        self._refuse_unfounded(handing)
        if chosen:  # locking may take hours: what will not do is said before it
            self._ready(id, handing, checked, chosen)
        locking, sealing = shares(progress, chosen)
        with _said_of_packs(), self.recordings.beside(chosen, path, locking) as going:
            gathered = self._ready(id, handing, checked, chosen)
            return self._seal(id, gathered.with_recordings(going.recordings), path, sealing, going)

    def _ready(
        self, id: ReferralId, handing: Handing, checked: Checked, chosen: tuple[Chosen, ...]
    ) -> _Gathered:
        """All that goes into a pack, as it is now; refused where it may not go."""
        with self.shift.work() as work:
            gathered = self._gather(work, id, handing, self.shift.now(), checked)
        self._refuse_unready(gathered, handing)
        refuse_recordings(gathered.story.route, chosen)
        return gathered

    def _seal(
        self, id: ReferralId, gathered: _Gathered, path: Path, progress: Progress, going: Going
    ) -> SealedPack:
        """The pack itself, once all that goes beside it is locked."""
        story = gathered.story
        at, handing, checked = story.at, story.handing, story.checked
        told = to_report(story).stages if story.route == LABOUR else story.questions
        words = self.new_words()
        contents = PackContents(
            story.pack.number,
            compose_referral(story).title.text,
            story.route,
            self._drawn(self._illustrated(gathered, share(progress, 0, PICTURES))),
            written(exported(told.form, told.answers, uploads(story.evidence))),
            (*gathered.attachments, *going.key),
            gathered.audit_head,
            (
                ("program", self.program_version),
                ("form", f"{told.form.id} {told.form.version}"),
                ("form read on", told.form.checked),
            ),
            story.recordings,
        )
        sealed = self.sealer.seal(
            contents, gathered.identity, words.text, at, share(progress, PICTURES, 1000)
        )
        progress(1, 1)  # the last moment at which it can be stopped: nothing is written yet
        digest = hashlib.sha256(sealed).hexdigest()
        sealing = Sealing(digest, at, self.shift.staff.id, handing, checked, story.recordings)

        with going.naming() as name_beside:

            def record() -> None:
                name_beside()
                self._record(id, sealing, gathered)

            if going.recordings:  # hours may have passed since somebody agreed to replace a file
                self.disk.write_new(path, (sealed,), record)
            else:
                self.disk.write_whole(path, sealed, record)
        self.shift.announce(frozenset({id, gathered.story.pack.id}))
        signed = self.sign_beside.after_sealing(path, sealed, id)
        return SealedPack(path, digest, len(sealed), words, signed)

    def _foreseen(self, id: ReferralId, handing: Handing, chosen: tuple[Chosen, ...]) -> _Gathered:
        """What would be sealed, with recordings as far as they are known."""
        with self.shift.work() as work:
            gathered = self._gather(work, id, handing, self.shift.now())
        refuse_recordings(gathered.story.route, chosen)
        return gathered.with_recordings(foreseen(chosen))

    def _refuse_unready(self, gathered: _Gathered, handing: Handing) -> None:
        """Nothing goes that is not ready, or that says who somebody is where it must not."""
        story = gathered.story
        if story.route == LABOUR:
            refuse_empty(story.stages.answers)
            return
        referral = with_files(gathered.referral, gathered.files)
        today = self.rules.today(uploads(gathered.files))
        fit = ready(story.questions.form, referral, today, gathered.backing)
        whys = (handing.purpose, handing.left_out.because)
        if fit.route == ANONYMOUS and any(
            traces_in(PURPOSE, why, gathered.backing.known) for why in whys
        ):
            raise Refused("seal.name-in-purpose")

    def _refuse_unfounded(self, handing: Handing) -> None:
        """Nothing is given out without a basis in law, nor cut short without a reason."""
        if self.definitions.disclosing().rules.basis(handing.basis) is None:
            raise Refused("seal.no-basis")
        if handing.left_out.anything and not handing.left_out.because.strip():
            raise Refused("seal.left-out-without-reason")

    def _illustrated(self, gathered: _Gathered, progress: Progress = no_progress) -> Story:
        """The story with those of its photographs that can be drawn."""
        story = gathered.story
        both = zip(story.evidence, gathered.attachments, strict=True)
        files = {one.id: attached.data for one, attached in both if one.is_photograph}
        return replace(story, photographs=self.photographs.of(files, progress))

    def _drawn(self, story: Story) -> bytes:
        """The pages. What cannot be drawn is refused by name, but in the talk given by number."""
        while True:
            try:
                return self.renderer.render(compose_referral(story))
            except Refused as error:
                if error.code != "pdf.missing-glyph":
                    raise
                character = chr(int(str(error.facts["character"]).removeprefix("U+"), 16))
                if character in story.unprintable:  # it stands where it can still be changed
                    raise
                story = naming(story, character)

    def _record(self, id: ReferralId, sealing: Sealing, gathered: _Gathered) -> None:
        """Write the sealing down, and in the chain of each file that leaves in it."""
        handing, staff = sealing.handing, self.shift.staff
        to = ", ".join(one for one in (handing.recipient, handing.organisation) if one)
        link = Handling(Deed.SEALED, to, staff.name, "", "", sealing.at, staff.id)
        with self.shift.work() as work:
            for file in gathered.story.evidence:
                evidence, handled = work.evidence.get(file.id).handle(link)
                work.evidence.save(evidence, because=handled)
            referral, sealed = work.referrals.get(id).sealed(sealing)
            work.referrals.save(referral, because=sealed)
            work.commit()

    def _gather(
        self,
        work: UnitOfWork,
        id: ReferralId,
        handing: Handing,
        at: datetime,
        checked: Checked = NOBODY,
    ) -> _Gathered:
        told = tell(work, self.definitions, id, handing, at, checked)
        story = fitting(told.story)
        attachments = tuple(
            Attachment(
                one.attached,
                one.media_type,
                b"".join(work.evidence.read(one.id)),
                one.description,
                one.dated,
            )
            for one in story.evidence
        )
        return _Gathered(
            story,
            story.referral,
            told.there.evidence,
            attachments,
            told.there.backing,
            work.register.identity(),
            work.audit.head(),
        )


@contextmanager
def _said_of_packs() -> Iterator[None]:
    """What a disk did not allow, said of the pack that was to be written there."""
    try:
        yield
    except Unavailable as error:
        if error.code == "disk.taken":
            raise Refused("seal.recording-name-taken") from error
        code = {
            "disk.full": "seal.disk-full",
            "disk.failed": "seal.cannot-write",
            "disk.file-too-large": "seal.file-too-large-there",
        }
        if error.code not in code:
            raise
        raise Unavailable(code[error.code]) from error
