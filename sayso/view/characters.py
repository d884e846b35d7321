"""Text of an article -> text that may safely stand on a screen."""

import re

_DIRECTION = "\u061c\u202a-\u202e\u2066-\u2069"
ODD = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_DIRECTION}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""Characters that must not reach a screen as they are.

Controls can drive a terminal, HTML cannot carry them, and the embeddings, overrides and isolates
of the bidirectional algorithm show words in another order than they stand in the text; tag
characters spell words that nobody sees. Tab and line breaks are not among them; nor are the
joiners and direction marks that honest text needs.
"""

_BREAKS = re.compile(r"[\t\n\r]")
_DIRECTION_ONLY = re.compile(f"[{_DIRECTION}]")


def symbol(odd: str) -> str:
    """Return the one visible character that stands in for an odd one."""
    code = ord(odd)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if odd in "\u2028\u2029":
        return "\u2424"
    return "\u21c4" if _DIRECTION_ONLY.match(odd) else "\ufffd"


def visible(text: str) -> str:
    """Return the text with every odd character replaced by its symbol, one for one."""
    return ODD.sub(lambda match: symbol(match[0]), text)


def in_line(text: str) -> str:
    """Return the text with all that would command a line, or end it, replaced one for one."""
    return _BREAKS.sub(lambda match: symbol(match[0]), visible(text))


def one_line(text: str) -> str:
    """Return the text with odd characters made visible and every run of spaces made one space."""
    return " ".join(visible(text).split())
