"""What somebody goes by -> his name: "a soldier with the call sign Kit", "known as “Grandfather”".

Who gives no other name is called so by news too.
"""

import re
from collections.abc import Sequence

from sayso.english.function_words import articles, owners, particles
from sayso.english.pronouns import pronouns
from sayso.english.role_nouns import heads
from sayso.english.tables import either, listed
from sayso.records import Mention, Span

TALK = re.compile(
    rf"(?:{either(articles() | owners())} )?(?:[\w-]+ )?(?:interview|conversation|q ?& ?a) with "
    r"(?=[\w“\"])",
    re.IGNORECASE,
)
"""What leads in the one who speaks: "an interview with | Senna Varga"."""
_SCORE = 0.9
_PARTICLE = either(particles())
_NAME = rf"[A-Z][\w'’-]*(?: (?:{_PARTICLE}[ -])?[A-Z][\w'’-]*){{0,2}}"
# "…, nicknamed Papa", "… who gave his name only as Abu Omar", "… call sign “Needle”"
_GOES_BY = re.compile(
    rf"\b(?:{either(listed('actors.toml', 'going_by'))}"
    rf"|{either(listed('actors.toml', 'calling'))} {either(pronouns('reflexive'))}(?: as)?)"
    r"(?: (?:only|simply|just))?"
    rf"(?: (?:as )?{either(listed('actors.toml', 'going_by_names'))})?(?: only)?(?: as| is| was)?,?"
    rf" [“\"‘']?(?:the )?(?P<name>{_NAME})"
)
# What leads in what somebody goes by, behind what he is: "a man | who identified himself as".
_LEAD = re.compile(
    rf",| {either(pronouns('relative'))}\b|\s+{either(listed('actors.toml', 'going_by_lead'))}\b"
)
# The same behind a source that ends before it: "The deputy commander | , whose nom de guerre is".
_BEHIND = re.compile(r",? (?:who|whose|known|nicknamed|call)\b[^,;.\n“”\"]{0,60}", re.IGNORECASE)


def alias(text: str, span: Span, names: Sequence[Mention]) -> tuple[Span, Mention] | None:
    """Return the words of a phrase before what somebody goes by, and that as a name.

    None where nothing says so, or the phrase has named a person before: "Ivan Brell, known as".
    """
    behind = _BEHIND.match(text, span.end)
    made = _GOES_BY.search(text, span.start, behind.end() if behind else span.end)
    if made is None or any(n.type == "person" and n.span.end < made.start() for n in names):
        return None
    lead = _LEAD.search(text, span.start, made.end())
    before = Span(span.start, lead.start() if lead else made.start())
    name = Span(*made.span("name"))
    if any(n.type == "group" and n.span.overlaps(name) for n in names):
        return None  # "residents identified as Shiites"
    nouns = [heads()[w] for w in before.of(text).lower().split() if w in heads()]
    # "The group known as the Free Men", but "a drone operator, callsign Fox"
    body = bool(nouns) and nouns[-1].type != "person" and made[0].startswith("known")
    return before, Mention(name, "organisation" if body else "person", "name", _SCORE)
