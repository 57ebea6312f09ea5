import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import CHECKOUT

PACKAGES = ("graph", "schema", "resolvers", "seeds", "server")
NAMES = {*PACKAGES, "tests", "bench", "docs"}
LOCKS = sorted((CHECKOUT / "requirements").glob("*.txt"))
# In pieces, so that this file does not hold one itself.
REGISTRIES = [
    ".".join(pieces)
    for pieces in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("yarnpkg", "com"),
        ("repo1", "maven", "org"),
        ("repo", "maven", "apache", "org"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("deb", "debian", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
        ("quay", "io"),
    )
]
PIN = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.+!]+)(?: ; [^\\@/]+?)?(?: --hash=sha256:[0-9a-f]{64})+"
)


def tracked(*under: str) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z", "--", *under], cwd=CHECKOUT, capture_output=True, check=True)
    return [path for path in listed.stdout.decode().split("\0") if path and (CHECKOUT / path).is_file()]


def others() -> Iterator[Distribution]:
    return (dist for dist in distributions() if canonicalize_name(dist.name) != "korte-lijnen")


def entries(lock: Path) -> list[str]:
    joined = re.sub(r"\s*\\\n\s*", " ", lock.read_text(encoding="utf-8"))
    return joined.splitlines()


def pins(lock: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in entries(lock):
        pin = PIN.fullmatch(entry)
        assert pin, f"{lock.name}: {entry} is not one pinned and hashed package"
        found.setdefault(canonicalize_name(pin["name"]), set()).add(pin["version"])
    return found


def declared() -> dict[str, list[Requirement]]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    install = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    test = [*install, *project["dependency-groups"]["test"]]
    return {
        "install.txt": [Requirement(line) for line in install],
        "test.txt": [Requirement(line) for line in test],
    }


def test_no_other_installed_distribution_provides_one_of_our_names() -> None:
    provided = {
        (dist.name, file.parts[0])
        for dist in others()
        for file in dist.files or []
        if file.parts[0].split(".")[0] in NAMES
    }
    assert provided == set()


def test_no_installed_distribution_is_under_the_gpl() -> None:
    licences = {dist.name: licence(dist) for dist in others()}
    assert [name for name, said in licences.items() if re.search(r"\bA?GPL|General Public", said)] == []


def licence(dist: Distribution) -> str:
    """What a distribution says in short that it is under, or else in full.

    In full it may hold the licences of the libraries that its wheel brings along: SciPy's are gfortran's, under the GPL
    with the exception that lets everybody link with them.
    """
    said = dist.metadata.get_all("License-Expression") or []
    said += [line for line in dist.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    return " ".join(said or dist.metadata.get_all("License") or [])


def test_there_is_a_lock_for_running_and_one_for_testing() -> None:
    assert [lock.name for lock in LOCKS] == ["install.txt", "test.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_hashed_pins_and_no_address(lock: Path) -> None:
    assert len(pins(lock)) >= len(declared()[lock.name])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_what_the_project_asks_for(lock: Path) -> None:
    pinned = pins(lock)
    wrong = [
        str(wanted)
        for wanted in declared()[lock.name]
        if not all(version in wanted.specifier for version in pinned.get(canonicalize_name(wanted.name), {"none"}))
    ]
    assert wrong == []


def test_what_is_tested_is_what_is_installed() -> None:
    install, test = (pins(lock) for lock in LOCKS)
    assert {name: test.get(name) for name in install} == install


@pytest.mark.parametrize(
    "entry",
    [
        "click==8.5.1",
        "click>=8 --hash=sha256:" + "0" * 64,
        "click==8.5.1 --hash=sha256:" + "0" * 63,
        "click @ https://example.org/click.whl --hash=sha256:" + "0" * 64,
        "--index-url https://example.org/simple",
        "-e .",
    ],
)
def test_a_line_that_is_loose_is_seen(entry: str) -> None:
    assert not PIN.fullmatch(entry)


def test_the_wheel_holds_every_file_of_its_packages(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=CHECKOUT, capture_output=True, check=True)
    (built,) = tmp_path.glob("korte_lijnen-*.whl")
    with zipfile.ZipFile(built) as wheel:
        held = set(wheel.namelist())
        scripts = next(wheel.read(name).decode() for name in held if name.endswith("entry_points.txt"))
    assert set(tracked(*PACKAGES)) - held == set()
    assert {name.split("/")[0] for name in held if ".dist-info/" not in name} <= set(PACKAGES)
    assert "korte-lijnen = server.command_line:main" in scripts


def test_no_file_names_the_host_of_a_package_registry() -> None:
    named = re.compile("|".join(re.escape(host) for host in REGISTRIES), re.IGNORECASE)
    found = [
        f"{path}: {host[0]}"
        for path in tracked()
        for host in [named.search((CHECKOUT / path).read_text(encoding="utf-8", errors="replace"))]
        if host
    ]
    assert found == []


def test_the_demo_is_served_at_the_port_that_make_is_given() -> None:
    asked = ["make", "--dry-run", "--no-print-directory", "demo", "PORT=8123"]
    said = subprocess.run(asked, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    assert said.rstrip().endswith("serve --demo --port 8123")
