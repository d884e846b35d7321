"""Page furniture in running text -> its spans: "Read more", calls to subscribe, share bars.

A phrase counts only as a whole line, or as what follows the last sentence of one; the same
words inside a sentence or in quotation marks are the article's own.
"""

import re
from functools import cache

from sayso.records import Span

LONGEST = 300  # characters of a line that can be furniture; longer ones are never looked at

_SOCIAL = (
    "facebook twitter x whatsapp telegram linkedin pinterest reddit instagram tumblr flipboard "
    "messenger viber wechat weibo mastodon bluesky threads pocket email e-mail mail print share "
    "shares tweet pin pinit sms rss vk youtube tiktok save bookmark copy+link"
)

_ON = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|tiktok|threads|bluesky|"
    r"mastodon|google news|social media|flipboard|reddit|pinterest|e-?mail)"
)
_LETTERS = (
    r"(?:newsletters?|e-?mails?|(?:e-?mail )?alerts?|updates|briefings?|digest|bulletins?|"
    r"channel|podcast|magazine)"
)
_ARTICLES = (
    r"(?:stories|story|articles?|news|coverage|links?|topics?|content|reading|posts?|videos?|"
    r"headlines)"
)
# The rest of a call to act: no comma, semicolon or quotation mark, so that "Click here to pay,
# the fake message said" stays what it is, a report.
_REST = r"[^,;:\"“”«»„]{1,140}"
# A link to another article: opens like a headline, and does not end like a sentence.
_LINKED = r"\s*[:|>»]\s*(?-i:[^a-z\s]).{1,200}[^.\s]"
_SUBSCRIBED = rf"(?: (?:to|for) {_REST}\b{_LETTERS}\b(?: {_REST})?| (?:to|for) {_LETTERS})?"
_NOT_SHOWN = r"(?:is not available|can ?not be (?:played|displayed)|is unavailable).{0,100}"

