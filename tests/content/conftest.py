from pathlib import Path

import pytest

from welfare_app.content.library import Library

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def resources():
    return RESOURCES


@pytest.fixture(scope="session")
def library():
    return Library(RESOURCES)
