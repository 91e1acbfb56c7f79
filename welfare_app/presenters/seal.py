"""Sealing: who it is for, a look through, the seal, and the words to read out once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.leaving_out import CALLED
from welfare_app.domain.referral import Handing
from welfare_app.domain.second_signature import MadeSignature
from welfare_app.presenters.guessing import strength_words
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.places import AtHandover, AtPack, AtReferral, Go
from welfare_app.presenters.seal_rail import Step, seal_rail
from welfare_app.presenters.seal_recordings import NAMES_NOBODY, ChosenRecordings
from welfare_app.presenters.seal_screen import SealScreen, SealView
from welfare_app.presenters.telling import trouble
from welfare_app.presenters.times import hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.disclosing_words import DisclosingWords
from welfare_app.services.jobs import JobRunner, Ticket
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.prepare_referral import PrepareReferral
from welfare_app.services.reach_safely import ReachSafely
from welfare_app.services.seal_referral import Offers, SealedPack, SealReferral
from welfare_app.services.second_person import SecondPerson


@dataclass(frozen=True, slots=True)
class SecondSaid:
    """The colleague who read it through and their own passphrase, or why nobody did."""

    staff: str = ""
    passphrase: str = field(default="", repr=False)
    alone: str = field(default="", repr=False)


ONE_ALONE = SecondSaid()


class SealPresenter:
    """Leads from the recipient to the words read out. Each step can only lead to the next."""

    def __init__(
        self,
        view: SealView,
        id: ReferralId,
        referrals: PrepareReferral,
        evidence: KeepEvidence,
        seal: SealReferral,
        page_count: Callable[[bytes], int],
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
        reach: ReachSafely,
        second: SecondPerson,
    ) -> None:
        self._view, self._id, self._seal, self._jobs, self._go = view, id, seal, jobs, go
        self._page_count, self._definitions = page_count, definitions
        self._referral = referrals.get(id)
        self._files = evidence.of(self._referral.pack)
        self._report = seal.is_report(id)
        self._missing = () if self._report else referrals.missing(self._referral)
        self._ticket: Ticket | None = None
        self._second, self._recordings = second, ChosenRecordings(seal.recordings)
        last = self._referral.sealings[-1].handing if self._referral.sealings else Handing()
        what = "report" if self._report else "referral"
        offers = Offers() if self._missing else seal.offers(id)
        self._screen = SealScreen(
            Step.WHO,
            seal_rail(Step.WHO),
            f"Pack {self._referral.number}",
            last,
            file_name=f"{self._referral.number}-sealed-{what}.pdf",
            safe_contact=reach.lines(self._referral.pack),
            people=tuple((one.staff, f"{one.name}, {one.role}") for one in second.people()),
            bases=bases(definitions.disclosing()),
            parts=tuple((part.value, CALLED[part].capitalize()) for part in offers.parts),
            files=tuple((one.exhibit, _file_words(one)) for one in offers.files),
            no_recordings="" if offers.recordings else NAMES_NOBODY,
        )

    def begin(self) -> None:
        """Draw the first step, or say what is missing."""
        if self._missing:
            self._go(AtReferral(self._referral.pack))
            return
        self._draw(self._screen)

    def add_recordings(self, paths: tuple[Path, ...]) -> None:
        """Take files to go beside it, which stay where they are."""
        try:
            self._recordings.add(paths)
        except WelfareAppError as error:
            said = self._definitions.message(error.code, **error.facts)
            wrong = (("recordings", f"{said.happened} {said.todo}"),)
            self._draw(replace(self._screen, problems=wrong))
            return
        self._draw(replace(self._screen, recordings=self._recordings.lines, problems=()))

    def take_away(self, key: str) -> None:
        """Let a recording not go beside it after all."""
        self._recordings.take_away(key)
        self._draw(replace(self._screen, recordings=self._recordings.lines))

    def describe(self, key: str, words: str) -> None:
        """Say what a recording is."""
        self._recordings.describe(key, words)

    def named(self, handing: Handing) -> None:
        """Take the recipient, and draw the document for a look through."""
        problems = (*_problems(handing), *self._recordings.problems())
        lines, chosen = self._recordings.lines, self._recordings.chosen
        self._screen = replace(self._screen, recordings=lines)
        if problems:
            self._draw(replace(self._screen, handing=handing, problems=problems))
            return
        self._draw(replace(self._screen, handing=handing, problems=(), busy="Drawing the pages…"))
        self._ticket = self._jobs.start(
            lambda progress: self._seal.preview(self._id, handing, progress, chosen),
            done=self._drawn,
            failed=self._failed,
            progress=self._progressed,
        )

    def seal(self, path: Path, said: SecondSaid = ONE_ALONE) -> None:
        """Seal it into a file, once a second person has vouched. Nothing is written before."""
        if self._screen.busy or self._screen.step is not Step.LOOK:
            return
        self._draw(replace(self._screen, busy=self._recordings.busy, trouble=None))
        handing, chosen = self._screen.handing, self._recordings.chosen
        self._ticket = self._jobs.start(
            lambda progress: self._seal.seal(
                self._id,
                handing,
                path,
                progress,
                self._second.look(said.staff, said.passphrase, said.alone),
                chosen,
            ),
            done=self._sealed,
            failed=self._failed,
            progress=self._progressed,
        )

    def cancel(self) -> None:
        """Stop what is under way. Nothing half-made is left."""
        if self._ticket:
            self._ticket.cancel()
            self._draw(replace(self._screen, busy="", progress=(0, 0)))

    def read_back(self) -> None:
        """They read the words back: forget them."""
        self._draw(
            replace(self._screen, step=Step.DONE, rail=seal_rail(Step.DONE), words=(), strength="")
        )

    def hide(self) -> None:
        """Hide the words, or show them again while this page is open."""
        self._draw(replace(self._screen, hidden=not self._screen.hidden))

    def again(self) -> None:
        """Seal a new pack instead: the old file stays shut."""
        step = Step.WHO
        self._draw(replace(self._screen, step=step, rail=seal_rail(step), words=(), strength=""))

    def sign_again(self) -> None:
        """Make the second signature that could not be made when it was sealed."""
        path = Path(self._screen.saved_as)
        self._draw(replace(self._screen, busy="Signing the file…", trouble=None))
        self._ticket = self._jobs.start(
            lambda progress: self._seal.sign_beside.sign_file(path, progress),
            done=self._signed,
            failed=self._failed,
            progress=self._progressed,
        )

    def hand_over(self) -> None:
        """Go on to write down how it is handed over."""
        self._go(AtHandover(self._referral.pack))

    def back(self) -> None:
        """Go back a step, or to what is sealed; never away from words that were not read out."""
        if self._screen.step is Step.LOOK:
            step = Step.WHO
            self._draw(replace(self._screen, step=step, rail=seal_rail(step), trouble=None))
        elif self._screen.step is Step.DONE or (self._report and self._screen.step is Step.WHO):
            self._go(AtPack(self._referral.pack))
        elif self._screen.step is Step.WHO:
            self._go(AtReferral(self._referral.pack))

    @property
    def holds(self) -> bool:
        """Whether leaving now would lose a pack being sealed, or words not yet read out."""
        return bool(self._screen.busy) or self._screen.step is Step.WORDS

    def forget(self) -> None:
        """The laptop is being locked: let go of the words and the pages."""
        self._screen = replace(self._screen, words=(), pdf=b"", recordings=())
        self._recordings.forget()

    def _drawn(self, pdf: bytes) -> None:
        handing = self._screen.handing
        words, left = self._definitions.disclosing(), handing.left_out
        going = [one for one in self._files if not left.holds_back(one.exhibit)]
        size = sum(one.size for one in going) + len(pdf)
        pages = self._page_count(pdf)
        files = {0: "no files", 1: "1 file"}.get(len(going), f"{len(going)} files")
        facts = (
            ("For", ", ".join(filter(None, (handing.recipient, handing.organisation))), ""),
            ("Why", handing.purpose, ""),
            ("Lawful basis", words.basis(handing.basis), words.law(handing.basis)),
            ("Left out", left.listed or "Nothing", left.because),
            ("Call them on", handing.phone, "The words that open it are read out on this number"),
            (
                "Inside",
                f"{pages} pages, {files}, about {size_words(size)}",
                "The form takes up to 25 MB a file",
            ),
            *self._recordings.facts(),
        )
        step = Step.LOOK
        self._draw(
            replace(
                self._screen,
                step=step,
                rail=seal_rail(step),
                pdf=pdf,
                pages=pages,
                facts=facts,
                busy="",
            )
        )

    def _progressed(self, done: int, total: int) -> None:
        self._draw(replace(self._screen, progress=(done, total)))

    def _sealed(self, pack: SealedPack) -> None:
        step, signed = Step.WORDS, pack.provider_signature
        at = hour(self._seal.shift.now())
        self._draw(
            replace(
                self._screen,
                step=step,
                rail=seal_rail(step),
                words=pack.words.words,
                hidden=False,
                strength=strength_words(pack.words.bits),
                sealed=f"Sealed {at}",
                saved_as=str(pack.path),
                digest=pack.digest,
                provider_signature=signed.name if signed else "",
                unsigned=self._why_unsigned(signed),
                can_sign=signed is not None and not signed.lasting,
                busy="",
                progress=(0, 0),
                pdf=b"",
            )
        )

    def _signed(self, made: MadeSignature) -> None:
        self._draw(
            replace(
                self._screen,
                provider_signature=made.name,
                unsigned="",
                busy="",
                progress=(0, 0),
            )
        )

    def _why_unsigned(self, made: MadeSignature | None) -> str:
        """What happened, in words, where a second signature was to be made and is not there."""
        missing = made.missing if made else ""
        return self._definitions.message(missing).happened if missing else ""

    def _failed(self, error: Exception) -> None:
        found = trouble(self._definitions, error)
        self._draw(replace(self._screen, busy="", progress=(0, 0), trouble=found))

    def _draw(self, screen: SealScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _problems(handing: Handing) -> tuple[tuple[str, str], ...]:
    wanted: tuple[tuple[str, str, str], ...] = (
        ("recipient", "Name the person who will open it", handing.recipient),
        (
            "organisation",
            "Say which first responder organisation they work for",
            handing.organisation,
        ),
        (
            "phone",
            "Write a number found on their own page, for reading out the words",
            handing.phone,
        ),
        ("purpose", "Say why they need it", handing.purpose),
        ("basis", "Choose what giving it rests on in law", handing.basis),
    )
    if handing.left_out.anything:
        why = "Say why whoever opens it does not need that"
        wanted = (*wanted, ("because", why, handing.left_out.because))
    return tuple((field, words) for field, words, typed in wanted if not typed.strip())


def _file_words(file: Evidence) -> str:
    return f"Exhibit {file.exhibit}. {file.description or file.name}"


def bases(words: DisclosingWords) -> tuple[tuple[str, str, str], ...]:
    """What a pack can be given on: key, name, and when it fits with the law it rests on."""
    return tuple(
        (one.id, words.basis(one.id), f"{words.fits(one.id)} {words.law(one.id)}.")
        for one in words.rules.bases
    )