# What a line of furniture says, under the words that it may open with. Case does not matter.
FURNITURE: dict[str, tuple[str, ...]] = {
    # links to other articles
    "read see watch view show load learn find": (
        rf"\w+(?: out)? more(?: (?:here|below|about this(?: story)?|{_ARTICLES}))?",
        r"\w+ (?:also|next|more from .{2,60})",
        r"\w+ the full (?:story|article|report|text|interview)(?: here)?",
        r"show more / show less|show chapters|view comments",
        rf"\w+(?: (?:more|also|next|this|here))?{_LINKED}",
    ),
    "also must more further don in up what listen": (
        r"(?:also|must|more to|further|what to) read(?:ing)?(?: next)?",
        rf"(?:also|must|further) (?:read|see|watch)(?:ing)?{_LINKED}",
        rf"(?:don['’]?t miss|up next|in pictures|in case you missed it|listen(?: now)?){_LINKED}",
        r"more on this(?: story| topic)?",
        r"more from (?:the )?(?:web|author|around the web|our network)",
        r"listen to (?:this )?(?:article|story)(?:\s*[•·|-]?\s*\d{1,2}(?::\d\d| min(?:ute)?s?))?",
        r"what do you think\?(?: (?:let us know|tell us|comment) .{0,60})?",
    ),
    "related recommended popular trending latest top more": (
        rf"(?:related|recommended|more)(?: {_ARTICLES}| on this(?: story)?)?(?: for you)?{_LINKED}",
        rf"\w+(?: \w{{2,12}})? {_ARTICLES}(?: for you)?:?",
        r"recommended for you|trending now|more",
    ),
    "you most editor editors": (
        r"you (?:may|might) also (?:like|be interested in).{0,40}",
        r"you can unsubscribe at any time.{0,80}",
        r"you (?:need|have) to (?:enable|turn on|activate|allow) (?:javascript|cookies).{0,120}",
        r"editor['’]?s?['’]? picks?",
        r"most (?:read|viewed|popular|shared|commented)(?: \w{4,12})?",
        r"you have successfully (?:subscribed|signed up).{0,80}",
    ),
    "continue click for to": (
        r"continue reading(?: below| the main story| this (?:story|article))?",
        r"to read the full story",
        r"continue reading .{2,80}(?:→|»|\.\.\.|…)",
        rf"click (?:here|on the link)(?: (?:to|for) {_REST})?",
        rf"for more(?: {_REST})?,? (?:click|tap|go|visit|see) (?:here|below|our {_REST})",
        rf"to (?:read|learn|see) more(?: {_REST})?,? (?:click|tap|go|visit) (?:here|our {_REST})",
    ),
    # calls to subscribe, follow and pay
    "sign signed subscribe get receive enter type thank thanks by": (
        r"by:?",
        rf"sign(?:ed)? up(?: (?:here|now|today|for free))?{_SUBSCRIBED}",
        rf"subscribe(?: (?:now|today|here|for free))?{_SUBSCRIBED}",
        rf"subscribe to (?:our|the) {_REST}",
        rf"(?:get|receive) (?:our|the|all the|your|breaking|free|daily|more)\b{_REST}\b"
        rf"(?:inbox|{_LETTERS}|your phone|delivered|every (?:morning|\w{{0,6}}day|week))\b"
        rf"(?: {_REST})?",
        r"(?:enter|type) your e-?mail(?: address)?.{0,80}",
        r"(?:thank you|thanks) for (?:subscribing|signing up|reading).{0,60}",
        r"by (?:signing up|subscribing|clicking .{1,40}|continuing|submitting .{1,40}),? "
        r"(?:you|i) (?:agree|consent|accept|confirm)\b.{0,220}",
    ),
    "follow like find join connect message download get install try": (
        rf"\w+(?: with)? (?:us|me|@?[\w .'’-]{{2,50}}) (?:on|via) (?:our )?{_ON}\b(?:{_REST})?",
        rf"follow us|join us|(?:follow|join) our {_REST}",
        r"join the (?:conversation|discussion|debate)",
        rf"(?:download|get|install|try) (?:our|the) (?:[\w.'’-]+ ){{0,4}}app\b(?: {_REST})?",
    ),
    "become support donate buy log login sign register create already this": (
        r"become a (?:member|subscriber|supporter)",
        r"support (?:our|independent) journalism.{0,60}",
        r"donate(?: now| today)?|buy us a coffee",
        r"log ?in|sign in|register(?: (?:now|today|for free))?|create an? (?:free )?account",
        r"already (?:a|have) .{3,40}\? (?:log|sign) ?in.{0,20}",
        r"this (?:article|content|story) is (?:for|available (?:only )?to|reserved for) "
        r"(?:paying )?subscribers(?: only)?",
    ),
    # advertising and page machinery
    "advertisement advertisment advertising sponsored promoted paid": (
        r"(?:advertise?ment|advertising|sponsored|promoted|(?:sponsored|promoted|paid) content)"
        r"(?:\s*[-–—:|]?\s*(?:scroll (?:down )?to continue(?: reading)?|continue reading below|"
        r"(?:story|article) continues below.{0,40}))?",
    ),
    "the story article post scroll swipe skip after back jump main toggle menu search home "
    "close cancel cancelsend edition url footer go image now recommended supported tap window": (
        r"(?:the )?(?:story|article|post) continue[sd] (?:below|after)(?: (?:this |the )?"
        r"(?:ad|advert|advertisement|video|photo|gallery|image|newsletter|promotion).{0,20})?",
        r"scroll (?:down )?(?:to continue|for more)(?: reading)?|swipe (?:left|right|up).{0,30}",
        r"skip (?:to (?:main )?content|advertisement|ad|past .{2,40})",
        r"after newsletter promotion|back to top|jump to .{2,40}",
        r"(?:main|footer|toggle) navigation|toggle caption",
        r"menu|search|close|cancel ?send|edition|url",
        r"go to permalink|back to gallery|image \d{1,3} ?of ?/? ?\d{1,3}|now playing:?",
        r"recommended videos?:?|supported by|post(?:ed!| to facebook)",
        r"tap here to .{4,120}|window\.\w{1,40}\s*=.{0,240}",
        r"home(?:\s*[>›»/]\s*[\w &'’-]{1,40}){1,6}",
        rf"the (?:video|audio|media|content) {_NOT_SHOWN}",
    ),
    "this we our accept reject manage cookie please your javascript loading": (
        r"(?:this (?:web)?site|we|our (?:web)?site) uses? cookies (?:to|and|for|so)\b.{0,220}",
        r"(?:accept|reject|manage)(?: all)? cookies|cookie (?:policy|settings|preferences)",
        r"please (?:enable|turn on|activate|allow) (?:javascript|cookies).{0,120}",
        r"(?:your browser|javascript) (?:does not|is (?:not|disabled)).{0,120}",
        rf"this (?:video|audio|media|content) {_NOT_SHOWN}",
        r"loading\s?(?:\.{3}|…)",
        r"this material may not be (?:published|reproduced).{0,160}",
        r"your e-?mail address will not be published.{0,80}",
    ),
    # sharing and commenting
    "share print e email save bookmark like tweet gift copy get link pin": (
        r"[\w-]+ (?:this )?(?:article|story|post|page|news|video)(?: (?:on|via|with|by) .{2,60})?",
        r"share(?: this)?|tweet(?: this)?|print|pin(?: it)?|e-?mail(?: bio)?(?: follow)?|save",
        r"share quote & link",
        r"(?:copy|get) (?:the )?link|link copied(?: to clipboard)?",
        rf"share (?:on|via|to) {_ON}(?:,? (?:(?:share )?(?:on|via|to) )?{_ON}){{0,8}}"
        r"(?: \(opens in (?:a )?new window)?",
    ),
    "0 no view show hide load post read comments comment leave add write have tell report was": (
        r"\d[\d.,]{0,8}\s?[km]?\s?"
        r"(?:shares?|comments?|likes?|views?|reads?|retweets?|reactions?|followers)",
        r"(?:no|view|view all|show|hide|load|post|read)(?: \d{1,6})? comments?(?: yet)?"
        r"(?: ?\(\d{1,6})?",
        r"comments|comments? ?\(\d{1,6}|comments are (?:closed|off|disabled)",
        r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)",
        r"(?:have your say|tell us what you think)(?: .{0,60})?",
        r"report an? (?:typo|error|mistake)|report this (?:ad|comment)",
        r"was this article (?:helpful|useful)\?.{0,20}",
        r"\d{1,3}[ -]min(?:ute)?s?[ -]read",
    ),
    "estimated reading": (r"(?:estimated )?reading time\s*:?\s*\d{1,3} min(?:ute)?s?",),
    # rights, picture credits, addresses and filing
    "© c copyright all": (
        r"(?:©|c\) ?\d{4}|copyright\s{0,2}(?:©|\(c\)|\d{4})).{0,200}",
        r"all rights reserved.{0,200}",
    ),
    "photo photograph photos image images picture pictures video file illustration": (
        r"(?:file )?\w+(?: (?:credits?|source|copyright|courtesy(?: of)?))?\s*[:|/,]\s*"
        r"(?-i:[A-Z])[^.!?:\"“”]{1,80}",
    ),
    "tag tags filed keywords category categories topic topics posted updated published purchase": (
        r"(?:tags?|keywords|categor(?:y|ies)|topics?|filed under|posted in)\s*:\s*[^.!?]{1,200}",
        r"(?:posted|updated|published)(?: on| in)?:?|purchase: order reprint",
    ),
    "url source link permalink short http https www pic": (
        r"(?:(?:url|source url|link|permalink|short link)\s*:\s*)?"
        r"(?:https?://|www\.|pic\.twitter\.com/)\S{3,250}",
    ),
}

