from tests.factories import NOON
from welfare_app.app.folders import RESOURCES
from welfare_app.content.library import Library
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.keeping import Keeping

HOW = FieldId("how")
PAY = FieldId("pay")


class Disk:
    """Takes answers until it is full."""

    def __init__(self):
        self.full, self.taken = False, {}

    def save(self, field, answer):
        if self.full:
            raise Unavailable("vault.disk-full")
        self.taken[field] = answer.value
        return dict(self.taken)


def keeping(disk):
    return Keeping(disk.save, Library(RESOURCES), lambda: NOON)


def test_an_answer_that_was_kept_says_when():
    disk = Disk()
    one = keeping(disk)

    assert one.keep(HOW, Answer("by bus")) == {"how": "by bus"}
    assert one.kept.startswith("Kept ")
    assert one.waiting == {}


def test_an_answer_a_full_disk_refuses_is_held_and_said():
    disk = Disk()
    one = keeping(disk)
    disk.full = True

    assert one.keep(HOW, Answer("by bus")) is None
    assert one.waiting == {HOW: Answer("by bus")}
    assert one.trouble is not None
    assert "disk" in one.trouble.sentence()


def test_what_was_held_is_kept_with_whatever_comes_next():
    disk = Disk()
    one = keeping(disk)
    disk.full = True
    one.keep(HOW, Answer("by bus"))
    disk.full = False

    one.keep(PAY, Answer("in cash"))

    assert disk.taken == {"how": "by bus", "pay": "in cash"}
    assert one.trouble is None


def test_leaving_the_page_tries_once_more():
    disk = Disk()
    one = keeping(disk)
    disk.full = True
    one.keep(HOW, Answer("by bus"))
    disk.full = False

    assert one.again() == {"how": "by bus"}
