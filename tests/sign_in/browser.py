"""A browser, as far as signing in needs one: it keeps cookies, says where its requests come from, and sends forms."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx2

PAGE = {"Accept": "text/html,application/xhtml+xml"}
ASKED = "name role person { id } coalitions { id } explanation"


class Browser:
    """Somebody at the pages of one service."""

    def __init__(self, service: str) -> None:
        self.service = service
        self.http = httpx2.Client(timeout=30, headers=PAGE)

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def open(self, path: str, **parameters: str) -> httpx2.Response:
        """Go to a page of the service, without following where it sends on to."""
        return self.http.get(self.service + path, params=parameters or None)

    def sign_in(self, account: str, to: str = "/") -> httpx2.Response:
        """Sign in at the provider, and come back: the last answer of the service."""
        return self.http.get(self.come_back(self.sent_to_provider(to), account))

    def sent_to_provider(self, to: str = "/") -> str:
        """Begin: the address at the provider that the service sends to."""
        begun = self.open("/sign-in", to=to)
        assert begun.status_code == 303, begun.text
        return str(begun.headers["location"])

    def come_back(self, at_provider: str, account: str | None) -> str:
        """Go through the pages of the provider: the address at which it sends back. Without an account: give up."""
        answer = self.http.get(at_provider)
        while not (location := answer.headers.get("location", "")).startswith(self.service):
            if answer.is_redirect:
                answer = self.http.get(urljoin(str(answer.url), location))
            elif account is None:
                (address,) = re.findall(r'href="([^"]*/abort)"', answer.text)
                answer = self.http.get(urljoin(str(answer.url), unescape(address)))
            else:
                assert answer.status_code == 200, answer.text
                answer = self._submit(answer, account)
        return str(location)

    def _submit(self, page: httpx2.Response, account: str) -> httpx2.Response:
        (action,) = re.findall(r'action="([^"]+)"', page.text)
        (prompt,) = re.findall(r'name="prompt" value="(\w+)"', page.text)
        address = urljoin(str(page.url), unescape(action))
        return self.http.post(address, data={"prompt": prompt, "login": account, "password": "any"})

    def ask(self, query: str, **headers: str) -> httpx2.Response:
        """Ask in GraphQL, from a page of the service."""
        return self.http.post(
            f"{self.service}/graphql",
            json={"query": query},
            headers={"Accept": "application/json", "Sec-Fetch-Site": "same-origin", "Origin": self.service} | headers,
        )

    def viewer(self) -> Any:  # noqa: ANN401 - JSON
        """As whom the service answers."""
        return viewer_in(self.ask(f"{{ viewer {{ {ASKED} }} }}"))

    def cookie(self, name: str) -> str | None:
        """A cookie of the service."""
        host = urlsplit(self.service).hostname
        return next((c.value for c in self.http.cookies.jar if c.name == name and c.domain == host), None)


def viewer_in(answer: httpx2.Response) -> Any:  # noqa: ANN401 - JSON
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]["viewer"]
