"""What people decide on pages of the reader: kept at once, shown as theirs, taken back again."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.accounts import MOST_CHARACTERS
from sayso.errors import UsageError
from sayso.gather import judging
from sayso.gather.decided import latest, of_page
from sayso.gather.wording import other_words
from sayso.judgements import Judgement
from sayso.moments import now
from sayso.packing import contract
from sayso.reviewing import questions
from sayso.store import Store
from sayso.view.across.questions import written
from sayso.view.characters import one_line
from sayso.web.asked import BY, MOST_KEPT, ON_A_PAGE, Page, Pager, account_of, number_of
from sayso.web.forms import field, own_page
from sayso.web.rendering import answered

_ASKED = 10  # questions on a page
MOST_OF_A_REASON = 300  # characters, as forms have it too
# What people fill in, and what it is called where a form comes back to them.
_FILLED = (
    ("somebody", "Said by"), ("act", "What it does"), ("content", "What is said"),
    ("source", "Who says it"), ("cue", "The word of saying"), ("why", "Why"), ("by", "Your name"),
)  # fmt: skip
_YEAR = 365 * 24 * 3600
_ID = re.compile(r"jd_[0-9a-f]{16}")
_ACTOR = re.compile(r"a\d{1,6}")  # of an article
_PAGE = re.compile(
    r"/(?:claim|entity|article|statement)/(\w+)(?:[?#].*)?$"
)  # "http://…/claim/cl_3f9a"


def judgements(store: Store, request: Request) -> Page:
    """Return what people decided, the latest first."""
    every = store.judgements()
    at = number_of(request)
    lines = latest(every, store, skip=(at - 1) * ON_A_PAGE, most=ON_A_PAGE)
    more = max(0, len(every) - at * ON_A_PAGE)
    values = {"lines": lines, "number": len(every), "pager": Pager(at, more)}

    def form() -> list[dict[str, Any]]:
        some = of_page(every, skip=(at - 1) * ON_A_PAGE, most=ON_A_PAGE)
        return [{"id": each.id} | contract(each, always=("why",)) for each in some]

    return Page("What people decided", form, "judgements.html", values)


def review(store: Store, request: Request) -> Page:  # noqa: ARG001
    """Return what is doubtful, what is worth most first, each with its answers."""
    some = list(islice(questions(store), _ASKED))
    asked = [
        (question, [(option, json.dumps(written(option.judgement))) for option in question.options])
        for question in some
    ]
    title = "What the machine is unsure of"
    return Page(title, lambda: [q.to_json() for q in some], "review.html", {"questions": asked})


async def judge(request: Request) -> Response:
    """Keep what a form decides, and lead back to its page."""
    form = await request.form()
    try:
        by = _by(request, form)
        given = await run_in_threadpool(_decided, request.app.state.store, form)
        kept = await run_in_threadpool(judging.keep, request.app.state.store, given, by)
    except UsageError as error:
        return await run_in_threadpool(_refused, request, form, str(error))
    return _back(form, by, [each.id for each in kept])


def _refused(request: Request, form: FormData, words: str) -> Response:
    """Tell why something cannot be kept, with the way back and what was filled in."""
    filled = [(label, value) for name, label in _FILLED if (value := field(form, name))]
    back = own_page(field(form, "back"), asked=True)
    values = {"words": words, "code": 400, "again": back, "filled": filled}
    return answered(
        request, Page(words, lambda: {"error": words}, "error.html", values, status=400)
    )


async def withdraw(request: Request) -> Response:
    """Take back what was decided with one click, and lead back to the page."""
    form = await request.form()
    by = _by(request, form)
    ids = [each for each in form.getlist("id") if isinstance(each, str) and _ID.fullmatch(each)]
    if not ids:
        raise UsageError("no judgement has such an id")
    await run_in_threadpool(_take_back, request, ids, by, one_line(field(form, "why")))
    return _back(form, by, ids)


def _take_back(request: Request, ids: Sequence[str], by: str, why: str) -> None:
    """Take judgements back; those that were taken back already stay so.

    Raises UsageError, before any is, where somebody else decided one, and it takes an admin.
    """
    store, account = request.app.state.store, account_of(request)
    known = {each.id: each for each in store.judgements() if each.id in ids}
    deciders = {each.by for each in known.values()}
    if account and not account.may("admin") and deciders - {account.name}:
        raise UsageError("this was decided by somebody else: an admin may take it back")
    at = now()
    for id_ in ids:
        if id_ not in known or not known[id_].withdrawn:
            store.withdraw(id_, by=by, at=at, why=why)


def _decided(store: Store, form: FormData) -> list[Judgement]:
    """Return what a form decides: one judgement written out, or one of each of its subjects."""
    why = one_line(field(form, "why"))
    if len(why) > MOST_OF_A_REASON:
        raise UsageError(f"a reason has at most {MOST_OF_A_REASON} characters")
    if whole := field(form, "judgement"):
        try:
            its = judging.written(store, json.loads(whole))
        except RecursionError:
            raise UsageError("this is no judgement: it is nested too deep") from None
        except (ValueError, AttributeError) as error:
            raise UsageError(f"this is no judgement: {error}") from error
        return [replace(its, by="", at="", withdrawn="", why=why or its.why)]
    kind = field(form, "kind")
    subjects = [each for each in form.getlist("subject") if isinstance(each, str)]
    if not kind or not subjects:
        raise UsageError("nothing was decided")
    given = {name: str(value) for name, value in form.items() if not name.startswith("subject")}
    object_ = _thing(field(form, kind) or field(form, "object")) or None
    if kind == "span":
        object_ = json.dumps(other_words(store, subjects[0], given))
    if kind == "speaker":
        object_ = _speaker(store, form, subjects[0])
    try:
        made = [judging.decided(store, kind, each, object_) for each in subjects]
    except ValueError as error:
        raise UsageError(f"this cannot be judged: {error}") from error
    return [replace(each, why=why) for each in made]


def _speaker(store: Store, form: FormData, statement: str) -> str:
    """Return the object that names a speaker: somebody of the article, or somebody else."""
    chosen, name = field(form, "speaker"), field(form, "somebody")
    if chosen and name:
        raise UsageError("choose somebody of the article, or name somebody else: not both")
    if _ACTOR.fullmatch(chosen):
        return f"{store.statement(statement)[0]}/{chosen}"
    if not (chosen or name):
        raise UsageError("choose who said it, or name somebody else")
    return json.dumps({"name": name}) if name else chosen


def _thing(name: str) -> str:
    """Return what an address of the reader names; a name is itself."""
    page = _PAGE.search(name)
    return page[1] if page else name


def _by(request: Request, form: FormData) -> str:
    """Return who decides: whoever is signed in, or where nobody need, whom the form names."""
    if account := account_of(request):
        return account.name
    if not (by := one_line(field(form, "by"))):
        raise UsageError("say who you are: each decision is kept with the name of who made it")
    if len(by) > MOST_CHARACTERS:
        raise UsageError(f"a name has at most {MOST_CHARACTERS} characters")
    return by


def _back(form: FormData, by: str, kept: Sequence[str]) -> Response:
    """Lead back to the page of a form, and remember the name of whoever sent it."""
    back = own_page(field(form, "back")) or "/judgements"
    path, mark, fragment = back.partition("#")
    answer = RedirectResponse(
        f"{path}?{urlencode([('kept', each) for each in kept[:MOST_KEPT]])}{mark}{fragment}", 303
    )
    answer.set_cookie(BY, quote(by), max_age=_YEAR, httponly=True, samesite="lax")
    return answer
