"""Templates of pages: every value is escaped, and a page may load nothing."""

import base64
import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined

__all__ = ["Environment", "environment", "policy"]


def environment(folder: str) -> Environment:
    """Return what renders the templates of a folder beside this file."""
    return Environment(
        loader=PackageLoader("sayso.export", folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def policy(style: str) -> str:
    """Return the policy of a page that holds one style sheet, and loads and runs nothing."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
