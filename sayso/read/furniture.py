"""Page furniture in running text -> its spans: "Read more", calls to subscribe, picture credits.

A phrase counts only as a whole line, or as what follows the last sentence of one; the same
words inside a sentence or in quotation marks are the article's own. Every pattern was met in
4,160 articles as gathered by research corpora or on the 1,248 pages of `bench.run reading`.
"""

import re

from sayso.english.sentences import CLOSERS, MARKS
from sayso.records import Span

LONGEST = 300  # characters of a line that can be furniture; longer ones are never looked at

_ON = r"(?:facebook|twitter|x|instagram|youtube|tiktok|telegram|whatsapp|linkedin|google news)"
_LETTERS = r"(?:newsletters?|e-?mails?|(?:e-?mail )?alerts?|updates|briefings?|podcast)"
_ARTICLES = r"(?:stories|story|articles?|news|coverage|links?|topics?|content|posts?|videos?)"
# The rest of a call to act: no comma, semicolon or quotation mark, so that "Click here to pay,
# the fake message said" stays what it is, a report.
_REST = r"[^,;:\"“”«»„]{1,140}"
# A link to another article: opens like a headline, and does not end like a sentence.
_LINKED = r"\s*[:|>»]\s*(?-i:[^a-z\s]).{1,200}[^.\s]"

# What a whole line of furniture says. Case does not matter.
FURNITURE = (
    # links to other articles
    rf"(?:read|see|learn|view|find out) more(?: (?:here|below|about this(?: story)?|{_ARTICLES}))?",
    rf"(?:read|see|watch|video)(?: (?:more|also|next|this|here))?{_LINKED}",
    rf"(?:also|must|further) read{_LINKED}|in case you missed it{_LINKED}",
    r"(?:see|read) (?:also|next)|further reading|what to read next|view comments",
    rf"(?:related|recommended|more)(?: {_ARTICLES}| on this(?: story)?)?{_LINKED}",
    rf"(?:related|recommended|trending|latest|top|more)(?: \w{{2,12}})? {_ARTICLES}:?",
    r"more|you may also (?:like|be interested in).{0,40}|most read(?: \w{4,12})?",
    r"listen to (?:this )?(?:article|story)|now playing:?|show more / show less|show chapters",
    r"continue reading(?: below| the main story)?|to read the full story",
    rf"click here(?: (?:to|for) {_REST})?|tap here to .{{4,120}}",
    # calls to subscribe and follow
    rf"sign up(?: (?:here|now|today))?(?: (?:to|for) {_REST}\b{_LETTERS}\b(?: {_REST})?"
    rf"| (?:to|for) {_LETTERS})?",
    rf"subscribe(?: (?:now|today|here))?(?: to (?:our|the) {_REST}"
    rf"| (?:to|for) (?:{_REST}\b)?{_LETTERS}\b(?: {_REST})?)?",
    rf"get (?:our|the|your|breaking|free|daily|more)\b{_REST}\b(?:inbox|{_LETTERS})\b(?: {_REST})?",
    r"enter your e-?mail(?: address)?.{0,80}|you have successfully subscribed.{0,80}",
    rf"(?:follow|like|join|find) (?:us|@?[\w .'’-]{{2,50}}) on (?:our )?{_ON}\b(?:{_REST})?",
    rf"follow us|join us|join our {_REST}|join the (?:conversation|discussion|debate)",
    rf"download (?:our|the) (?:[\w.'’-]+ ){{0,4}}app\b(?: {_REST})?",
    # advertising and page machinery
    r"advertise?ment|advertising|sponsored(?: content)?",
    r"(?:story|article|post) continue[sd] below(?: (?:this )?(?:ad|advertisement))?",
    r"(?:main|footer|toggle) navigation|toggle caption|menu|search|close|cancel ?send|edition|url",
    r"go to permalink|back to gallery|image \d{1,3} ?of ?/? ?\d{1,3}|recommended videos?:?",
    r"supported by|post(?:ed!| to facebook)|loading\s?(?:\.{3}|…)|purchase: order reprint",
    r"(?:this (?:web)?site|we|our (?:web)?site) uses? cookies (?:to|and|for|so)\b.{0,220}",
    r"(?:please|you (?:need|have) to) (?:enable|turn on) javascript.{0,80}",
    # sharing and commenting
    r"share(?: this(?: (?:article|story|page))?)?|share quote & link|save|print|pin(?: it)?",
    rf"e-?mail(?: bio)?(?: follow)?|tweet(?: this)?|share on {_ON}(?: share on {_ON}){{0,3}}",
    r"comments?|(?:estimated )?reading time\s*:?\s*\d{1,3} min(?:ute)?s?",
    # rights, picture credits, addresses and filing
    r"(?:©|c\) ?\d{4}|copyright\s{0,2}(?:©|\(c\)|\d{4})).{0,200}|all rights reserved.{0,200}",
    # "File photo: Ana Ruel", "Image credit / Karsk Beacon"
    r"(?:file )?(?:photo(?:graph|s)?|image|picture|video|illustration)s?"
    r"(?: (?:credits?|source|by|courtesy(?: of)?))?\s*[:|/,]\s*(?-i:[A-Z])[^.!?:\"“”]{1,80}",
    r"tags?\s*:\s*[^.!?]{1,200}|(?:posted|updated|published)(?: on| in)?:?|by:?",
    r"(?:url\s*:\s*)?(?:https?://|www\.|pic\.twitter\.com/)\S{3,250}",
    # "Lena Orsk/NWA via Getty Images": the name of a photographer and of an agency
    r"(?-i:[^\W\d_][\w .'’-]{1,50}\s?[/|]\s?(?:[\w .'’-]{1,40}\s)?"
    r"(?:Getty Images|Reuters|[A-Z]{2,5})(?: (?:via|for) [\w .'’-]{1,40})?)",
)

