"""The text of a file whose encoding nobody wrote down.

Publishers use UTF-8 (with or without a byte order mark) or windows-1252, and the first lines are often plain ASCII,
so the whole file decides: UTF-8 where every byte of it is, else windows-1252.
"""

from __future__ import annotations

import codecs

from graph.errors import BadInput
from seeds.registers.reading import File

UTF_8, WINDOWS_1252 = "utf-8", "windows-1252"
_OTHER_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF32_BE: "utf-32"}


def text_of(file: File) -> str:
    """The file as text, without a byte order mark. Raises BadInput when it is not in its encoding, or no text."""
    if not file.content.strip():
        raise BadInput(f"{file.name} is empty", field=file.name, expected="a file with a heading and rows")
    text = _decoded(file, file.encoding) if file.encoding else _guessed(file)
    if "\0" in text:
        raise BadInput(f"{file.name} is no text: it holds NUL bytes", field=file.name, expected="a text file")
    return text.removeprefix("\ufeff")


def _guessed(file: File) -> str:
    for mark, name in _OTHER_MARKS.items():
        if file.content.startswith(mark):
            raise BadInput(
                f"{file.name} is in {name}",
                field=file.name,
                actual=name,
                expected="UTF-8 or windows-1252",
                help=f"Name its encoding: --encoding {name}",
            )
    try:
        return file.content.decode(UTF_8)
    except UnicodeDecodeError as error:
        # What has been UTF-8 so far is a damaged UTF-8 file; in windows-1252 it would be read as «Ã«» without a word.
        if not file.content[: error.start].isascii():
            raise _not_in(file, UTF_8, error) from error
        _check_one_encoding(file, file.content.count(b"\n", 0, error.start) + 1)
    return _decoded(file, WINDOWS_1252)


def _check_one_encoding(file: File, line: int) -> None:
    """Raise BadInput when a line is UTF-8, although an earlier one is not: two files were put together.

    In windows-1252 such a line would say «Ã«», which is nobody's text.
    """
    for number, content in enumerate(file.content.split(b"\n"), 1):
        if number > line and not content.isascii() and _is_utf_8(content):
            raise BadInput(
                f"{file.name} is in two encodings: line {line} in {WINDOWS_1252}, line {number} in {UTF_8}",
                field=file.name,
                actual=f"{WINDOWS_1252} and {UTF_8}",
                expected="one encoding",
                help="Save each part in UTF-8 before they are put together; or name one with --encoding.",
            )


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(file: File, encoding: str) -> str:
    try:
        return file.content.decode(encoding)
    except LookupError as error:
        raise BadInput(
            f"there is no encoding «{encoding}»",
            field="encoding",
            actual=encoding,
            expected="utf-8, windows-1252, or another that Python knows",
        ) from error
    except UnicodeDecodeError as error:
        raise _not_in(file, encoding, error) from error


def _not_in(file: File, encoding: str, error: UnicodeDecodeError) -> BadInput:
    line = file.content.count(b"\n", 0, error.start) + 1
    return BadInput(
        f"{file.name} is not in {encoding}: line {line}, byte {error.start + 1} of the file",
        field=file.name,
        actual=f"byte {error.object[error.start]:#04x}",
        expected=f"text in {encoding}",
        help="Name the encoding it is in with --encoding, or get the file again: it may be damaged.",
    )
