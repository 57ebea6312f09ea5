"""HTML, written so that a text can never be taken for markup: whatever is not `Html` is escaped."""

from __future__ import annotations

from html import escape

_VOID = frozenset({"input", "meta", "br"})


class Html(str):
    """Markup that may stand as it is."""

    __slots__ = ()


Content = Html | str | None


def tag(name: str, /, *content: Content, **attributes: str | bool | None) -> Html:
    """An element. An attribute that is None or False is left out, True stands by its name alone; `_` is `-`, and one at
    the end is dropped (`class_`)."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(*content)}</{name}>")


def joined(*content: Content) -> Html:
    """One after the other."""
    return Html("".join(one if isinstance(one, Html) else escape(one) for one in content if one is not None))


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
