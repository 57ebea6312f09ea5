"""Entity tags: the answer that a client holds is still the answer."""

from __future__ import annotations

import re
from hashlib import sha256

_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e\x80-\xff]*)"')


def entity_tag(*parts: str | bytes) -> str:
    """A weak tag of everything that an answer depends on; weak, since equal answers may differ in their bytes."""
    digest = sha256()
    for part in parts:
        encoded = part.encode() if isinstance(part, str) else part
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return f'W/"{digest.hexdigest()[:32]}"'


def matches(if_none_match: str | None, tag: str) -> bool:
    """Whether an If-None-Match header names this tag, compared weakly.

    `*` (any answer that there is) is not honoured: whether there is one shows only when it is made.
    """
    wanted = _TAG.fullmatch(tag)
    assert wanted is not None
    return wanted[1] in _TAG.findall(if_none_match or "")
