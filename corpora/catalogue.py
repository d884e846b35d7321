"""All corpora that are published or measured on, by name."""

from corpora import (
    current_events,
    frontline,
    fundus,
    gum,
    meantime,
    polnear,
    re3d,
    timebank,
    toponyms,
    trafilatura,
)
from corpora.across import linking, sentences

CORPORA = {
    corpus.name: corpus
    for corpus in (
        polnear.CORPUS,
        re3d.CORPUS,
        current_events.CORPUS,
        frontline.CORPUS,
        gum.CORPUS,
        toponyms.LGL,
        toponyms.GEOVIRUS,
        timebank.CORPUS,
        meantime.CORPUS,
        fundus.CORPUS,
        trafilatura.CORPUS,
        *linking.CORPORA,
        *sentences.CORPORA,
    )
}
