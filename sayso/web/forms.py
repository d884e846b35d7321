"""What forms of the reader send, as plain words."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import FormData

_PATH = re.compile(r"/(?![/\\])")  # what browsers take for another server begins with two
_LONGEST = 1000  # characters of the address of a page


def field(form: FormData, name: str) -> str:
    """Return the words of a field, without space around them; empty where there is no such one."""
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def own_page(address: str, *, asked: bool = False) -> str:
    """Return the path of a page of the reader, with its fragment; empty for any other address.

    With `asked` what is asked of the page stays in it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not _PATH.match(parts.path) or len(address) > _LONGEST:
        return ""
    query = f"?{parts.query}" if asked and parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path}{query}{fragment}"
