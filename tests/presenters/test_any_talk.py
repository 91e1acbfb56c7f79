"""A talk held in any order at all: nothing breaks, nothing is lost, and it can be signed off."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.conftest import RESOURCES
from tests.presenters.talking import Talking
from welfare_app.content.library import Library
from welfare_app.domain.answers import Address, Answer, Gap, Rows, Why
from welfare_app.domain.checks import SAME_EVERYWHERE
from welfare_app.domain.form import Kind
from welfare_app.domain.interview import Mark
from welfare_app.domain.notes import LineKind, Original
from welfare_app.domain.sign import Known
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed
from welfare_app.services.take_notes import Heard

FORM = Library(RESOURCES).form(INTERVIEW).form
FIELDS = [one for one in FORM.fields() if one.id != "course"]
PAGES = [page.id for page in FORM.pages]
OPENING = ("He keeps my passport", "I am locked in at night", "قال لي", "e\u0301", "\u202e", "")
WORDS = st.sampled_from(OPENING) | st.text(max_size=8)
REASONS = st.sampled_from(("He wished it", "", " \n", "\ud800"))
GAPS = st.builds(Gap, st.sampled_from(Why), REASONS)


def values(field):
    """What can be given for a field: an answer that will do, one that will not, none, a gap."""
    options = SAME_EVERYWHERE.get(field.kind, field.options)
    match field.kind:
        case Kind.TICK:
            own = st.sampled_from(("true", ""))
        case Kind.CHOICES:
            own = st.sets(st.sampled_from(options)).map(tuple)
        case Kind.BODY_MAP:
            own = st.builds(
                lambda at, seen: Rows(({"where": at, "seen": seen},)),
                st.sampled_from(options),
                WORDS,
            )
        case Kind.REPEAT:
            own = st.builds(lambda name: Rows(({field.parts[0].id: name},)), WORDS)
        case Kind.ADDRESS:
            own = st.builds(Address, WORDS, WORDS)
        case _ if options:
            own = st.sampled_from((*options, ""))
        case _:
            own = WORDS | st.sampled_from(("2026-05-12", "12", "Polish", "09:30", "0113 496 0101"))
    return own | GAPS


ANSWERED = st.sampled_from(FIELDS).flatmap(
    lambda one: st.tuples(st.just("answer"), st.just(one.id), values(one))
)
HEARD = st.builds(
    Heard,
    st.sampled_from(LineKind),
    WORDS,
    st.none() | st.builds(Original, WORDS, st.just("pl"), WORDS),
    topic=st.sampled_from(("", "pay", "documents", "background")),
)
ACTS = st.one_of(
    ANSWERED,
    ANSWERED,
    st.tuples(st.sampled_from(("keep", "draft")), HEARD),
    st.tuples(st.sampled_from(("next", "back", "disclose", "reopen", "finish", "consents"))),
    st.tuples(st.just("look_at"), st.sampled_from((*PAGES, "no-such-step"))),
    st.tuples(st.sampled_from(("pass_over", "resume", "stop", "dismiss")), REASONS),
    st.tuples(st.sampled_from(("suggestion", "sign"))),
    st.tuples(st.just("ask"), st.sampled_from(("Q01", "Q02")), st.booleans()),
    st.tuples(st.just("mark"), st.sampled_from(("Q01", "Q02")), st.sampled_from(Mark)),
    st.tuples(st.just("tag"), st.sampled_from(("", "pay", "documents"))),
    st.tuples(st.just("withdraw"), st.sampled_from(("talk", "referral", "privacy"))),
)


class Held:
    """Holds a talk act by act, and remembers by itself what was given and what was said."""

    def __init__(self, desk):
        self.desk = desk
        id = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
        self.talk = Talking(desk, id).open()
        self.given, self.said, self.half = {}, [], None

    def act(self, name, *told):
        getattr(self, f"_{name}", self._plainly(name))(*told)
        assert self.talk.page in self.talk.steps
        interview = self.talk.interview
        assert {id: interview.answers[id] for id in self.given} == self.given
        assert [note.words for note in self.desk.notes.of(self.talk.id)] == self.said
        if not interview.finished:
            assert self.desk.notes.draft(self.talk.id) == self.half

    def _plainly(self, name):
        return getattr(self.talk.presenter, name, lambda *_: None)

    def _answer(self, field, value):
        page = next(page.id for page in FORM.pages if field in {one.id for one in page.fields})
        if page != self.talk.page or self.talk.presenter.notes:
            return
        self.talk.presenter.answered(field, Answer(value))
        if field in self.given or self.talk.interview.answers.get(field) == Answer(value):
            self.given[field] = Answer(value)

    def _keep(self, heard):
        if not self.talk.presenter.notes:
            return
        cleared = self.talk.view.cleared
        self.talk.presenter.keep(heard)
        if heard.words.strip():
            assert self.talk.view.cleared == cleared + 1
            self.said.append(heard.words.strip("\n"))
            self.half = None
        else:
            assert self.talk.now.trouble

    def _draft(self, heard):
        if self.talk.presenter.notes:
            self.talk.presenter.keep_draft(heard)
            self.half = heard

    def _ask(self, question, again):
        if self.talk.presenter.notes:
            self.talk.presenter.ask(question, again)
            self.said.append(self.desk.notes.of(self.talk.id)[-1].words)

    def _tag(self, topic):
        notes = self.desk.notes.of(self.talk.id)
        if notes and self.talk.presenter.notes:
            self.talk.presenter.tag(notes[0].id, topic)

    def _finish(self):
        if self.talk.presenter.notes:
            ends = FORM.page(self.talk.page).fields[0].id
            self.given[ends] = Answer("true")
            self.talk.presenter.finish()

    def _mark(self, question, mark):
        if self.talk.presenter.notes:
            self.talk.presenter.mark(question, mark.value)
            assert self.talk.interview.marks[question] is mark

    def _reopen(self):
        self.talk.open()

    def _resume(self, reason):
        self.talk.presenter.resume_questions(reason)

    def _suggestion(self):
        if found := self.talk.now.beside.perhaps:
            self.talk.presenter.note_suggestion(found[0].offered)

    def _dismiss(self, reason):
        if found := self.talk.now.beside.perhaps:
            self.talk.presenter.dismiss(found[0].offered, reason)

    def _sign(self):
        self.desk.signs.note(self.talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SEEN))
        self.talk.open(self.talk.page)

    def _consents(self):
        self.talk.presenter.look_at_consents()

    def _withdraw(self, consent):
        if consent not in self.talk.interview.withdrawn:
            self.desk.interviews.withdraw(self.talk.id, consent, "")
            self.talk.open(self.talk.page)

    def sign_off(self):
        """Go on, giving a reason wherever something is in the way."""
        for _ in range(4 * len(PAGES)):
            if self.talk.interview.finished:
                return
            self.talk.presenter.pass_over("The worker did not wish it")


def typed_half(heard):
    """What is kept of a half-typed line at sign-off: nothing only where nothing was typed."""
    if heard is None or not (heard.words.strip() or heard.original):
        return []
    return [heard.words.strip("\n") if heard.words.strip() else "Not put into English"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, max_size=25))
def test_a_talk_held_in_any_order_loses_nothing_and_can_be_signed_off(desk, acts):
    held = Held(desk)
    for act in acts:
        if held.talk.interview.finished:
            break
        held.act(*act)
    held.sign_off()

    interview = held.talk.interview
    assert interview.finished
    assert {id: interview.answers[id] for id in held.given} == held.given
    half = typed_half(held.half)
    said = [note.words for note in desk.notes.of(held.talk.id)]
    assert said in (held.said, held.said + half)
