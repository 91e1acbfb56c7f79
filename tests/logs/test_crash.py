from datetime import UTC, datetime

from welfare_app.logs.crash import FaultLog, fault

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)


def broken(secret):
    raise ValueError(secret)


def caught(secret):
    try:
        broken(secret)
    except ValueError as error:
        return error
    return None


def test_a_fault_is_called_by_where_it_happened_and_not_by_what_was_said():
    first, second = fault(caught("Ana Example")), fault(caught("Somebody Else"))

    assert first == second
    assert "Example" not in repr(first)
    assert first.places[-1].startswith("test_crash.broken:")


def test_the_log_holds_places_and_no_words(tmp_path):
    log = FaultLog(tmp_path / "deep" / "faults.log", lambda: NOON)

    found = log.keep(caught("Ana Example"))

    text = (tmp_path / "deep" / "faults.log").read_text("utf-8")
    assert found.code in text
    assert "Example" not in text
    assert text.startswith("2026-05-12T12:00 ")


def test_a_disk_that_refuses_is_no_second_fault(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    assert FaultLog(tmp_path / "file" / "faults.log", lambda: NOON).keep(caught("x")).code
