"""Templates of pages: every value is escaped, and a page may load nothing."""

import base64
import hashlib

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

__all__ = ["Environment", "environment", "policy"]


def environment(*folders: tuple[str, str]) -> Environment:
    """Return what renders templates of folders, each in a package; the first that has one wins."""
    return Environment(
        loader=ChoiceLoader([PackageLoader(package, folder) for package, folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def policy(style: str, *, forms: str = "'none'") -> str:
    """Return the policy of a page that holds one style sheet, and loads and runs nothing.

    `forms` are the places that its forms may be sent to.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    styles = f"style-src 'sha256-{digest}'"
    return f"default-src 'none'; {styles}; base-uri 'none'; form-action {forms}"
