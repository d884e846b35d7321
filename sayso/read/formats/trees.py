"""A stream of XML -> its elements of some names, one after the other, in bounded memory.

No entity is resolved that a document declares, nothing is loaded that it names, and what is
too deep or too long for any feed is refused, so that no document is a bomb.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Any

from sayso.errors import ReadError
from sayso.read.formats.opening import Opened, some

Node = Any  # an lxml element; lxml ships no types

_CHUNK = 32 * 1024
_OPENS, _CLOSES = b"<![CDATA[", b"]]>"
_LONGEST_SIGN = 40  # bytes of a name of a character, and more than of what opens a section
# "&" that begins no name or number of a character: "Rain & wind", "?a=1&b=2".
_BARE = re.compile(rb"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});)")
# What the parser says of a document that stops in the middle, or that it will not go through.
_ENDS = {"ERR_TAG_NOT_FINISHED", "ERR_RESOURCE_LIMIT", "ERR_CDATA_NOT_FINISHED", "ERR_DOCUMENT_END"}


class _Mended:
    """Bytes of XML with "&amp;" for each bare "&", which feeds are full of: "?a=1&b=2".

    Sections of characters are left alone, and so is what has zeros: UTF-16.
    """

    def __init__(self) -> None:
        self._waiting = b""
        self._inside = False

    def __call__(self, data: bytes) -> bytes:
        """Return what can be told of all bytes so far; at the end, for none, the rest."""
        ended, left, done = not data, self._waiting + data, []
        while left:
            mark = _CLOSES if self._inside else _OPENS
            piece, sign, rest = left.partition(mark)
            if not sign:
                break
            done.append((piece if self._inside else _BARE.sub(b"&amp;", piece)) + mark)
            self._inside, left = not self._inside, rest
        cut = len(left) if ended else _last_sign(left)
        piece, self._waiting = left[:cut], left[cut:]
        done.append(piece if self._inside else _BARE.sub(b"&amp;", piece))
        return b"".join(done)


def _last_sign(data: bytes) -> int:
    """Return where a sign stands near the end of which more must be seen, else the end."""
    start = max(0, len(data) - _LONGEST_SIGN)
    places = (data.find(sign, start) for sign in (b"&", b"<", b"]"))
    return min((place for place in places if place >= 0), default=len(data))


class _Held:
    """A stream that is cut where one element has more bytes than it may, and says so then."""

    def __init__(self, opened: Opened, limit: int) -> None:
        self._opened = opened
        self._limit = limit
        self.since = 0  # bytes since the last element was done with
        self.ended = False
        self._last = b""
        self._mend: Callable[[bytes], bytes] = bytes if b"\0" in opened.head else _Mended()

    def read(self, size: int) -> bytes:
        """Read bytes. Raises ReadError above the limit."""
        while True:
            given = some(self._opened.stream, min(size, _CHUNK))
            if (data := self._mend(given)) or not given:
                break
        self.since += len(data)
        self.ended = not data
        self._last = (self._last + data)[-_CHUNK:]
        if self.since > self._limit:
            message = f"has an item over the size limit of {self._limit} bytes"
            raise ReadError(self._opened.source, "size", message)
        return data

    def is_whole(self, root: Node | None) -> bool:
        """Tell whether the end of the outermost element has come; more may stand behind it."""
        if root is None:
            return False
        ends = rb"</(?:[^\s<>/]+:)?%s\s*>|/>\s*\Z" % re.escape(local(root).encode())
        return bool(re.search(ends, self._last.replace(b"\0", b""), re.IGNORECASE))


def elements(opened: Opened, names: Sequence[str], *, limit: int) -> Iterator[Node]:
    """Yield the outermost elements of some names, each to be used before the next.

    The namespace does not matter. Raises ReadError of the kind "xml", after all that could be read,
    where the document is cut off or nests too deep, and of the kind "size" where one element has
    more bytes than the limit.
    """
    from lxml import etree

    held = _Held(opened, limit)
    parsed = etree.iterparse(
        held, events=("end",), tag=[f"{{*}}{name}" for name in names], recover=True,
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    outer, before = {name.lower() for name in names}, None
    try:
        for _, element in parsed:
            if held.ended and _is_cut(parsed, held, element.getroottree().getroot()):
                break  # the parser itself closed it
            if any(local(above) in outer for above in element.iterancestors()):
                continue  # of the one around it, which is yet to end
            yield element
            held.since = 0
            if before is not None and before.getparent() is not None:
                before.getparent().remove(before)
            element.clear(keep_tail=False)
            before = element
    except etree.XMLSyntaxError:
        raise ReadError(opened.source, "xml", "is broken XML") from None
    if _is_cut(parsed, held, parsed.root):
        raise ReadError(opened.source, "xml", "is cut off, nests too deep or grows without end")


def _is_cut(parsed: Any, held: _Held, root: Node | None) -> bool:
    """Tell whether a document ends too early: the parser does not say so of all places."""
    its = any(entry.type_name in _ENDS for entry in parsed.error_log)
    return its or (held.ended and not held.is_whole(root))


def local(element: Node) -> str:
    """Return the name of an element without its namespace, in small letters."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: Node, *names: str) -> list[Node]:
    """Return the elements right inside one that have one of some names, in order."""
    return [child for child in element if local(child) in names]


def inner(element: Node, *path: str) -> Node | None:
    """Return the first element along a path of names, or None."""
    for name in path:
        element = next(iter(children(element, name)), None)
        if element is None:
            return None
    return element


def words(element: Node | None) -> str:
    """Return the text of an element, its spaces run together; of an unknown entity its name."""
    return " ".join(text(element).split())


def text(element: Node | None) -> str:
    """Return the text of an element with all that is inside it, or ""."""
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            pieces.append(text(child))
        elif child.text and child.text.startswith("&"):  # one that no document may declare
            pieces.append(unescape(child.text))
        pieces.append(child.tail or "")
    return "".join(pieces)


def attribute(element: Node | None, name: str) -> str:
    """Return an attribute of an element, in whatever namespace, or ""."""
    if element is None:
        return ""
    every = ((key.rpartition("}")[2].lower(), value) for key, value in element.attrib.items())
    return next((value.strip() for key, value in every if key == name), "")
