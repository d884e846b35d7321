"""Who asks: signing in and out, and what each role may do."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from http.cookies import CookieError, SimpleCookie
from threading import Lock
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.accounts import Account
from sayso.moments import now
from sayso.store import Store
from sayso.web.asked import ACCOUNT, Page, account_of
from sayso.web.forms import field, own_page
from sayso.web.rendering import answered, wants_json
from sayso.web.safety import READING
from sayso.web.team.passwords import begun, is_password

COOKIE = "sayso_session"
SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
DAYS = 14  # that a browser stays signed in
# Each thread that hashes keeps the memory that it took, so these do so for all.
_HASHING = ThreadPoolExecutor(2, thread_name_prefix="passwords")
_SECONDS = DAYS * 24 * 3600
_OPEN = (SIGN_IN, "/health")  # with what is in /static/: what those see who are not signed in
# Who may change something: of what is not named here, those alone who may everything.
_ROLES = {
    SIGN_OUT: "reader",
    **dict.fromkeys(("/judge", "/withdraw", "/link", "/stop"), "judge"),
}


class Signed:
    """Lets those in alone who are signed in, and each do what the role may."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self._app = app
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = {**scope, ACCOUNT: None}
        refusal = await run_in_threadpool(self._refusal, scope)
        await (refusal or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        """Note in the scope who asks; return what is answered where they may not."""
        if token := token_of(Headers(scope=scope)):
            scope[ACCOUNT] = self._store.accounts.signed_in(token, at=now())
        return _refusal(Request(scope), scope[ACCOUNT])


def _refusal(request: Request, account: Account | None) -> Response | None:
    path = request.url.path
    if path in _OPEN or path.startswith("/static/"):
        return None
    reads = request.method in READING
    is_page = reads and not wants_json(request) and not path.endswith(".csv")
    if account is None and is_page:
        back = f"{path}?{request.url.query}" if request.url.query else path
        return RedirectResponse(f"{SIGN_IN}?{urlencode({'back': back})}", 303)
    if account is None:
        return JSONResponse({"error": "sign in first"}, 401, {"www-authenticate": "Bearer"})
    role = "reader" if reads else _ROLES.get(path, "admin")
    if not account.may(role):
        words = f"This is for the role {role}; yours is {account.role}."
        values = {"words": words, "code": 403}
        return answered(
            request, Page(words, lambda: {"error": words}, "error.html", values, status=403)
        )
    return None


def token_of(headers: Headers) -> str:
    """Return the token that a program's header or a browser's cookie shows, or nothing."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""


class Attempts:
    """Tries by name: after some that were not right, the next has to wait.

    A try is counted before the password is looked at, so that many at once are no more than these.
    """

    MOST, PAUSE = 5, 30.0  # wrong ones in a row, and the seconds until another may be tried
    _NAMES = 10_000  # that are remembered

    def __init__(self) -> None:
        self._lock = Lock()
        self._failures: dict[str, tuple[int, float]] = {}

    def begin(self, name: str) -> bool:
        """Count a try; tell whether it may be made, or the name was tried too often of late."""
        with self._lock:
            number, last = self._failures.get(name, (0, 0.0))
            if number >= self.MOST and time.monotonic() - last < self.PAUSE:
                return False
            self._failures.pop(name, None)
            while len(self._failures) >= self._NAMES:  # the oldest goes first
                self._failures.pop(next(iter(self._failures)))
            self._failures[name] = number + 1, time.monotonic()
            return True

    def forget(self, name: str) -> None:
        """Forget the tries of a name: the password was right."""
        with self._lock:
            self._failures.pop(name, None)


async def sign_in(request: Request) -> Response:
    """Show the form, or sign somebody in and lead to the page that was asked for."""
    if request.method != "POST":
        back = request.query_params.get("back", "")
        if account_of(request):
            return RedirectResponse(own_page(back, asked=True) or "/", 303)
        return await run_in_threadpool(_form, request, "", back)
    form = await request.form()
    back = own_page(field(form, "back"), asked=True) or "/"
    name, password = field(form, "name"), str(form.get("password", ""))
    attempts: Attempts = request.app.state.attempts
    if not attempts.begin(name):
        wait = f"Too many wrong passwords for this name; try again in {Attempts.PAUSE:.0f} seconds."
        return await run_in_threadpool(_form, request, wait, back, 429)
    loop = asyncio.get_running_loop()
    token = await loop.run_in_executor(_HASHING, _begin, request.app.state.store, name, password)
    if not token:
        return await run_in_threadpool(_form, request, "Name or password is wrong.", back, 403)
    attempts.forget(name)
    answer = RedirectResponse(back, 303)
    secure = request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
    answer.set_cookie(COOKIE, token, _SECONDS, httponly=True, samesite="lax", secure=secure)
    return answer


async def sign_out(request: Request) -> Response:
    """Forget whoever asks."""
    if token := token_of(request.headers):
        await run_in_threadpool(request.app.state.store.accounts.end, token)
    answer = RedirectResponse(SIGN_IN, 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return answer


def _begin(store: Store, name: str, password: str) -> str:
    """Return the token of a new session, or nothing if that is not the password."""
    if not is_password(password, store.accounts.password(name)):
        return ""
    token, _ = begun(store.accounts, name, DAYS)
    return token


def _form(request: Request, wrong: str, back: str, status: int = 200) -> Response:
    values = {"wrong": wrong, "back_to": back}
    page = Page(
        "Sign in",
        lambda: {"error": wrong or "sign in first"},
        "sign-in.html",
        values,
        status=status,
    )
    return answered(request, page)
