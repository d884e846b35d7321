"""Lines of a transcript, a debate or an interview -> its turns: who is named, and what is said."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.english.calendar import date_names
from sayso.english.function_words import joints
from sayso.english.role_nouns import heads
from sayso.english.tables import listed
from sayso.english.titles import is_title, titles
from sayso.records import Span, Spans
from sayso.resolve.forms.inverted import opens_inverted
from sayso.resolve.forms.lines import Line

_NOTICES = listed("forms.toml", "notices") | listed("read.toml", "labels") | date_names()
_QUESTIONS = listed("forms.toml", "questions")
_ANSWERS = listed("forms.toml", "answers")

# "HANNE BRODERSEN, MAYOR OF SKELBY: ", "Gitte Ohm (Garth North) (Lab): ", "Q: ".
_LABEL = re.compile(
    r"(?P<who>[^\W\d_][^:,()\[\]\"“”\n]{0,50}?)(?:,[^:()\"“”\n]{1,60})?"
    r"(?:\s*[(\[][^()\[\]\n]{1,60}[)\]]){0,2}\s*:(?=\s|$)\s*"
)
# "Mr. HALVARD. ", "Ms. LINDA T. OKAFOR of Skelby. ", "The SPEAKER. ", "Mr. DiMARCO (aside). ".
_RECORDED = re.compile(
    r"(?P<who>(?:[A-Z][a-z]+\.? ){1,3}(?:[A-Z]\. |[A-Z'’-]{2,} )*"
    r"(?:Di|Mc|Mac|O['’]|De|La)?[A-Z'’-]{3,})"
    r"(?: of [A-Z][\w ]{2,30}?| pro tempore)?(?:\s*\([^()\n]{1,60}\))?\.\s+"
)
# "Mrs. Roth, on behalf of the Green group. – Mr President, "
_DASHED = re.compile(
    r"(?P<who>(?:[A-Z][\w'’.-]*\s){0,4}?[A-Z][\w'’-]+)"
    r"(?:,[^.\n]{2,90}| \([^()\n]{2,60}\))?\.\s[–—]\s+"
)
_LETTER = re.compile(r"(?P<who>[QA])\s?\.\s+")
_BY = re.compile(r"BY (?P<who>(?:[A-Z]+\. )?[A-Z][A-Z'’ -]+):")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?")
_WORDED = re.compile(r"[^\W\d_]{2}")  # "Petrak: 547." is the line of a table
_FEWEST = 2  # labelled lines of a transcript
_SHARE = 0.4  # of the lines from the first label to the last one that must have a label


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says until another does: where he is named, empty in a mere "A.", and his words.

    `part` is question or answer where that is what the label says, else empty. `by` names who
    asks, where the text says so once for all questions that follow.
    """

    label: Span
    words: Spans
    part: str = ""
    by: Span | None = None


@dataclass(frozen=True, slots=True)
class _Labelled:
    number: int  # of the line
    who: str
    span: Span
    begin: int  # where the words begin
    part: str


def turns_of(lines: Sequence[Line], people: Mapping[int, str]) -> list[Turn]:
    """Return the turns of a text, none where it is no transcript.

    `people` are the types of the names of a text by where they end.
    """
    labelled = [each for n, line in enumerate(lines) if (each := _labelled(n, line))]
    kept = _kept(labelled, lines, people)
    if len(kept) < _FEWEST:
        return []
    first, last = kept[0].number, kept[-1].number
    if len(kept) < _SHARE * (last - first + 1):
        return []
    return list(_turns(kept, lines))


def notices_of(lines: Sequence[Line]) -> list[Span]:
    """Return the words before a colon that tell what a line is and name nobody: "WARNING: …"."""
    labelled = (each for n, line in enumerate(lines) if (each := _labelled(n, line)))
    return [e.span for e in labelled if e.who.isupper() and e.who.lower() in _NOTICES]


def _labelled(number: int, line: Line) -> _Labelled | None:
    if _BY.fullmatch(line.words) or opens_inverted(line.words):
        return None
    forms = (_LETTER, _RECORDED, _DASHED, _LABEL)
    match = next((m for form in forms if (m := form.match(line.words))), None)
    if not match or not _WORDED.search(line.words[match.end() :] or "or"):
        return None
    who, start = match["who"].strip(), line.span.start + match.start("who")
    span = Span(start, start + len(who))
    return _Labelled(number, who, span, line.span.start + match.end(), _part(who))


