"""A line to a Neo4j server that can be cut, held up, or let through in one direction only."""

import selectors
import socket
from threading import Event, Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.stores.places import Place

_PIECE = 65_536
_COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # the message COMMIT of Bolt, which has no fields


class Line:
    """Listens on loopback and passes on what it hears. Bolt is spoken straight over it, without routing."""

    def __init__(self, place: Place) -> None:
        parts = urlsplit(place.address)
        self._server = (parts.hostname or "", parts.port or 7687)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.place = Place(f"bolt://127.0.0.1:{self._listener.getsockname()[1]}", place.user, place.password)
        self._closed = Event()
        self._held_up = Event()
        self._loses = Event()
        self._deaf = Event()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._thread = Thread(target=self._pass_on, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._closed.set()
        self._thread.join()
        self._listener.close()
        self.cut()

    def hold_up(self) -> None:
        """Pass nothing on, without ending a connection: as a network that swallows everything."""
        self._held_up.set()

    def let_through(self) -> None:
        self._held_up.clear()
        self._loses.clear()
        self._deaf.clear()

    def lose_acknowledgement(self) -> None:
        """Pass on everything up to the next commit, and cut the line instead of passing on the answer to that."""
        self._loses.set()

    def cut(self) -> None:
        for pair in self._pairs:
            for end in pair:
                end.close()
        self._pairs.clear()

    def _pass_on(self) -> None:
        while not self._closed.is_set():
            if self._held_up.wait(0.01):
                continue
            with selectors.DefaultSelector() as selector:
                selector.register(self._listener, selectors.EVENT_READ)
                for near, far in self._pairs:
                    selector.register(near, selectors.EVENT_READ, (near, far, False))
                    selector.register(far, selectors.EVENT_READ, (far, near, True))
                for key, _ in selector.select(0.05):
                    if key.data is None:
                        near, _ = self._listener.accept()
                        self._pairs.append((near, socket.create_connection(self._server)))
                    elif not self._passed(*key.data):
                        break

    def _passed(self, source: socket.socket, target: socket.socket, is_answer: bool) -> bool:
        piece = source.recv(_PIECE)
        if _COMMIT in piece and not is_answer and self._loses.is_set():
            self._deaf.set()
        if piece and not (is_answer and self._deaf.is_set()):
            target.sendall(piece)
            return True
        gone = next(pair for pair in self._pairs if source in pair)
        self._pairs.remove(gone)
        for end in gone:
            end.close()
        return False
