"""One statement's sentence -> to whom it was said, and by what channel."""

import re
from functools import cache

from sayso.records import Span
from sayso.resolve.chain_links import Scene
from sayso.resolve.chain_text import BLANK, overlaps
from sayso.resolve.chain_words import words

_TOLD = r"(?:told|tells?|telling|ask(?:ed|s|ing)|warn(?:ed|s|ing)?|assur(?:ed|es|ing)|inform(?:ed|s|ing)|remind(?:ed|s|ing)|notif(?:ied|ies|ying)|advis(?:ed|es|ing)|briefed|promis(?:ed|es|ing)|begged|instructed|ordered|pledged|convinced|persuaded|informing)"
_TO = r"(?:wrote|writes|written|writing|said|says|complained|testified|replied|announced|explained|apologi[sz]ed|appealed|repeated|confirmed|admitted|confided|swore|speaking|spoke|addressed|shouted|whispered|remarked|presented|reported|gave evidence|sent word)"
_CUED = re.compile(rf"\b{_TOLD}(?: again| privately)?$", re.IGNORECASE)
_CUED_TO = re.compile(rf"\b{_TO}(?: [\w-]+ly| again| back)? (?:to|before) ")
_WRITTEN = re.compile(
    r"\b(?:letter|note|message|e-?mail|memo|speech|remarks|comments|testimony|address|statement|cable"
    r"|telegram|appeal|petition|report|reply|evidence|submission|briefing)(?: [\w’'-]+){0,2}? to "
)
_END = re.compile(
    rf"[,;:.!?()\[\]{BLANK}\"“”‘—–\n]| ['‘]|(?:^| )(?:that|how|why|what|whether|when|who|which|whom|where|to|not"
    r"|on|in|at|by|after|before|during|about|against|over|outside|beside|inside|from|under|with"
    r"|last|this (?:week|month|year|morning|afternoon|evening)|next|yesterday|later|earlier|afterwards|again|then|recently"
    r"|today|tonight|early|late|when|while|as|and (?!the |his |her |its |a |(?-i:[A-Z]))|and (?=[a-z]+ed\b)|but|if|for|demanding|asking|saying|exclusively"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|it|as|bluntly|privately|publicly|quietly|flatly)(?= |$|[,.;:])",
    re.IGNORECASE,
)
_NEAR = 70  # characters between a channel and the cue or source that it belongs to
_CARRIED_ON = re.compile(
    r"\b(?:read(?: out)?|shown|carried|published|broadcast|aired|streamed|reported|quoted) $"
)
_VOID = frozenset("it as so much this the no nothing something everything you i".split())
_OUR_OWN = re.compile(r"(?i)^this (?:\w+ )?(?:newspaper|paper|magazine|station)$")


def addressee(scene: Scene, taken: list[Span]) -> Span | None:
    """Return to whom the statement was said, unless that is one of its carriers in `taken`."""
    for start in _starts(scene):
        found = _phrase(scene, start)
        if found and not any(overlaps(found, t) for t in (*taken, *scene.own)):
            return found
    return None


def channel(scene: Scene) -> Span | None:
    """Return the words that say by what channel the statement was made: "in a statement"."""
    found = []
    for pattern in _channels():
        for match in pattern.finditer(scene.text, *scene.region):
            span = Span(match.start("shown"), match.end("shown"))
            if _CARRIED_ON.search(scene.text, max(0, span.start - 25), span.start):
                continue
            if not any(overlaps(span, other) for other in (*scene.foreign, *scene.own)):
                found.append(span)
    if not found:
        return None
    anchors = (*scene.cue, *scene.own) or (scene.region,)
    near, best = min((min(_distance(s, a) for a in anchors), s) for s in found)
    return best if near <= _NEAR else None


def _distance(span: Span, anchor: Span) -> int:
    return max(0, span.start - anchor.end, anchor.start - span.end)


def _starts(scene: Scene) -> list[int]:
    """Return where a phrase for an addressee may open, the likeliest first."""
    starts = []
    for cue in scene.cue:
        words_of_cue = scene.text[cue.start : cue.end]
        if _CUED.search(words_of_cue):
            starts.append(cue.end + 1)
        match = _CUED_TO.search(scene.text, cue.start, min(scene.region.end, cue.end + 30))
        if match:
            starts.append(match.end())
    for match in _WRITTEN.finditer(scene.text, *scene.region):
        if not any(overlaps(Span(*match.span()), f) for f in scene.foreign):
            starts.append(match.end())
    return starts


def _phrase(scene: Scene, start: int) -> Span | None:
    if start >= scene.region.end:
        return None
    stop = _END.search(scene.text, start, scene.region.end)
    stretch = scene.text[start : stop.start() if stop else scene.region.end].rstrip()
    if not stretch or stretch.lower() in _VOID or _OUR_OWN.match(stretch):
        return None
    if not (stretch[0].isalpha() or stretch[0].isdigit()) or len(stretch.split()) > 12:
        return None
    return Span(start, start + len(stretch))


@cache
def _channels() -> tuple[re.Pattern[str], ...]:
    w = words()
    determiner = (
        r"(?:an?|the|his|her|its|their|that|this|another|one|two|three|several|separate|\w+[’']s?)"
    )
    between = r"(?: [\w’'-]+){0,3}?"
    noun = rf"(?:{w.channels})s?"
    network = rf"(?:{w.platforms})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b(?P<shown>(?:[Ii]n|[Dd]uring|[Aa]t|[Oo]n|[Bb]y|[Vv]ia|[Tt]hrough) {determiner}{between} "
            rf"(?:{noun}))\b(?! (?:room|hall|desk))",
            r"\b(?P<shown>(?:[Aa]n?|[Tt]he|[Aa]nother)(?: [\w’'-]+){0,2}? (?:letter|e-?mail|memo|note"
            r"|message|speech|report|post|cable))\b(?=[^.,]{0,40}(?:,[^.,]{1,30},)? in which\b)",
            rf"\b(?P<shown>(?:[Ii]n|[Bb]y|[Vv]ia|[Oo]ver) (?:the )?(?i:writing|tele-?phone|phone|e-?mail|text message|text"
            rf"|letter|video ?link|video call|radio|satellite phone|fax|telegram|messenger|remarks|comments))\b",
            rf"\b(?P<shown>(?:[Ii]n|[Oo]n) (?:emailed|written|televised|recorded|prepared|published|broadcast) [a-z]+)\b",
            rf"\b(?P<shown>[Oo]n (?i:(?:the )?(?:messaging |social |video )?(?:service|platform|app|site|network|channel)) \*?[A-Z]\w+)",
            rf"\b(?P<shown>(?:[Oo]n|[Vv]ia) (?:his |her |its |their |the |[\w’'-]+ )?(?i:{network}))\b(?! (?:sets?|crews?))",
            rf"\b(?:posted|wrote|writes|posts|tweeted|posting|writing|written|shared|published)(?: [a-z]+){{0,2}}? (?P<shown>(?:on|in) \*?"
            rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z]\w+)\b",
            rf"\b(?:told|tells) (?P<shown>(?:a|the)(?: [\w’'-]+){{0,2}}? (?:news|press) (?:conference|briefing))\b",
            rf"\b(?P<shown>[Aa]t (?:an?|the|his|her|its)(?: [\w’'-]+){{0,3}}? (?:conference|briefing|meeting|session|ceremony|summit"
            rf"|congress|forum|gathering|funeral|vigil|dinner|reception|event|inquiry|trial))\b",
        )
    )