def _part(who: str) -> str:
    small = who.lower()
    return "question" if small in _QUESTIONS else "answer" if small in _ANSWERS else ""


def _kept(
    labelled: Sequence[_Labelled], lines: Sequence[Line], people: Mapping[int, str]
) -> list[_Labelled]:
    """Return the labels that name who speaks."""
    parts = {each.part for each in labelled}
    often = _often(labelled)
    kept = []
    for each in labelled:
        named = _could_name(each.who) and (
            often[each.who.lower()] > 1 or _names(each.who, people.get(each.span.end, ""))
        )
        asked = bool(each.part) and "question" in parts
        follows = each.number + 1 < len(lines) and not each.part
        if (asked or named) and (each.begin < lines[each.number].span.end or follows):
            kept.append(each)
    if "answer" not in parts and any(not each.part for each in kept):
        kept = [replace(each, part="") for each in kept]  # "QUESTION: " beside names is a voice
    recurs = any(often[each.who.lower()] > 1 for each in kept)
    others = [e for e in labelled if recurs and e not in kept and e.who.isupper()]
    return sorted([*kept, *filter(_is_voice, others)], key=lambda each: each.number)


def _often(labelled: Sequence[_Labelled]) -> Counter[str]:
    """Return how often each label stands there, a surname counted as the full name too."""
    often = Counter(each.who.lower() for each in labelled)
    for who, times in list(often.items()):
        surname = who.split()[-1]
        if surname != who and often[surname]:
            often.update({who: often[surname], surname: times})
    return often


def _is_voice(each: _Labelled) -> bool:
    """Tell whether a label in capitals that stands there once can be one of a transcript's."""
    return len(each.who) > 2 and len(each.who.split()) <= 3 and _could_name(each.who)


def _could_name(who: str) -> bool:
    """Tell whether the words before a colon are a name, a title or a role in form."""
    words = who.split()
    small = {word.lower().strip(".,'’") for word in words}
    if not 0 < len(words) <= 6 or small & _NOTICES or len(who) < 2:
        return False
    return all(w[0].isupper() or w in joints() or w in heads() for w in words)


def _names(who: str, type_: str) -> bool:
    """Tell whether a label that stands there once names somebody by itself."""
    words = who.split()
    small = [word.lower().strip(".,'’") for word in words]
    if type_ in {"place", "time"}:
        return False
    titled = len(words) > 1 and (is_title(words[0].title()) or small[0] in titles())
    role = small[-1] in heads() and (len(words) == 1 or small[0] in {"the", "madam", "mr"})
    recorded = len(words) > 1 and words[-1][-3:].isupper() and not who.isupper()
    return titled or role or recorded or type_ == "person"


def _turns(kept: Sequence[_Labelled], lines: Sequence[Line]) -> Iterator[Turn]:
    """Yield each label's words: up to the next label, of the last one the paragraph alone."""
    edges = [*(each.number for each in kept[1:]), kept[-1].number + 1]
    opened = kept[0].number == 0
    by: Span | None = None
    for each, until in zip(kept, edges, strict=True):
        by = _asker(lines, each.number, by)
        last = each is kept[-1]
        alone = each.begin >= lines[each.number].span.end
        end = len(lines) if last and opened and not alone else max(until, each.number + 1 + alone)
        own = Span(each.begin, lines[each.number].span.end)
        following = lines[each.number + 1 : end]
        if following and following[-1].asks and not last and not alone:
            following = following[:-1]  # the interviewer's, whose questions have no label
        later = (line.span for line in following if _is_said(line))
        words = tuple(span for span in (own, *later) if span.start < span.end)
        if words:
            turn = Turn(each.span, words, each.part, by if each.part == "question" else None)
            yield replace(turn, label=Span(0, 0)) if each.part else turn


def _asker(lines: Sequence[Line], number: int, by: Span | None) -> Span | None:
    """Return who is said to ask, in a line of its own just above: "BY MS. THORN:"."""
    if number and (match := _BY.fullmatch(lines[number - 1].words)):
        start = lines[number - 1].span.start
        return Span(start + match.start("who"), start + match.end("who"))
    return by


def _is_said(line: Line) -> bool:
    return not _ASIDE.fullmatch(line.words) and not _BY.fullmatch(line.words)
