"""Whoever opened a vault, and on whichever thread, somebody else can close it."""

import threading

from tests.conftest import KEY


def test_a_vault_opened_on_one_thread_and_closed_on_another_can_be_opened_again(door, tmp_path):
    opened = []
    elsewhere = threading.Thread(target=lambda: opened.append(door.create(tmp_path, KEY)))
    elsewhere.start()
    elsewhere.join()
    opened[0].close()

    door.open(tmp_path, KEY).close()
