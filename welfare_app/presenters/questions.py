"""Questions ready to draw, whatever form they come from."""

from dataclasses import dataclass, field

from welfare_app.domain.answers import Answer, Answers, Value, values
from welfare_app.domain.checks import Rulebook, page_problems
from welfare_app.domain.form import Field, Kind, Page, settled, shown
from welfare_app.domain.ids import FieldId
from welfare_app.domain.wording import USUAL
from welfare_app.presenters.rewriting import rewriting
from welfare_app.services.definitions import Definitions, FormDefinition


@dataclass(frozen=True, slots=True)
class Option:
    """A fixed answer: its id and its words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with what has been answered so far.

    `entries` are those of an exact list, `parts` the questions of each row of a repeat.
    `limit` is in UTF-16 units. `copied` says where an answer came from that nobody has
    accepted yet. `problem` is how to mend it, or blank. `rewritten` says what the form it is
    sent to will make of it, where that is something else.
    """

    id: FieldId
    kind: Kind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    entries: tuple[str, ...] = field(default=(), repr=False)
    parts: tuple["Question", ...] = ()
    value: Value | None = field(default=None, repr=False)
    language: str = "en"
    limit: int | None = None
    required: bool = False
    exact_words: bool = False
    theirs: bool = False
    copied: str = ""
    problem: str = ""
    rewritten: str = field(default="", repr=False)


def usual(kind: Kind) -> tuple[Option, ...]:
    """The answers of a kind that has the same in every form."""
    return tuple(Option(id, label) for id, label in USUAL.get(kind, {}).items())


@dataclass(frozen=True, slots=True)
class Asking:
    """Puts the questions of a form's pages into words, with their answers and problems."""

    definitions: Definitions
    form: FormDefinition

    def page(
        self, page: Page, answers: Answers, rules: Rulebook, *, show_problems: bool
    ) -> tuple[Question, ...]:
        """The questions of a page that apply, in order."""
        final = settled(self.form.form, values(answers))
        wrong = (
            {one.field: one.code for one in page_problems(page, final, rules)}
            if show_problems
            else {}
        )
        return tuple(
            self._question(field, answers.get(field.id), wrong.get(field.id, ""))
            for field in shown(page, final)
        )

    def mend(self, field: Field, code: str) -> str:
        """How to mend an answer."""
        own = self.form.mending(field.id, code)
        return own or self.definitions.problem(
            code, label=self.form.label(field.id), limit=field.limit or 0
        )

    def _question(self, field: Field, answer: Answer | None, code: str) -> Question:
        return Question(
            id=field.id,
            kind=field.kind,
            label=self.form.label(field.id),
            hint=self.form.hint(field.id),
            options=self._options(field),
            entries=self.definitions.lists[field.list] if field.list else (),
            parts=tuple(self._question(part, None, "") for part in field.parts),
            value=answer.value if answer else None,
            language=answer.language if answer else "en",
            limit=field.limit,
            required=field.required,
            exact_words=field.exact_words,
            theirs=field.theirs,
            copied=origin_words(answer.origin) if answer else "",
            problem=self.mend(field, code) if code else "",
            rewritten=rewriting(field, answer.value) if answer and self._sends else "",
        )

    @property
    def _sends(self) -> bool:
        """Whether the answers go to someone else's form, which has a summary of its own."""
        return bool(self.form.form.summary)

    def _options(self, field: Field) -> tuple[Option, ...]:
        if field.kind in USUAL:
            return usual(field.kind)
        return tuple(Option(one, self.form.option(field.id, one)) for one in field.options)


def origin_words(origin: str) -> str:
    """Where a copied answer came from, for the person who may accept it."""
    source = origin.partition(":")[0]
    return {
        "interview": "Copied from the interview",
        "notes": "From your notes. It is kept when you go on",
        "field": "As on an earlier step. It is kept when you go on",
        "staff": "You, unless you say other. It is kept when you go on",
        "signs": "Written from the signs",
        "evidence": "From the files attached",
        "import": "Taken from a file",
    }.get(source, "")
