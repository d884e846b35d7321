"""The commands that make accounts for the reader: `user add`, `list`, `change`, and others."""

import sys
from dataclasses import asdict
from types import ModuleType

import click

from sayso.accounts import MOST_CHARACTERS, ROLES, Account
from sayso.cli.options import Amount, json_option, record_option
from sayso.cli.output import note, print_json, say
from sayso.cli.parts import open_record
from sayso.errors import ExtraError, MissingError, UsageError
from sayso.moments import now
from sayso.view.characters import one_line

_DAYS, _MOST_DAYS = 90.0, 3650.0

role_option = click.option("--role", type=click.Choice(ROLES), help="What the account may do.")
input_option = click.option(
    "--password-stdin", "piped", is_flag=True, help="Take the password from standard input."
)


@click.group()
def user() -> None:
    """Make accounts for `sayso serve --auth`.

    A reader reads; a judge also decides and links; an admin also reads new articles in, and takes
    back what others decided.

    \b
    Examples:
      sayso user add ada --role judge
      sayso user list
      sayso user change ada --role admin
      sayso user token ada --days 30
      sayso user remove ada
    """


@user.command()
@click.argument("name")
@role_option
@input_option
@record_option
def add(name: str, role: str | None, piped: bool, record: str) -> None:
    """Make an account; its password is asked for."""
    passwords = _passwords()
    if name != one_line(name) or not 1 <= len(name) <= MOST_CHARACTERS:
        raise UsageError(f"a name has 1 to {MOST_CHARACTERS} characters, and no line breaks")
    with open_record(record) as store:
        if store.accounts.password(name) is not None:
            raise UsageError(f"there is an account {name!r} already")
        kept = _asked(passwords, piped)
        account = Account(name, role or ROLES[0], now())
        store.accounts.add(account, kept)
        say(f"{store.name}: {name} may sign in as {account.role}")


@user.command("list")
@json_option("Print one line of JSON an account.")
@record_option
def list_(as_json: bool, record: str) -> None:
    """Print who may sign in."""
    with open_record(record) as store:
        every = store.accounts.all()
    for each in every:
        if as_json:
            print_json(asdict(each))
        else:
            say(f"{each.name}  {each.role}  since {each.since}")
    if not every and not as_json:
        note("nobody may sign in yet; now: sayso user add NAME")


@user.command()
@click.argument("name")
@role_option
@click.option("--password", "new", is_flag=True, help="Ask for a new password.")
@input_option
@record_option
def change(name: str, role: str | None, new: bool, piped: bool, record: str) -> None:
    """Change the role or the password of an account, which is signed out everywhere."""
    passwords = _passwords()
    if not (role or new or piped):
        raise UsageError("nothing to change: give --role or --password")
    with open_record(record) as store:
        if store.accounts.password(name) is None:
            raise MissingError(f"there is no account {name!r}")
        kept = _asked(passwords, piped) if new or piped else None
        store.accounts.change(name, role=role, password=kept)
        say(f"{store.name}: {name} is changed, and signed out everywhere")


@user.command()
@click.argument("name")
@record_option
def remove(name: str, record: str) -> None:
    """Take an account out, and sign it out everywhere; what it judged stays."""
    with open_record(record) as store:
        store.accounts.remove(name)
        say(f"{store.name}: {name} may no longer sign in")


@user.command()
@click.argument("name")
@click.option(
    "--days",
    type=Amount(0.01, _MOST_DAYS),
    default=_DAYS,
    show_default=True,
    help="How long it holds.",
)
@record_option
def token(name: str, days: float, record: str) -> None:
    """Print a token by which a program asks as an account: `Authorization: Bearer TOKEN`."""
    passwords = _passwords()
    with open_record(record) as store:
        made, until = passwords.begun(store.accounts, name, days)
    say(made)
    note(f"it holds until {until}, and is shown this once")


def _passwords() -> ModuleType:
    try:
        from sayso.web.team import passwords
    except ModuleNotFoundError:
        raise ExtraError("the reader", "web") from None
    return passwords


def _asked(passwords: ModuleType, piped: bool) -> str:
    """Return what is kept of a password that is asked for, or comes through standard input."""
    if piped:
        password = sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        return str(passwords.hashed(password))
    except ValueError as error:
        raise UsageError(str(error)) from None
