"""The pages over real HTTP, with what a person does in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import httpx2
from starlette.requests import Request

from graph.live import LiveNetwork
from graph.viewers import ANYBODY
from resolvers.context import Context
from schema import schema
from server.application import application
from server.confirming.answering import Answering
from server.confirming.links import PATH, LinkKeys
from server.confirming.routes import confirming_route
from tests.confirming.network import KEYS, now
from tests.graphql_http import served

CONTACT = Address("Korte Lijnen", "kaart", "example.org")


class _Form(HTMLParser):
    """The fields of the last form of a page, as a browser would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.action: str | None = None
        self._area: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            assert given["method"] == "post"
            self.action, self.fields = given["action"], {}
        elif tag == "input" and (given.get("type") != "radio" or "checked" in given):
            self.fields[name] = given.get("value") or ""
        elif tag == "textarea":
            self._area, self.fields[name] = name, ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            before = self.fields[self._area]
            self.fields[self._area] += data if before else data.removeprefix("\n")


@dataclass(frozen=True)
class Page:
    """One page, and the client that got it."""

    client: httpx2.Client
    response: httpx2.Response

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def heading(self) -> str:
        (found,) = re.findall("<h1>(.*?)</h1>", self.response.text)
        return unescape(found)

    @property
    def text(self) -> str:
        """What somebody reads, without markup."""
        body = re.sub("<style>.*?</style>", "", self.response.text, flags=re.DOTALL)
        return unescape(re.sub("<[^>]+>", " ", body))

    @property
    def fields(self) -> dict[str, str]:
        return _Form(self.response.text).fields

    def send(self, **changed: str) -> Page:
        """Fill in the form of the page and send it."""
        return self.send_fields(self.fields | changed)

    def send_fields(self, fields: dict[str, str]) -> Page:
        action = _Form(self.response.text).action
        assert action is not None, "there is no form on this page"
        return Page(self.client, self.client.post(self.response.url.join(action), data=fields))

    def follow(self, text: str) -> Page:
        """Follow the link with this text."""
        pattern = rf'<a [^>]*?href="([^"]*)"[^>]*>{re.escape(text)}</a>'
        (found,) = re.findall(pattern, self.response.text)
        return Page(self.client, self.client.get(self.response.url.join(unescape(found))))


@dataclass(frozen=True)
class Browser:
    client: httpx2.Client

    def open(self, link: str, **parameters: str) -> Page:
        """Open a link: as it stands in an address behind /confirm/, or a whole address."""
        path = urlsplit(link).path if link.startswith("http") else PATH + link
        return Page(self.client, self.client.get(path, params=parameters))

    def answer(self, link: str, answer: str = "confirm", **fields: str) -> Page:
        """Answer without having looked."""
        return Page(self.client, self.client.post(PATH + link, data={"answer": answer, **fields}))


@contextmanager
def browser(
    live: LiveNetwork, keys: LinkKeys | None = KEYS, contact: Address | None = CONTACT, clock: datetime | None = None
) -> Iterator[Browser]:
    """The service as `serve` puts it together, and a browser; `clock` is where its clock stands still."""
    answering = None if keys is None else Answering(live, keys, now if clock is None else lambda: clock)

    def context_for(_: Request) -> Context:
        return Context.of(live, ANYBODY)

    app = application(
        schema,
        context_for,
        network_version=lambda: live.network.version,
        pages=[confirming_route(answering, contact)],
    )
    with served(app) as client:
        yield Browser(client)
