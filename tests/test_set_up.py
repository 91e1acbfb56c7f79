"""Set-up says plainly what it needs, and does nothing when all is there."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "packaging" / "system-packages.sh"
NEEDED = ("sh", "sed", "tr", "grep", "mktemp", "rm", "tail", "cat")


class Machine:
    """A machine whose programs answer as a test says, and note how apt-get was called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in NEEDED:
            (self.bin / name).symlink_to(shutil.which(name))
        self.called = folder / "called"
        self.answers("uname", "echo Linux")
        self.answers("id", "echo 1000")

    def answers(self, name: str, script: str) -> None:
        program = self.bin / name
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)

    def has_apt_and(self, *packages: str) -> None:
        lines = "".join(f"installed {package}\\n" for package in packages)
        self.answers("dpkg-query", f"printf '{lines}'")
        self.answers("apt-get", f'echo "$@" >>"{self.called}"')

    def set_up(self, *packages: str) -> subprocess.CompletedProcess[str]:
        wanted = self.folder / "wanted.txt"
        wanted.write_text("# what it is for\n" + "\n".join(packages), "utf-8")
        return subprocess.run(
            ["/bin/sh", SCRIPT, wanted],
            env={"PATH": str(self.bin), "TMPDIR": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def apt_calls(self) -> list[str]:
        return self.called.read_text("utf-8").splitlines() if self.called.exists() else []


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_machine_that_has_everything_is_left_alone_without_a_word(machine):
    machine.has_apt_and("libegl1, ", "libxcb-cursor0, ")

    run = machine.set_up("libegl1", "libxcb-cursor0")

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert machine.apt_calls() == []


def test_a_package_under_a_newer_name_counts_as_there(machine):
    machine.has_apt_and("libglib2.0-0t64, libglib2.0-0 (= 2.84.3-1)")

    assert machine.set_up("libglib2.0-0").returncode == 0
    assert machine.apt_calls() == []


def test_a_package_with_a_longer_name_does_not_count(machine):
    machine.has_apt_and("libegl1-mesa-dev, ")

    assert machine.set_up("libegl1").returncode == 1


def test_one_who_may_not_install_is_told_the_one_line_to_type(machine):
    machine.has_apt_and("libegl1, ")

    run = machine.set_up("libegl1", "libxcb-cursor0", "xvfb")

    assert run.returncode == 1
    assert run.stdout == ""
    line = run.stderr.splitlines()[-1]
    assert line.endswith("apt-get install --no-install-recommends libxcb-cursor0 xvfb'")
    assert machine.apt_calls() == []


def test_one_whose_sudo_asks_for_a_password_is_told_the_line_too(machine):
    machine.has_apt_and()
    machine.answers("sudo", "exit 1")

    run = machine.set_up("xvfb")

    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].strip().startswith("sudo sh -c 'apt-get update")


def test_the_administrator_gets_only_what_is_missing(machine):
    machine.has_apt_and("libegl1, ")
    machine.answers("id", "echo 0")

    run = machine.set_up("libegl1", "xvfb")

    assert run.returncode == 0
    assert machine.apt_calls() == ["update -q", "install -y -q --no-install-recommends xvfb"]


def test_sudo_without_a_password_is_used(machine):
    machine.has_apt_and()
    machine.answers("sudo", '[ "$1" = -n ] && shift; [ "$1" = true ] || "$@"')

    assert machine.set_up("xvfb").returncode == 0
    assert machine.apt_calls() == ["update -q", "install -y -q --no-install-recommends xvfb"]


def test_a_failed_installation_shows_why_and_stops(machine):
    machine.has_apt_and()
    machine.answers("id", "echo 0")
    machine.answers("apt-get", "echo no such package; exit 100")

    run = machine.set_up("xvfb")

    assert run.returncode == 1
    assert "no such package" in run.stderr


def test_a_linux_without_apt_is_told_what_may_be_needed_and_goes_on(machine):
    run = machine.set_up("libegl1", "xvfb")

    assert run.returncode == 0
    assert "libegl1 xvfb" in run.stderr


def test_a_mac_is_asked_for_nothing(machine):
    machine.answers("uname", "echo Darwin")

    run = machine.set_up("libegl1")

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_program_can_be_called_from_any_folder_and_trusts_no_file_there(tmp_path):
    environment = tmp_path / "here" / ".venv" / "bin"
    environment.mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "welfare-app", environment)
    python = environment / "python"
    python.write_text('#!/bin/sh\necho "$PYTHONPATH $*"\n', "utf-8")
    python.chmod(0o755)

    run = subprocess.run(
        ["/bin/sh", environment / "welfare-app", "verify", "a pack.pdf"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout == f"{tmp_path / 'here'} -P -m welfare_app verify a pack.pdf\n"
