"""An article and its mentions -> which phrases of its text can stand for an outlet or agency.

Names nobody has heard of are told by a word of the trade ("Courier", "Radio"), by what the
article itself says of them ("the Lantern, a daily"), or by standing where outlets stand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Article, Mention, Span
from sayso.resolve.chain_text import overlaps
from sayso.resolve.chain_words import words

_UPPER = "".join(chr(c) for c in range(0x41, 0x530) if chr(c).isupper())
_WORD = rf"(?<!\w)[{_UPPER}](?:[\w&]|[’'.-](?=\w))*"
_JOINT = r"(?: | (?:of|de|du|la|al|el) (?:the )?| ?& ?|, (?=Inc\b))"
_NAME = re.compile(rf"{_WORD}(?:{_JOINT}{_WORD}| \d{{1,2}}(?![\w:.,]\d|\w| [{_UPPER}]))*")
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_ABBREVIATION = re.compile(rf" ?\(([{_UPPER}][\w&.-]{{1,9}})\)")
_PERSONAL = re.compile(rf"\b(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col)\.? (?:{_WORD} )?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that may name somebody who passes on news.

    `span` is what is shown; `left` and `right` also take in determiner, adjectives and a short
    form in brackets. `outlet` is yes, no, or perhaps: then the grammar around it decides.
    """

    span: Span
    left: int
    right: int
    outlet: str
    name: bool


