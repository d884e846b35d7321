"""All corpora that are published or measured on, by name."""

from corpora import (
    current_events,
    frontline,
    geovirus,
    gum,
    lgl,
    linking,
    meantime,
    polnear,
    re3d,
    timebank,
)

CORPORA = {
    corpus.name: corpus
    for corpus in (
        polnear.CORPUS,
        re3d.CORPUS,
        current_events.CORPUS,
        frontline.CORPUS,
        gum.CORPUS,
        lgl.CORPUS,
        geovirus.CORPUS,
        timebank.CORPUS,
        meantime.CORPUS,
        *linking.CORPORA,
    )
}
