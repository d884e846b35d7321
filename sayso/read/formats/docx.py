"""A document of Word (.docx), as releases come -> Article; reads by mammoth.

What was deleted with changes kept on record, comments and pictures are left out.
"""

import re
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from sayso.errors import ExtraError, ReadError
from sayso.read.compose import About, cleaned, compose, take_bylines
from sayso.read.formats.fragments import fragment_paragraphs
from sayso.read.formats.opening import How, Opened
from sayso.read.headline import is_headline
from sayso.records import Article

_MOST = 16 * 1024 * 1024  # bytes of XML, which the library holds as a tree: books have a few
_TITLE = "p[style-name='Title'] => h1:fresh"
_HEADING = re.compile(r"\s*<h1>(.*?)</h1>", re.DOTALL)
# What the library raises of documents that are damaged, or that no program would write.
_BROKEN = (
    *(BadZipFile, zlib.error, ExpatError, EOFError, OSError, NotImplementedError, RuntimeError),
    *(ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError),
)


def read_docx(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of a document.

    Raises ReadError of kind "extra", "docx", "size", "bomb" or "empty".
    """
    if find_spec("mammoth") is None:
        raise ReadError(opened.source, "extra", str(ExtraError("documents of Word", "docx")))
    html = _html(opened.whole(how.limit), opened, how)
    paragraphs = fragment_paragraphs(f"<div>{html}</div>", opened.source)
    title = ""
    if paragraphs and (_HEADING.match(html) or is_headline(paragraphs[0], paragraphs[1:])):
        title, *paragraphs = paragraphs
    if not title and not paragraphs:
        raise ReadError(opened.source, "empty", "holds no text")
    about, body = take_bylines(About(title=title), cleaned(title, paragraphs))
    yield compose(about, body, opened.source)


def _html(data: bytes, opened: Opened, how: How) -> str:
    from mammoth import convert_to_html, images

    no_picture = images.img_element(lambda _: {})
    try:
        with ZipFile(BytesIO(data)) as archive:
            sizes = {each.filename: each.file_size for each in archive.infolist()}
        how.budget.spend(sum(sizes.values()), opened.source)
        if sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels"))) > _MOST:
            message = f"has more than {_MOST // 1024**2} MB of text and layout"
            raise ReadError(opened.source, "size", message)
        made = convert_to_html(BytesIO(data), style_map=_TITLE, convert_image=no_picture)
    except _BROKEN as error:
        raise ReadError(opened.source, "docx", f"is no sound document: {error}") from None
    return str(made.value)
