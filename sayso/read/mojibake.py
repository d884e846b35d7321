"""Text that was decoded by the wrong encoding once or twice -> the text as it was written."""

import re

# "â€œ", "Ã©": a letter with an accent, and right behind it what is neither ASCII nor such a letter.
_SUSPECT = re.compile(r"[Â-ô][^\x00-\x7fÀ-ɏ]")
# "â€" that has lost its third character, as many programs drop it: it was a closing mark.
_CUT = re.compile(r"â€(?=[\s.,;:!?)—-]|$)", re.MULTILINE)


def repaired(text: str) -> str:
    """Return a text with its broken characters mended, line by line; a sound one is unchanged."""
    if not _SUSPECT.search(text):
        return text
    from ftfy import fix_encoding  # few texts need it

    whole = _CUT.sub("â€\x9d", text)
    return "".join(map(fix_encoding, whole.splitlines(keepends=True)))