# What may open a piece of furniture that follows the last sentence of a line.
STARTERS = (
    *("Read more", "Read also", "Read next", "Also read", "See more", "See also", "Show more"),
    *("View more", "Learn more", "Find out more", "Watch more", "Continue reading", "Click here"),
    *("Sign up", "Subscribe", "Follow us", "Follow @", "Join our", "Join us", "Get our", "Get the"),
    *("Share this", "Share on", "Share via", "Download our", "Advertisement", "Story continues"),
    *("Article continues", "Related", "Recommended", "More on this", "For more", "You may also"),
    *("All rights reserved", "©", "Copyright"),
)

_DECORATION = r"[\s\[({<*>»›→⟶▶↗|•·=_~#.…!)\]}–—-]{0,8}"
_FIRST_WORD = re.compile(rf"{_DECORATION}(?P<word>[a-z]+|[0-9©])", re.IGNORECASE)
_BY_FIRST_WORD: dict[str, list[tuple[str, ...]]] = {}
for _words, _says in FURNITURE.items():
    for _word in _words.split():
        _BY_FIRST_WORD.setdefault(_word, []).append(_says)

# "Read more." with a full stop may be what somebody was told, unless it has a line to itself.
_BARE_MORE = re.compile(r"(?:read|see|learn|find out|watch|show|view) more\.", re.IGNORECASE)
_OPENS = "|".join(re.escape(form) for one in STARTERS for form in {one, one.upper()})
_STARTER = re.compile(
    rf"(?:(?<=[.!?…\"”»’')\]])\s{{0,3}}|\s[|•·–—-]\s{{0,3}}|\s{{2,3}})[\[(]?(?={_OPENS})"
)
_SOCIAL_WORD = re.compile(
    "|".join(
        re.escape(word.replace("+", " ")) for word in sorted(_SOCIAL.split(), key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_LONGEST_BAR = 150
# "Lena Orsk/NWA via Getty Images": the name of a photographer and of an agency.
_CREDIT = re.compile(
    r"\(?[^\W\d_][\w .'’-]{1,50}\s?[/|]\s?(?:[\w .'’-]{1,40}\s)?"
    r"(?:Getty Images|Reuters|AP|AFP|EPA|Associated Press|Shutterstock|Bloomberg|[A-Z]{2,5})"
    r"(?: (?:via|for|/) [\w .'’-]{1,40})?\)?"
)
_BETWEEN_BUTTONS = " \t|•·,/&+-–—()[]0123456789.:"


def is_furniture(line: str) -> bool:
    """Tell whether a whole line is page furniture and no part of the article."""
    line = line.strip()
    first = _FIRST_WORD.match(line)
    if not first or len(line) > LONGEST:
        return False
    word = first["word"].lower()
    says = _BY_FIRST_WORD.get("0" if word.isdigit() else word, ())
    start = first.start("word")
    if any(_pattern(one).fullmatch(line, start) for one in says):
        return True
    return _is_share_bar(line) or bool(len(line) < _LONGEST_BAR and _CREDIT.fullmatch(line))


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


@cache
def _pattern(says: tuple[str, ...]) -> re.Pattern[str]:
    # Made on first use: most articles need few of them, and a command should start at once.
    return re.compile(rf"(?:{'|'.join(says)}){_DECORATION}", re.IGNORECASE)


def _is_share_bar(line: str) -> bool:
    """Tell a row of nothing but names of networks and share buttons, glued or not."""
    if len(line) > _LONGEST_BAR or not _SOCIAL_WORD.match(line.lstrip(_BETWEEN_BUTTONS)):
        return False
    buttons = len(_SOCIAL_WORD.findall(line))
    return buttons >= 2 and not _SOCIAL_WORD.sub("", line).strip(_BETWEEN_BUTTONS)
