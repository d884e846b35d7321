"""Files of each format, made by other programs where there are some, of invented news."""

import csv
import gzip
import io
import tarfile
import warnings
import zipfile
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from functools import cache
from mailbox import mbox
from pathlib import Path
from tempfile import NamedTemporaryFile

from docx import Document
from feedgen.feed import FeedGenerator
from fpdf import FPDF
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

WORDS = (
    "“We stay here,” Minister Ana Ruel said on Friday.",
    "The road to Karsk is shut, and nobody knows when it will be open again.",
)
BODY = "".join(f"<p>{words}</p>" for words in WORDS)
PRINTED = datetime(2031, 3, 14, 9, 30, tzinfo=UTC)


def page(title):
    """Return a page of a news site."""
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{BODY}</body></html>"


@cache
def warc(*, packed=True, titles=("Velmark stays 0", "Velmark stays 1")):
    """Return a crawl: what a crawler says of itself, pages with their requests, other answers."""
    with warnings.catch_warnings(action="ignore"):  # warcio leaves files to be closed by themselves
        return _warc(packed, titles)


def _warc(packed, titles):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "none"}))
    for number, title in enumerate(titles):
        address = f"http://courier.example/{number}"
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True)
        writer.write_record(
            writer.create_warc_record(address, "request", io.BytesIO(), http_headers=asked)
        )
        writer.write_record(_answer(writer, address, page(title).encode()))
    chunks = b"".join(
        b"%x\r\n%s\r\n" % (len(c), c) for c in _chunks(gzip.compress(b"" + page("Packed").encode()))
    )
    how = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    writer.write_record(
        _answer(writer, "http://courier.example/packed", chunks + b"0\r\n\r\n", how)
    )
    writer.write_record(
        _answer(writer, "http://courier.example/gone", b"<p>Gone.</p>", status="404 Not Found")
    )
    writer.write_record(
        _answer(writer, "http://courier.example/a.png", b"\x89PNG", media="image/png")
    )
    writer.write_record(
        _answer(writer, "http://courier.example/", b"<html><body><ul><li>Home</ul>")
    )
    return out.getvalue()


def wet():
    """Return a crawl's texts without their pages."""
    with warnings.catch_warnings(action="ignore"):
        return _wet()


def _wet():
    out = io.BytesIO()
    text = io.BytesIO(WORDS[0].encode())
    kind = {"warc_content_type": "text/plain"}
    writer = WARCWriter(out, gzip=True)
    writer.write_record(
        writer.create_warc_record("http://courier.example/", "conversion", text, **kind)
    )
    return out.getvalue()


def _answer(
    writer, address, body, further=(), *, status="200 OK", media="text/html; charset=utf-8"
):
    headers = StatusAndHeaders(status, [("Content-Type", media), *further], protocol="HTTP/1.1")
    return writer.create_warc_record(address, "response", io.BytesIO(body), http_headers=headers)


def _chunks(data):
    return [data[i : i + 100] for i in range(0, len(data), 100)]


def feed(kind, items=3):
    """Return a feed as RSS or Atom; its first item has a summary alone."""
    made = FeedGenerator()
    made.id("http://courier.example/")
    made.title("Skerra Courier")
    made.link(href="http://courier.example/", rel="alternate")
    made.description("News of Skerra")
    made.language("en-GB")
    for number in range(items):
        entry = made.add_entry(order="append")
        entry.id(f"urn:courier:{number}")
        entry.title(f"Velmark stays & waits {number}")
        entry.link(href=f"http://courier.example/{number}")
        entry.published(PRINTED)
        entry.updated(PRINTED.replace(day=15))
        entry.author(name="Mira Tolland", email="mira@courier.example")
        entry.summary(WORDS[0])
        if number:
            entry.content(BODY, type="CDATA")
    return made.rss_str() if kind == "rss" else made.atom_str()


