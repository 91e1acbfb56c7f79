"""What is current is the same on every laptop, in whatever order versions came to it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from welfare_app.domain.courier import Stamp
from welfare_app.domain.merging import Tree, Version, matter

BODIES = ('"bus"', '"van"', '{"finished": null, "page": "a"}', '{"finished": "now", "page": "b"}')


def stamp(number):
    return Stamp("ab" * 8, number, f"{number:032x}")


def version(number, *over, body='"bus"', at="2026-05-12T12:00:00.000+00:00"):
    return Version(stamp(number), at, frozenset(map(stamp, over)), body)


@some.composite
def histories(draw):
    """Versions written over some of those before them, by clocks that disagree."""
    found = []
    for number in range(1, draw(some.integers(1, 12)) + 1):
        before = [one + 1 for one in range(number - 1)]
        over = draw(some.sets(some.sampled_from(before), max_size=3)) if before else ()
        hour = draw(some.integers(0, 23))
        at = f"2026-05-12T{hour:02}:00:00.000+00:00"
        found.append(version(number, *over, body=draw(some.sampled_from(BODIES)), at=at))
    return found


@some.composite
def in_another_order(draw):
    """A history, and the same in another order that still follows what was written over what."""
    given, placed, left = draw(histories()), [], []
    left = list(given)
    while left:
        there = {one.stamp for one in placed}
        ready = [one for one in left if one.over <= there]
        placed.append(draw(some.sampled_from(ready)))
        left.remove(placed[-1])
    return given, placed


@given(in_another_order())
def test_the_order_in_which_versions_came_makes_no_difference(both):
    first, second = (Tree(one) for one in both)

    assert first.heads() == second.heads()
    assert first.contested() == second.contested()


@given(histories())
def test_what_stands_beside_never_becomes_current_by_itself(history):
    """What is current later is what was current, or something that had not come before."""
    shown = [Tree(history[: at + 1]).heads()[0] for at in range(len(history))]
    for (at, before), (_, after) in combinations(enumerate(shown), 2):
        came = {one.stamp for one in history[at + 1 :]}
        assert after == before or after in came


@given(histories())
def test_a_head_is_what_nobody_wrote_over(history):
    over = {parent for one in history for parent in one.over}
    heads = Tree(history).heads()

    assert set(heads) == {one.stamp for one in history} - over
    assert set(Tree(history).contested()) <= set(heads)


def test_more_work_stands_before_a_later_clock():
    tree = Tree([version(1), version(2, 1), version(3, 2), version(4, 1, at="2027-01-01")])

    assert tree.heads() == (stamp(3), stamp(4))


def test_two_choices_that_agree_leave_nothing_to_choose():
    versions = [version(1), version(2, 1, body='"van"'), version(3, 1, body='"car"')]
    both = [version(4, 2, 3, body='"van"'), version(5, 2, 3, body='"van"')]

    assert Tree(versions).contested()
    assert not Tree([*versions, *both]).contested()


def test_words_somebody_has_written_over_already_need_no_choice():
    same = [version(1), version(2, 1, body='"van"'), version(3, 1, body='"van"')]

    assert not Tree([*same, version(4, 2, body='"red van"')]).contested()


def test_saying_once_more_what_was_there_before_is_a_view_of_its_own():
    base = [version(1, body='"bus"'), version(2, 1, body='"van"')]
    again = [version(3, 1, body='"car"'), version(4, 3, body='"bus"')]

    assert set(Tree([*base, *again]).contested()) == {stamp(2), stamp(4)}


def test_the_page_a_talk_was_left_at_is_nothing_to_choose_between():
    assert matter(BODIES[2]) == {"finished": None}
    pages = [version(2, 1, body='{"page": "a"}'), version(3, 1, body='{"page": "b"}')]

    assert not Tree([version(1, body='{"page": ""}'), *pages]).contested()


def test_what_was_signed_off_stays_signed_off():
    done = version(2, 1, body=BODIES[3])
    on = [version(3, 1, body=BODIES[2]), version(4, 3, body=BODIES[2])]

    assert Tree([version(1, body=BODIES[2]), done, *on]).heads()[0] == stamp(2)
