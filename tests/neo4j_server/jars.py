"""The jars of the Community server: fetched once by Maven, kept outside the checkout."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.neo4j_server.programs import require
from tests.neo4j_server.server import ServerMissingError

VERSION = "5.26.12"
POM = f"""\
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>korte-lijnen</groupId>
  <artifactId>neo4j-for-tests</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"


def server_jars() -> Path:
    """Return the folder with the server's jars; fetch them (116 MB) when they are not there yet.

    Raises ServerMissingError when Maven is not there or cannot fetch them.
    """
    kept = _cache() / f"neo4j-{VERSION}"
    if not kept.is_dir():
        _fetch(kept)
    return kept / "lib"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "korte-lijnen"


def _fetch(kept: Path) -> None:
    maven = require("mvn")
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: an interrupted fetch stays behind under another name, and of two at once one wins.
    with tempfile.TemporaryDirectory(prefix=f"{kept.name}.partial-", dir=kept.parent) as partial:
        fetched = Path(partial) / kept.name
        _copy_dependencies(maven, fetched)
        try:
            fetched.rename(kept)
        except OSError:
            if not kept.is_dir():
                raise


def _copy_dependencies(maven: str, fetched: Path) -> None:
    fetched.mkdir()
    (fetched / "pom.xml").write_text(POM, encoding="utf-8")
    command = [maven, "--batch-mode", "--quiet", COPY, "-DincludeScope=runtime", f"-DoutputDirectory={fetched / 'lib'}"]
    run = subprocess.run(command, cwd=fetched, capture_output=True, text=True, check=False)
    if run.returncode:
        shutil.rmtree(fetched)
        message = f"Maven cannot fetch Neo4j {VERSION} ({' '.join(command)}):\n{run.stdout}{run.stderr}"
        raise ServerMissingError(message)
