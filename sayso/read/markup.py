"""The source of an HTML page -> the same without what no parser takes, or why it is refused."""

import re

_MOST_ATTRIBUTES = 1000
# "<p a=1 b='2' c … >" with more attributes than any page needs: parsers compare each with each.
_OVERLOADED = re.compile(
    r"<[a-zA-Z][^\s/>]{0,40}(?:(?:[\s/]++|(?<=[\"']))[^\s/>=][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]++))?+)"
    rf"{{{_MOST_ATTRIBUTES + 1}}}"
)
# A control character, as it is or by its number: "&#27;", "&#x1b;".
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]|&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*(\d{1,7}));?")
_SPACES = frozenset("\t\n\f\r")
_BREAKS = re.compile(r"(?:<br\s*+/?>\s*+){3,}+", re.IGNORECASE)
# Tags whose words parsers join one by one, each time copying all before them: "<span class=a>".
_INLINE = re.compile(r"<(/?(?:span|font|big|small|b|i|u|em|strong|q))\b[^<>]*+>", re.IGNORECASE)
_MOST_INLINE = 20_000
_MARKS = {"q": "“", "/q": "”"}
# Signs that open a tag, without one that closes it: patterns that strip tags look for it from each.
_OPEN = re.compile(r"<[^>]*+")
_MOST_OPEN = 1000


def refusal(html: str) -> str:
    """Return why a page is not parsed, or nothing."""
    if _OVERLOADED.search(html):
        return f"has a tag with more than {_MOST_ATTRIBUTES:,} attributes"
    return ""


def mended(html: str) -> str:
    """Return a page with a replacement character in the place of each control character.

    Browsers show nothing there, and no tree may be given them anew; so that nothing is lost
    without a sign, each leaves one, whether it stands there as it is or by its number. Of more than
    two line breaks in a row two are left, which is all that they mean; a page with more tags inside
    its lines than any text needs is read without them.
    """
    html = _BREAKS.sub("<br><br>", _CONTROL.sub(_shown, html))
    crowded = sum(1 for _ in _INLINE.finditer(html)) > _MOST_INLINE
    return _INLINE.sub(lambda tag: _MARKS.get(tag[1].lower(), ""), html) if crowded else html


def _shown(control: re.Match[str]) -> str:
    if not control[1] and not control[2]:
        return "\ufffd"
    code = int(control[1], 16) if control[1] else int(control[2])
    if code in (0xFFFE, 0xFFFF) or (code < 0x20 and chr(code) not in _SPACES) or code == 0x7F:
        return "\ufffd"
    return " " if code == ord("\f") else control[0]


def is_open(script: str) -> bool:
    """Tell whether a script holds so many signs "<" without a ">" that it is no description."""
    return any(run.count("<") > _MOST_OPEN for run in _OPEN.findall(script))
