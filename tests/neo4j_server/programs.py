"""The programs that a Neo4j from its jars needs, and how to get them."""

import re
import shutil
import subprocess

from tests.neo4j_server.server import ServerMissingError

JAVA_AT_LEAST = 17  # Neo4j 5.26 runs on Java 17 and 21
HOW_TO_GET = {
    "java": "apt-get install --yes openjdk-17-jre-headless (or 21, on Debian 13), or brew install openjdk@21",
    "mvn": "apt-get install --yes maven, or brew install maven",
}
OTHERWISE = "Or start Docker or Podman, or name a server that may be emptied in NEO4J_TEST_URI."


def require(program: str) -> str:
    """Return the path of ``program``; raise ServerMissingError with the command that installs it."""
    path = shutil.which(program)
    if path is None:
        raise _missing(program, f"{program} is not installed")
    return path


def require_java() -> str:
    """Return the path of a Java that is new enough; raise ServerMissingError otherwise."""
    java = require("java")
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < JAVA_AT_LEAST:
        raise _missing("java", f"{java} is not Java {JAVA_AT_LEAST} or newer: {told.strip()}")
    return java


def _missing(program: str, what: str) -> ServerMissingError:
    return ServerMissingError(f"The tests need a real Neo4j 5. {what}: {HOW_TO_GET[program]}. {OTHERWISE}")
