"""A laptop of its own for each journey: real tools, a real window, its own folders."""

import json
import os
import shutil
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import NOON
from tests.desks import quick_keys, sharing
from tests.journeys.answering import Answering
from tests.journeys.keyboard import Keyboard
from tests.ui.kit.conftest import clear_away
from welfare_app.app.desktop import Desktop
from welfare_app.app.folders import RESOURCES
from welfare_app.app.toolbox import toolbox
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.practice import open_practice
from welfare_app.services.tools import Tools
from welfare_app.ui.parts import Kit
from welfare_app.ui.theme import ThemeSource
from welfare_app.ui.window import Window

PASSPHRASE = "gravel teapot lantern orbit"


def sample(name: str) -> Any:
    """One file of the sample case."""
    return json.loads((RESOURCES / "sample" / f"{name}.json").read_text("utf-8"))


@dataclass
class Laptop:
    """The program on the screen, and someone at its keyboard."""

    tools: Tools
    desktop: Desktop
    keyboard: Keyboard
    folder: Path
    """Where files are saved that leave the program."""
    passphrase: str = ""
    pictures: str = ""

    def unlock(self) -> None:
        """From the locked screen to Home."""
        self.keyboard.wait_for("Your passphrase")
        assert self.keyboard.name == "Your passphrase"
        self.keyboard.type(self.passphrase)
        self.keyboard.press("Enter")
        self.keyboard.wait_for("What needs me now")

    def form(self, name: str) -> Answering:
        """Someone who answers the questions of a form."""
        return Answering(self.keyboard, self.tools.definitions.form(name))

    def picture(self, name: str) -> None:
        """Keep a picture of the window, when the environment says where."""
        if self.pictures:
            QApplication.processEvents()
            self.desktop.window.grab().save(str(Path(self.pictures, f"{name}.png")))


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    began = time.monotonic()

    def now() -> datetime:
        return NOON + timedelta(seconds=time.monotonic() - began)

    made = sharing(toolbox(now=now, secrets=NoSecrets()))
    return replace(made, keys_for=quick_keys, portable_keys_for=quick_keys)


@pytest.fixture
def switch_on(qtbot, qapp, tools: Tools, tmp_path: Path):
    """Starts the program on this laptop."""
    on: list[Laptop] = []

    def start(vault: Path = tmp_path / "vault", passphrase: str = PASSPHRASE) -> Laptop:
        source = ThemeSource(RESOURCES, "light", 1.0)
        source.apply(qapp)
        window = Window(Kit(source.theme))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        desktop = Desktop(tools, source, window, vault, tmp_path / "practice")
        desktop.begin()
        laptop = Laptop(
            tools,
            desktop,
            Keyboard(qtbot, window),
            tmp_path,
            passphrase,
            os.environ.get("JOURNEY_PICTURES", ""),
        )
        on.append(laptop)
        return laptop

    yield start
    for laptop in on:
        laptop.desktop.window.close()
        laptop.desktop.window.deleteLater()
    clear_away()
    qapp.setStyleSheet("")


@pytest.fixture
def laptop(switch_on) -> Laptop:
    """A laptop on which the program was never run."""
    return switch_on()


@pytest.fixture(scope="session")
def practice_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice vault, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("made") / "practice"
    made = sharing(toolbox(now=lambda: NOON, secrets=NoSecrets()))
    open_practice(replace(made, portable_keys_for=quick_keys), folder).vault.close()
    return folder


@pytest.fixture
def practised(switch_on, practice_made: Path, tmp_path: Path) -> Laptop:
    """A laptop whose vault holds the sample case, open at Home."""
    folder = shutil.copytree(practice_made, tmp_path / "practice")
    words = json.loads((folder / "practice.json").read_text("utf-8"))["words"]
    laptop = switch_on(folder, words)
    laptop.unlock()
    return laptop