# What may open a piece of furniture that follows the last sentence of a line.
STARTERS = (
    *("Read more", "See more", "Learn more", "Continue reading", "Click here", "Sign up"),
    *("Subscribe", "Follow us", "Join our", "Related", "For more", "All rights reserved"),
    *("©", "Copyright"),
)

_DECORATION = r"[\s\[({<*>»›→⟶▶↗|•·=_~#.…!)\]}–—-]{0,8}"
_FURNITURE = re.compile(rf"{_DECORATION}(?:{'|'.join(FURNITURE)}){_DECORATION}", re.IGNORECASE)
# "Read more." with a full stop may be what somebody was told, unless it has a line to itself.
_BARE_MORE = re.compile(r"(?:read|see|learn) more\.", re.IGNORECASE)
_OPENS = "|".join(re.escape(form) for one in STARTERS for form in (one, one.upper()))
_STARTER = re.compile(
    rf"(?:(?<=[{MARKS}{CLOSERS}])\s{{0,3}}|\s[|•·–—-]\s{{0,3}}|\s{{2,3}})[\[(]?(?={_OPENS})"
)


def is_furniture(line: str) -> bool:
    """Tell whether a whole line is page furniture and no part of the article."""
    line = line.strip()
    return len(line) <= LONGEST and _FURNITURE.fullmatch(line) is not None


def furniture_tail(line: str) -> Span | None:
    """Return the furniture that follows the last sentence of a line, as a span of the line."""
    end = len(line.rstrip())
    cut = end
    for match in reversed(list(_STARTER.finditer(line, max(0, end - LONGEST), end))):
        tail = line[match.end() : cut].strip()
        if not is_furniture(tail) or _BARE_MORE.fullmatch(tail):
            break
        cut = match.start()
    kept = len(line[:cut].rstrip(" \t|•·–—-"))
    return Span(kept, end) if 0 < cut < end and kept else None