class Outlets:
    """Finds the outlets of one article."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self._text = article.text
        self._people = [m.span for m in mentions if m.type == "person" and m.form == "name"]
        self._elsewhere = [
            m.span for m in mentions if m.type in {"place", "group"} and m.form == "name"
        ]
        self._houses = [m.span for m in mentions if m.type == "organisation" and m.form == "name"]
        self._named = _named_here(article)
        shown = [p for p in self.find(article.text, Span(0, len(article.text))) if p.name]
        more = {_key(p.span.of(article.text)) for p in shown if p.outlet == "yes"}
        self._named |= frozenset(more)

    def find(self, text: str, region: Span) -> list[Phrase]:
        """Return the phrases in `region` of `text` (the article's, or it with blanks), in order."""
        names = [p for m in _NAME.finditer(text, *region) for p in self._names(text, m)]
        nouns = [p for m in _noun().finditer(text, *region) if (p := self._noun(text, m))]
        return sorted(_merged(text, names, nouns), key=lambda p: p.span)

    def is_outlet(self, name: str) -> bool:
        """Tell whether a name is an outlet's, by itself or by what the article says of it."""
        key = _key(name)
        parts = key.split()
        if not parts:
            return False
        if key in words().known or f"the {key}" in words().known or key in self._named:
            return True
        if any(_short_for(parts, full.split()) for full in self._named):
            return True
        return _of_the_trade(parts)

    def _names(self, text: str, match: re.Match[str]) -> list[Phrase]:
        found = []
        for span in _chunks(text, Span(*match.span())):
            left = span.start
            determiner = _determined().search(text, max(0, left - 20), left)
            if determiner:
                left = determiner.start()
            elif text.startswith(("The ", "the "), span.start):
                span = Span(span.start + 4, span.end)
            short = _ABBREVIATION.match(text, span.end)
            right = short.end() if short else span.end
            outlet = self._judge(span, text, determined=left != span.start)
            found.append(Phrase(span, left, right, outlet, name=True))
        return found

    def _noun(self, text: str, match: re.Match[str]) -> Phrase | None:
        noun = match["noun"].lower()
        start = match.start("det") if match["det"] else match.start("rest")
        shown = Span(start, match.end("noun"))
        bare = not match["det"] and not match["mods"]
        if bare and noun not in {"television", "radio", "tv"}:
            return None
        if noun in words().audience and not (match["mods"] or "").strip():
            return None
        return Phrase(shown, start, shown.end, "yes", name=False)

    def _judge(self, span: Span, text: str, *, determined: bool) -> str:
        name = text[span.start : span.end]
        if any(overlaps(span, p) for p in self._people) and not self.is_outlet(name):
            return "no"
        if self.is_outlet(name):
            return "yes"
        parts = _key(name).split()
        if not parts or set(parts) & (words().institutions | words().calendar):
            return "no"
        if any(overlaps(span, p) for p in self._elsewhere):
            return "no"
        if any(overlaps(span, p) for p in self._houses) and not determined:
            return "perhaps"
        return "no" if determined or self._otherwise_known(name) else "perhaps"

    def _otherwise_known(self, name: str) -> bool:
        """Tell whether the article uses the name as a person's or a place's."""
        last = re.escape(name.split()[-1])
        whole = re.escape(name)
        if len(name.split()) == 2 and not name.isupper() and not any(c.isdigit() for c in name):
            return True
        if re.search(rf"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Ii]nside) {whole}\b", self._text):
            return True
        fuller = (
            rf"\b(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col|{_WORD})\.? {last}\b|\b{whole}[’']s? (?!news|report)"
        )
        return re.search(fuller, self._text) is not None


def _merged(text: str, names: list[Phrase], nouns: list[Phrase]) -> list[Phrase]:
    """Join "the daily" + "Skerra Morning" to one phrase; drop names that a noun phrase takes in."""
    kept, used = [], set()
    for noun in nouns:
        name = _apposed(text, noun, names)
        if name:
            kept.append(Phrase(name.span, noun.left, name.right, "yes", name=True))
            used.add(name.span)
        elif any(n.outlet == "yes" and text[n.right : noun.left] == ", " for n in names):
            continue  # "the Torvesk Banner, a daily close to the Citadel"
        elif not any(n.outlet == "yes" and overlaps(n.span, noun.span) for n in names):
            kept.append(noun)
            used |= {n.span for n in names if overlaps(n.span, noun.span)}
    return [*kept, *(n for n in names if n.span not in used)]


def _apposed(text: str, noun: Phrase, names: list[Phrase]) -> Phrase | None:
    """Return the name that stands behind a noun: "the daily Lantern", "the state agency, SKB,"."""
    for name in names:
        gap = text[noun.right : name.left]
        if not 0 < len(gap) <= 3 or name.left != name.span.start:
            continue
        owns = _POSSESSIVE.match(text, name.right) or text.startswith(("'s", "’s"), name.right)
        closed = gap == ", " and text[name.right : name.right + 1] in {",", "."}
        bare = noun.left == noun.span.start and " " not in noun.span.of(text)
        if (gap in {" ", " *"} or closed) and not owns and not bare:
            return name
    return None


def _chunks(text: str, span: Span) -> list[Span]:
    """Cut a run of capitalised words at possessives and days, and drop a sentence's opening word."""
    found: list[list[tuple[int, int]]] = [[]]
    for match in re.finditer(r"\S+", text[span.start : span.end]):
        start, end = span.start + match.start(), span.start + match.end()
        word = text[start:end]
        bare = _POSSESSIVE.sub("", word).strip(",")
        opens = not found[-1]
        if (
            opens
            and bare.lower() in words().openers
            and _key(text[start : span.end]) not in (words().known)
        ):
            continue
        if bare.lower() in words().calendar and not (opens and end < span.end):
            found.append([])
            continue
        found[-1].append((start, start + len(bare)))
        if bare != word:
            found.append([])
    trimmed = [[p for p in _trim(text, chunk)] for chunk in found]
    return [Span(chunk[0][0], chunk[-1][1]) for chunk in trimmed if chunk]


def _trim(text: str, chunk: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joints = {"of", "de", "du", "la", "al", "el", "the", "&"}
    while chunk and text[slice(*chunk[-1])] in joints:
        chunk = chunk[:-1]
    return chunk


def _key(name: str) -> str:
    key = " ".join(_POSSESSIVE.sub("", name.strip(" *_")).lower().replace("*", "").split())
    return key.removeprefix("the ")


def _of_the_trade(parts: list[str]) -> bool:
    """Tell whether a name's own words say that it is an outlet."""
    w = words()
    if len(parts) > 1 and parts[0] in w.first and not set(parts) & w.institutions:
        return True
    if parts[-1] not in w.last or set(parts[:-1]) & w.offices:
        return False
    # A number or "Reports" needs a name before it; "Courier" stands alone.
    return len(parts) > 1 or parts[0] not in _NEEDS_MORE


_NEEDS_MORE = frozenset(
    """one two three four five six seven eight nine ten 24 morning evening today tonight live media
    report reports voice agency correspondent reporter press network channel compass planet star sun
    sunday outlook weekly daily standard independent record review express leader citizen""".split()
)


def _short_for(parts: list[str], full: list[str]) -> bool:
    """Tell whether "Banner" can be short for "Torvesk Banner"."""
    return parts == full[-len(parts) :] or (len(parts) > 1 and parts == full[: len(parts)])


def _named_here(article: Article) -> frozenset[str]:
    """Return the names that the article itself shows to be outlets."""
    text = article.text
    found = {_key(article.publisher)} if article.publisher else set()
    pattern = re.compile(
        rf"({_NAME.pattern}),(?: the| an?)(?: [\w’'-]+){{0,3}}? (?:{words().nouns})\b"
    )
    found |= {_key(m[1]) for m in pattern.finditer(text) if len(m[1]) < 60}
    works = re.compile(
        rf"({_NAME.pattern})(?:(?<=s)[’']|[’']s)?(?: [\w’'-]+){{0,2}}? "
        r"(?:correspondents?|reporters?|newsroom|newscast|programme|bulletin)\b"
    )
    owners = (re.split(r"[’']s? ", m[1])[0] for m in works.finditer(text))
    found |= {_key(owner) for owner in owners if len(owner) < 60}
    dateline = re.compile(r"^[^a-z\n(]{2,40}[^\n(]{0,40}\(([^()\d]{2,40})\) ?[-–—]", re.MULTILINE)
    found |= {_key(m[1]) for m in dateline.finditer(text)}
    found |= _abbreviated(text, found)
    return frozenset(name for name in found if name and len(name) > 1)


def _abbreviated(text: str, named: set[str]) -> set[str]:
    """Return short forms in brackets of outlets, and full forms of outlets' short ones."""
    found = set()
    for match in re.finditer(rf"({_NAME.pattern}){_ABBREVIATION.pattern}", text):
        full, short = _key(match[1]), match[2].lower()
        if full in named or short in named or full in words().known or _of_the_trade(full.split()):
            found |= {full, short}
    return found


def _noun() -> re.Pattern[str]:
    w = words()
    modifier = rf"(?:{w.modifiers}|[\w-]+[’']s?|[\w-]+-(?:owned|run|language|backed|based|aligned)|[{_UPPER}][\w-]+(?:[’']s)?)"
    return re.compile(
        rf"(?P<det>\b(?i:{w.determiners}) |(?<!\w))"
        rf"(?P<rest>(?P<mods>(?:{modifier},? )*)(?P<noun>(?i:(?:news |press )?(?:{w.nouns})s?)))\b"
        rf"(?! ?[-’'])"
    )


def _determined() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{words().determiners}) \*?$")


def same_outlet(text: str, a: Span, b: Span) -> bool:
    """Tell whether two phrases of a text name the same outlet, one of them perhaps in short."""
    first, second = (_key(_bare(s.of(text))) for s in (a, b))
    if not first or not second:
        return False
    if first == second or _short_for(first.split(), second.split()):
        return True
    if _short_for(second.split(), first.split()):
        return True
    if f"{first} ({second}" in text.lower() or f"{second} ({first}" in text.lower():
        return True
    # "told the agency" in an agency's own report is that agency.
    return any(
        x == "agency" and ("agency" in y.split() or s.of(text).isupper())
        for x, y, s in ((first, second, b), (second, first, a))
    )


def _bare(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", name)