def newsml(*items):
    """Return a message of NewsML-G2 that holds some items."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
        "<header><sent>2031-03-14T10:00:00Z</sent></header>"
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    ).encode()


def newsml_item(number, content, *, status="usable", kind="text"):
    """Return one item of NewsML-G2, as the schema has it."""
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nwa:{number}" version="1"'
        ' standard="NewsML-G2" standardversion="2.30" conformance="power" xml:lang="en-GB">'
        '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>'
        f'<itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:NWA"/>'
        "<versionCreated>2031-03-14T11:30:00+02:00</versionCreated>"
        f'<pubStatus qcode="stat:{status}"/></itemMeta>'
        "<contentMeta><contentCreated>2031-03-14T11:00:00+02:00</contentCreated>"
        "<headline>Velmark stays in Karsk</headline><by>By Mira Tolland</by>"
        f'<language tag="en-GB"/></contentMeta><contentSet>{content}</contentSet></newsItem>'
    )


NITF = (
    "<nitf><head><docdata><date.issue norm='20310314T093000Z'/></docdata></head><body><body.head>"
    "<hedline><hl1>Velmark waits</hl1></hedline><byline>By Bo Tarn</byline></body.head>"
    f"<body.content><block>{BODY}</block></body.content></body></nitf>"
)

NINJS = {
    "1.3": {
        "uri": "urn:nwa:1", "type": "text", "pubstatus": "usable", "language": "en",
        "versioncreated": "2031-03-14T09:30:00Z", "byline": "By Mira Tolland",
        "headline": "Velmark stays", "body_xhtml": BODY, "copyrightholder": "Northwire",
    },
    "2.1": {
        "standard": {"name": "ninjs", "version": "2.1"}, "uri": "urn:nwa:2", "type": "text",
        "pubstatus": "usable", "language": "en-GB", "versioncreated": "2031-03-14T09:30:00Z",
        "by": "Mira Tolland", "headlines": [{"role": "main", "value": "Velmark stays"}],
        "infosources": [{"role": "origin", "name": "Northwire"}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": BODY}],
    },
    "3.0": {
        "standard": {"name": "ninjs", "version": "3.0"}, "uri": "http://nwa.example/3",
        "type": "text", "pubStatus": "usable", "versionCreated": "2031-03-14T09:30:00Z",
        "language": "en", "by": "Mira Tolland", "headlines": [{"value": "Velmark stays"}],
        "infoSources": [{"name": "Northwire"}],
        "bodies": [{"contentType": "text/plain", "value": "\n".join(WORDS)}],
    },
}  # fmt: skip

SITEMAP = (
    b'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/'
    b'0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://courier.'
    b"example/1</loc><news:news><news:title>Velmark stays</news:title></news:news></url><url><loc>"
    b"http://courier.example/2</loc></url></urlset>"
)


def table(names=("id", "headline", "date", "body"), rows=3, **dialect):
    """Return a table as the csv module writes it."""
    out = io.StringIO()
    writer = csv.writer(out, **dialect)
    writer.writerow(names)
    for number in range(rows):
        cells = {"id": number, "date": "2031-03-14", "body": "\n\n".join(WORDS)}
        writer.writerow([cells.get(name, f"Velmark; stays, {number}") for name in names])
    return out.getvalue().encode()


def mail(*, html=False, plain=True):
    """Return a press release as a mail, with something attached."""
    made = EmailMessage()
    made["From"] = "Ministry of Roads <press@roads.skerra.example>"
    made["To"] = "desk@courier.example"
    made["Subject"] = "Skerra öffnet: the road to Karsk opens"
    made["Date"] = "Fri, 14 Mar 2031 11:30:00 +0200"
    made["Message-ID"] = "<release-14@roads.skerra.example>"
    if plain:
        made.set_content("\n\n".join(WORDS) + "\n\n-- \nPress office, Main Street 1\n")
    if html:
        cells = f"<html><body><table><tr><td>{BODY}</td></tr></table></body></html>"
        (made.add_alternative if plain else made.set_content)(cells, subtype="html")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    return bytes(made)


def mailbox(count=3):
    """Return a mailbox as the mailbox module of Python keeps one."""
    with NamedTemporaryFile(suffix=".mbox") as file:
        box = mbox(file.name)
        for _ in range(count):
            box.add(message_from_bytes(mail()))
        box.flush()
        box.close()
        return Path(file.name).read_bytes()


def docx(paragraphs, title="Skerra opens the road to Karsk", style="Title"):
    """Return a document as python-docx writes it."""
    made = Document()
    made.add_paragraph(title, style=style)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


class _Release(FPDF):
    def header(self):
        self.set_font("helvetica", "I", 8)
        self.cell(0, 8, "Ministry of Roads of Skerra", new_x="LMARGIN", new_y="NEXT")

    def footer(self):
        self.set_y(-15)
        self.cell(0, 10, f"Page {self.page_no()}", align="C")


def pdf(
    paragraphs, title="Skerra opens the road to Karsk after long talks of two ministries in Torvesk"
):
    """Return a release that fpdf2 lays out, with a head and a number on each page."""
    made = _Release()
    made.set_auto_page_break(True, 25)
    made.add_page()
    made.set_font("helvetica", "B", 18)
    made.multi_cell(0, 9, title, new_x="LMARGIN", new_y="NEXT")
    made.set_font("helvetica", "", 11)
    for paragraph in paragraphs:
        made.ln(3)
        made.multi_cell(0, 5.5, paragraph, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def zipped(files):
    """Return a zip archive of files by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files, mode="w:gz", links=()):
    """Return a tar archive of files by their names, and of links."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for name in links:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, "/etc/hostname"
            archive.addfile(member)
    return out.getvalue()
