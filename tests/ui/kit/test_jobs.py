import gc
import threading
import time
from functools import partial

import pytest

from welfare_app.ui.jobs import QtJobRunner


@pytest.fixture
def runner(qapp):
    runner = QtJobRunner()
    yield runner
    runner.close()


def test_a_result_arrives_on_the_thread_that_asked(qtbot, runner):
    heard = []
    runner.start(
        lambda progress: threading.current_thread().name,
        done=lambda name: heard.append((name, threading.current_thread())),
        failed=pytest.fail,
    )
    qtbot.waitUntil(lambda: bool(heard))

    [(worker, listener)] = heard
    assert worker.startswith("job")
    assert listener is threading.main_thread()


def test_jobs_run_one_after_another(qtbot, runner):
    order, done = [], []
    for number in range(5):
        runner.start(
            lambda progress, n=number: order.append(n), done=done.append, failed=pytest.fail
        )
    qtbot.waitUntil(lambda: len(done) == 5)

    assert order == list(range(5))


def test_progress_arrives_in_order_and_before_the_end(qtbot, runner):
    heard = []

    def count(progress):
        for number in range(50):
            progress(number, 50)

    runner.start(
        count,
        done=lambda _: heard.append("done"),
        failed=pytest.fail,
        progress=lambda so_far, _: heard.append(so_far),
    )
    qtbot.waitUntil(lambda: "done" in heard)

    assert heard == [*range(50), "done"]


def test_a_cancelled_job_stops_and_says_nothing_more(qtbot, runner):
    started, said = threading.Event(), []

    def for_ever(progress):
        started.set()
        while True:
            progress(0, 1)

    ticket = runner.start(for_ever, done=said.append, failed=said.append, progress=lambda *_: None)
    started.wait()
    ticket.cancel()
    after = []
    runner.start(lambda progress: "next", done=after.append, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(after))

    assert not said


def test_a_job_cancelled_while_it_waits_never_starts(qtbot, runner):
    gate, ran, after = threading.Event(), [], []
    runner.start(lambda progress: gate.wait(), done=lambda _: None, failed=pytest.fail)
    ticket = runner.start(lambda progress: ran.append(1), done=pytest.fail, failed=pytest.fail)
    runner.start(lambda progress: "next", done=after.append, failed=pytest.fail)
    ticket.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(after))

    assert not ran


def test_a_failure_reaches_the_screen(qtbot, runner):
    failures = []
    runner.start(lambda progress: 1 / 0, done=pytest.fail, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))

    assert isinstance(failures[0], ZeroDivisionError)


def test_closing_stops_what_runs_and_drops_what_waits(qtbot, qapp):
    runner = QtJobRunner()
    started, said = threading.Event(), []

    def for_ever(progress):
        started.set()
        while True:
            progress(0, 1)

    runner.start(for_ever, done=said.append, failed=said.append)
    runner.start(lambda progress: said.append("ran"), done=said.append, failed=said.append)
    started.wait()
    runner.close()
    qtbot.wait(5)

    assert not said
    assert not [one for one in threading.enumerate() if one.name.startswith("job")]


def test_everything_can_be_stopped_at_once_and_new_jobs_still_run(qtbot, runner):
    started, said, after = threading.Event(), [], []

    def for_ever(progress):
        started.set()
        while True:
            progress(0, 1)

    runner.start(for_ever, done=said.append, failed=said.append)
    runner.start(lambda progress: "waiting", done=said.append, failed=said.append)
    started.wait()
    assert runner.busy
    runner.cancel()
    runner.start(lambda progress: "next", done=after.append, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(after) and not runner.busy)

    assert (said, after) == ([], ["next"])


class Owner:
    """What stands behind a page: whoever lets go of it last destroys it."""

    def __init__(self, gone):
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.current_thread())

    def job(self, _progress):
        return self

    def fails(self, _progress):
        raise ValueError

    def hear(self, _told):
        pass


class Dawdling(QtJobRunner):
    """Its other thread is still busy with a job when the screen has heard of its end."""

    def _later(self, *news):
        super()._later(*news)
        time.sleep(0.2)


@pytest.mark.parametrize("job", [Owner.job, Owner.fails])
def test_what_a_job_was_asked_with_is_let_go_of_on_the_screens_thread(qtbot, qapp, job):
    gone, runner = [], Dawdling()
    owner = Owner(gone)
    runner.start(partial(job, owner), done=owner.hear, failed=owner.hear)
    del owner
    qtbot.waitUntil(lambda: not runner.busy)
    runner.close()
    gc.collect()

    assert gone == [threading.main_thread()]
