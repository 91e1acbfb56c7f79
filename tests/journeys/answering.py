"""Answers questions as they stand on the screen, by kind, with keys alone."""

from collections.abc import Mapping
from typing import Any

from tests.journeys.keyboard import Keyboard
from welfare_app.domain.form import Field, Kind, Page
from welfare_app.domain.wording import USUAL, WHY
from welfare_app.services.definitions import FormDefinition

NO_ANSWER = "There is no answer to this"


class Answering:
    """Knows the words of a form, so that it finds each question by what it asks."""

    def __init__(self, keyboard: Keyboard, form: FormDefinition):
        self.keyboard, self.form = keyboard, form

    def page(self, id: str, answers: Mapping[str, Any]) -> list[str]:
        """Answer what stands on a page and is known, from top to bottom; what was answered.

        An answer may bring up a question above the keyboard, so it looks again at the end.
        """
        done: list[str] = []
        while found := self._next(id, answers, done):
            self.answer(found, answers[found.id])
            done.append(str(found.id))
        return done

    def _next(self, id: str, answers: Mapping[str, Any], done: list[str]) -> Field | None:
        fields = self.form.form.page(id).fields
        last = next((at for at, one in enumerate(fields) if done and one.id == done[-1]), -1)
        lines = self.keyboard.screen().split("\n")
        for one in (*fields[last + 1 :], *fields[:last]):
            if one.id in answers and one.id not in done and self.form.label(one.id) in lines:
                return one
        return None

    def page_on_screen(self, name: str) -> Page:
        """The page that is shown: its title is the first thing said on a screen of this name.

        Adults and children have pages of one title that ask the same: any of them will do.
        """
        lines = self.keyboard.screen().split("\n")
        title = lines[lines.index(name) + 1]
        for page in self.form.form.pages:
            asked = [self.form.label(field.id) for field in page.fields]
            if self.form.page_title(page.id) == title and any(one in lines for one in asked):
                return page
        raise AssertionError(title)

    def answer(self, field: Field, raw: Any) -> None:
        """Answer one question."""
        label, keyboard = self.form.label(field.id), self.keyboard
        match field.kind, raw:
            case _, {"gap": why, "reason": reason}:
                self._say_why_not(field, why, reason)
            case Kind.DATE | Kind.PARTIAL_DATE, str():
                keyboard.tab_to(f"{label}: day")
                self._type_parts(*reversed(raw.split("-")))
            case Kind.CHOICE | Kind.YES_NO_UNSURE | Kind.YES_NO_DECLINED, str():
                keyboard.tab_to(label)
                keyboard.choose(self._option(field, raw))
            case Kind.CHOICES, list():
                keyboard.tab_to(label)
                keyboard.tick(*(self._option(field, one) for one in raw))
            case Kind.TICK, "true":
                keyboard.tab_to(label)
                keyboard.choose(label)
            case Kind.LIST, str():
                keyboard.tab_to(label)
                keyboard.pick(raw)
            case Kind.REPEAT, {"rows": rows}:
                self._fill_rows(field, rows)
            case Kind.BODY_MAP, {"rows": rows}:
                for row in rows:
                    self._mark(field, row)
            case _, str():
                keyboard.tab_to(label)
                keyboard.write(raw)
            case _:
                raise AssertionError(field.kind, raw)

    def _option(self, field: Field, id: str) -> str:
        if field.kind in USUAL:
            return USUAL[field.kind][id]
        return self.form.option(field.id, id)

    def _type_parts(self, *parts: str) -> None:
        for at, part in enumerate(parts):
            if at:
                self.keyboard.press("Tab")
            self.keyboard.write(part)

    def _say_why_not(self, field: Field, why: str, reason: str) -> None:
        label, keyboard = self.form.label(field.id), self.keyboard
        keyboard.tab_to(f"{label}: day" if "date" in field.kind else label)
        keyboard.press("Ctrl+0")
        keyboard.choose(WHY[why])
        keyboard.tab_to(f"The reason, in a few words. {label}")
        keyboard.write(reason)

    def _fill_rows(self, field: Field, rows: list[Mapping[str, str]]) -> None:
        for number, row in enumerate(rows, start=1):
            if number > 1:
                self.keyboard.go_to("Add another")
            for part in field.parts:
                if part.id in row:
                    self.keyboard.tab_to(f"{self.form.label(part.id)}, row {number}")
                    self.keyboard.write(row[part.id])

    def _mark(self, field: Field, row: Mapping[str, str]) -> None:
        """Mark a place of a body map through its rows, without the figure."""
        self.keyboard.tab_to(f"Where was it seen? {self.form.label(field.id)}")
        self.keyboard.pick_from(self.form.option(field.id, row["where"]))
        self.keyboard.go_to("Add")
        self.keyboard.write(row["seen"])
