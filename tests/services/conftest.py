"""Real tools, a real vault and a desk at it. What is costly is made once and copied."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import KEY
from tests.desks import Case, Clock, opened_copy, play, register, sharing, sit_down
from tests.providers import provider_file
from welfare_app.app.toolbox import toolbox
from welfare_app.domain.ids import ReferralId
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.sample_case import HANDING
from welfare_app.services.seal_referral import SealedPack


@pytest.fixture(scope="session")
def still_clock():
    return Clock()


@pytest.fixture(scope="session")
def tools(still_clock):
    return sharing(toolbox(secrets=NoSecrets(), now=still_clock))


@pytest.fixture
def clock(still_clock):
    """The clock of the tools. It stands at noon until a test moves it."""
    at = still_clock.at
    yield still_clock
    still_clock.at = at


@pytest.fixture(scope="session")
def identity(tools):
    return tools.new_identity("Orchard Example Labour Ltd", "Site laptop 3", tools.now())


@pytest.fixture
def heard():
    """The changes that open screens were told of."""
    return []


@pytest.fixture
def desk(tools, vault, identity, heard):
    """A desk at an empty vault."""
    register(vault, identity)
    return sit_down(tools, vault, heard.append)


@pytest.fixture(scope="session")
def played(tools, identity, tmp_path_factory):
    """A vault folder with the sample case in it, closed; and the ids of its records.

    Its interview is not signed off, so that tests can change what was said in it.
    """
    folder = tmp_path_factory.mktemp("played")
    vault = tools.door.create(folder, KEY)
    register(vault, identity)
    case = play(tools, sit_down(tools, vault), signed=False)
    vault.close()
    return folder, (case.interview, case.pack, case.referral)


@pytest.fixture
def case(tools, played, tmp_path, heard):
    """The sample case at a desk: everything kept, nothing missing, not yet sealed."""
    folder, ids = played
    with opened_copy(tools, folder, tmp_path / "case", heard.append) as desk:
        yield Case(desk, *ids)


@dataclass
class Sealed:
    """The sample case after sealing: the file, its words, and the vault that remembers it."""

    folder: Path
    pack: SealedPack
    referral: ReferralId


@pytest.fixture(scope="session")
def sealed(tools, played, tmp_path_factory):
    """The sample case sealed once, for every test that only looks."""
    home = tmp_path_factory.mktemp("sealed")
    folder, (_, _, referral) = played
    with opened_copy(tools, folder, home / "vault") as desk:
        pack = desk.seal.seal(referral, HANDING, home / "P-0001.pdf")
    return Sealed(home / "vault", pack, referral)


@pytest.fixture
def sealed_desk(tools, sealed, tmp_path):
    """A desk at a copy of the vault the pack was sealed from."""
    with opened_copy(tools, sealed.folder, tmp_path / "vault") as desk:
        yield desk


@pytest.fixture
def from_provider(tmp_path, clock):
    """The file a provider of certificates gave us."""
    path = tmp_path / "from-provider.p12"
    path.write_bytes(provider_file(clock()))
    return path
