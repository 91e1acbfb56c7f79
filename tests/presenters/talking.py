"""Holds a talk at a desk as its rooms do: the right presenter for each step, and what it shows."""

from dataclasses import dataclass, field

from tests.desks import Screens
from welfare_app.presenters.interview import InterviewPresenter
from welfare_app.presenters.notes import NotesPresenter
from welfare_app.presenters.places import AtInterview
from welfare_app.presenters.talk_steps import landing
from welfare_app.services.versions import form_of


class NoteScreens(Screens):
    """A view of a step of notes: what it was shown, the drafts put back, the lines let go."""

    def __init__(self):
        super().__init__()
        self.drafts, self.cleared = [], 0

    def line_is_kept(self):
        self.cleared += 1

    def show_draft(self, heard):
        self.drafts.append(heard)


@dataclass
class Talking:
    """One person in one talk. Going to another kind of step is another presenter, as in a room."""

    desk: object
    id: str
    went: list = field(default_factory=list)
    presenter: object = None
    view: object = None

    def open(self, page="", *, held=False):
        interview = self.desk.interviews.resume(self.id)
        words = form_of(self.desk.definitions, interview)
        at = landing(words.form, interview, page or interview.page)
        notes = words.form.page(at).notes
        kind, self.view = (
            (NotesPresenter, NoteScreens())
            if notes
            else (
                InterviewPresenter,
                Screens(),
            )
        )
        self.presenter = kind(self.view, self.id, at, self.desk, words, self.go)
        self.presenter.begin(held=held)
        return self

    def go(self, place):
        self.went.append(place)
        if isinstance(place, AtInterview):
            self.open(place.page, held=place.held)

    @property
    def now(self):
        return self.view.now

    @property
    def page(self):
        return self.presenter.place.page

    @property
    def interview(self):
        return self.desk.interviews.resume(self.id)

    @property
    def steps(self):
        return [step.key for group in self.now.rail.groups for step in group.steps]
