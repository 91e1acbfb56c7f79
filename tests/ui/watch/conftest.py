"""A real message bus with a small machine on it, for each test its own."""

import json
import queue
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

LOGIN, ROOT = "org.freedesktop.login1", "/org/freedesktop/login1"
OWN = f"{ROOT}/session/_37"
"""The session the program runs in."""
PATIENCE = 20
ON_LINUX = sys.platform == "linux"


class Machine:
    """What the laptop under the program does and is told."""

    def __init__(self, address: str):
        self.address, self._said = address, queue.Queue()
        self._running = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("fake_machine.py"), address, OWN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        assert self.says() == "ready"

    def _listen(self):
        for line in self._running.stdout:
            self._said.put(line.strip())

    def says(self):
        """The next thing it says of itself."""
        return self._said.get(timeout=PATIENCE)

    def said(self, qtbot):
        """The next thing it says of itself, once the program has had time to answer."""
        qtbot.waitUntil(lambda: not self.quiet, timeout=PATIENCE * 1000)
        return self.says()

    @property
    def quiet(self):
        return self._said.empty()

    def do(self, *order):
        self._running.stdin.write(json.dumps(order) + "\n")
        self._running.stdin.flush()

    def tell(self, path, interface, name, *yes):
        self.do("signal", path, interface, name, "b" * len(yes), yes)

    def lock_session(self, path=OWN):
        self.tell(path, f"{LOGIN}.Session", "Lock")

    def prepare(self, name, *, begins=True):
        self.tell(ROOT, f"{LOGIN}.Manager", name, begins)

    def change(self, path, interface, name, value):
        self.do("set", name, value)
        told = (interface, {name: value}, [])
        properties = "org.freedesktop.DBus.Properties"
        self.do("signal", path, properties, "PropertiesChanged", "sa{sv}as", told)

    def saver(self, active=True, name="org.freedesktop.ScreenSaver", path="/ScreenSaver"):
        self.tell(path, name, "ActiveChanged", active)

    def end(self):
        self._running.stdin.close()
        self._running.wait(PATIENCE)
        self._listener.join(PATIENCE)
        self._running.stdout.close()


@pytest.fixture
def bus(tmp_path):
    """A message bus, and the process it runs in."""
    if not ON_LINUX or shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    running = subprocess.Popen(
        [*command, f"--address=unix:path={tmp_path / 'bus'}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    running.address = running.stdout.readline().strip()
    yield running
    running.terminate()
    running.wait(PATIENCE)
    running.stdout.close()


@pytest.fixture
def machine(bus):
    machine = Machine(bus.address)
    yield machine
    machine.end()
