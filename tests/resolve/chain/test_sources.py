"""Who really speaks where an outlet stands as the source."""

import pytest

from tests.resolve.chain.wording import chains_of

# A marked sentence -> who speaks instead of the source, and the links.
SPEAKERS = [
    (
        "{S:The Northwire Agency} {C:reported} {T:that a deal was near}, citing two officials.",
        "two officials",
        "Northwire Agency reported",
    ),
    (
        "{S:NWA}, citing two officials in Torvesk, {C:reported} {T:that a deal was near}.",
        "two officials in Torvesk",
        "NWA reported",
    ),
    (
        "According to {S:state television}, which quoted the minister, {T:turnout "
        "was high}. {C:According to}",
        "the minister",
        None,
    ),
    (
        "{S:The Island Voice}, quoting hospital staff, {C:says} {T:three men were treated}.",
        "hospital staff",
        "Island Voice reported",
    ),
    ("{S:OTA} {C:quoted} Tarsova as saying {T:that the map was old}.", "Tarsova", "OTA quoted"),
    (
        "{S:Radio Velna}, which spoke to the cook, {C:said} {T:it began in a pan}.",
        "the cook",
        "Radio Velna reported",
    ),
    ("{S:The ministry} {C:said} {T:it would wait}, citing two officials.", "", ""),
    ("{S:NWA} {C:reported} {T:that flights had stopped}, citing security concerns.", "", ""),
    ("{S:NWA} {C:reported} {T:that flights had stopped}.", "", ""),
]


@pytest.mark.parametrize(("marked", "speaker", "links"), SPEAKERS)
def test_who_speaks(marked, speaker, links):
    ((found_links, found_speaker, *_),) = chains_of(marked)
    assert found_speaker == speaker
    assert links is None or found_links == links
