"""Values of the record -> what other programs take without harm, and JSON a piece at a time."""

import json
import re
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, BinaryIO

TERMS = "https://sayso.example/terms#"  # before the terms that are our own, in JSON-LD and PROV

_SURROGATE = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\xa0<>\"{}|\\^`\ud800-\udfff]+")


def scalar(text: str) -> str:
    """Return a text that has a form in UTF-8: lone surrogates are replaced, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def web_address(url: str) -> str:
    """Return an address of the web, nothing for what is none."""
    return url if _ADDRESS.fullmatch(url) else ""


def finite(number: float | None) -> float | None:
    """Return a number, None for what is none."""
    return number if number is not None and isfinite(number) else None


def json_text(value: Any) -> str:
    """Return a value as JSON on one line; whatever is empty is left out of objects."""
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        pairs = ((scalar(str(name)), _plain(each)) for name, each in value.items())
        return {name: each for name, each in pairs if each not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return finite(value) if isinstance(value, float) else value


def write_array(head: Mapping[str, Any], name: str, items: Iterable[Any], out: BinaryIO) -> None:
    """Write an object with a few fields, and behind them one array, an item a line."""
    out.write(f'{json_text(head)[:-1]}, "{name}": ['.encode())
    comma = ""
    for item in items:
        out.write(f"{comma}\n{json_text(item)}".encode())
        comma = ","
    out.write(b"\n]}\n")


def write_lines(items: Iterable[Any], out: BinaryIO) -> None:
    """Write JSON Lines."""
    for item in items:
        out.write(f"{json_text(item)}\n".encode())
