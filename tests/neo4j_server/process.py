"""A Community server of our own from its jars, as one Java process."""

import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from tests.neo4j_server.bolt import set_first_password, wait_until_answering
from tests.neo4j_server.server import PASSWORD, USER, free_port

OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
STOP_SECONDS = 60.0
LOG_TAIL = 4000


def configuration(port: int) -> str:
    """Return the neo4j.conf of a small server on loopback that speaks Bolt only."""
    return f"""\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
"""


class JavaServer:
    """An OwnServer that runs as a child of this process, with its data in a folder of its own."""

    def __init__(self, java: str, lib: Path) -> None:
        self.user = USER
        self.password = PASSWORD
        port = free_port()
        self.uri = f"neo4j://127.0.0.1:{port}"
        self._home = Path(tempfile.mkdtemp(prefix="korte-lijnen-neo4j-"))
        self._log = self._home / "console.log"
        self._command = _command(java, lib, self._home)
        self._process: subprocess.Popen[bytes] | None = None
        self._has_password = False
        conf = self._home / "conf"
        conf.mkdir()
        (conf / "neo4j.conf").write_text(configuration(port), encoding="utf-8")

    def start(self) -> None:
        """Start, and return when queries are answered."""
        if self._process is not None:
            return
        with self._log.open("ab") as log:
            # A session of its own: Ctrl-C in the terminal ends the tests, which then end the server in order.
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self._home, start_new_session=True
            )
        if not self._has_password:
            set_first_password(self, self._check_alive)
            self._has_password = True
        wait_until_answering(self, self._check_alive)

    def stop(self) -> None:
        """Stop in order."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it without warning."""
        self._end(signal.SIGKILL)

    def remove(self) -> None:
        """End it and remove its data."""
        self.kill()
        shutil.rmtree(self._home)

    def _end(self, by: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(by)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._process = None

    def _check_alive(self) -> None:
        if self._process is None or self._process.poll() is not None:
            self._process = None
            message = f"Neo4j ended while it started:\n{self._log.read_text(encoding='utf-8')[-LOG_TAIL:]}"
            raise RuntimeError(message)


def _command(java: str, lib: Path, home: Path) -> list[str]:
    opens = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENED]
    server = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    return [java, *opens, "-Xmx2g", "-cp", f"{lib}/*", *server]
