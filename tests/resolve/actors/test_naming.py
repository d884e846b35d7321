"""Names: what the tagger marks, without what a sentence adds, and what is no name at all."""

import pytest

from sayso.resolve.actors.mentions import Names
from sayso.resolve.places.countries import Countries
from tests.notation import read

# A text | the names in it
TEXTS = """
<p:Ana Ruel'> said so. | Ana Ruel
<p:Skerra's Oren Dahl> said so. | Skerra; Oren Dahl
<p:Ana Ruel has rattled> allies. | Ana Ruel
<p:Dunov and Stavin> stood. | Dunov; Stavin
<p:Kim Jong->un spoke. | Kim Jong-un
<p:Okar>-backed forces left. | Okar
Ivan “the <p:Otter>” <p:Brell> jumped. | Ivan “the Otter” Brell
<p:Erik> H. <p:Tarn> spoke. | Erik H. Tarn
Oren <p:Dahl> spoke. | Oren Dahl
<l:Georgia> <p:Dahl> spoke. | Georgia Dahl
In <l:Georgia> <p:Dahl> spoke. | Georgia; Dahl
<l:Skerra> <p:Dahl> spoke. | Skerra; Dahl
Today <p:Stavin> spoke. | Stavin
<p:Earlier>, <p:Ruel> spoke. | Ruel
<p:Scoffs> <p:Ruel>. She scoffs. She scoffs, Ruel. | Ruel
<p:Maj>. <p:Theo Brandt> spoke. | Theo Brandt
<o:Union of Harbours and> others met. | Union of Harbours
<p:Howard P. “Buck” Tarn> spoke. | Howard P. “Buck” Tarn
“No,” said <p:Gisela Thorn. “To the> moon?” | Gisela Thorn
<p:Karsk-born Ana Ruel> spoke. | Ana Ruel
Mayor of <p:Garth Ana Ruel> spoke. | Ana Ruel
Friend of <p:Ana Maria Ruel> spoke. | Maria Ruel
<p:Hollow)> spoke. | Hollow
Whenever <p:Ruel> spoke, it rained. | Ruel
Photo: <p:Bo Tarn/Northwire> | Bo Tarn
(<p:Corrects> number of dead) <p:Ruel> spoke. | Ruel
<o:Interior> Minister <p:Bo Tarn> spoke. | Bo Tarn
They met <o:Transport> Secretary <p:Bo Tarn>. | Bo Tarn
The <o:Health> Committee met <p:Bo Tarn>. | Bo Tarn
The <o:Justice> Department met <p:Bo Tarn>. | Bo Tarn
<o:Health> Kiosk met <p:Bo Tarn>. | Health; Bo Tarn
<o:Interior> spoke. | Interior
They fired on the ferry <p:Anselma>, <p:Ruel> said. | Ruel
The frigate “<p:Osk Varel>” sank. |
A ferry to <o:Almis> sank. | Almis
<p:Bakers> said so. <p:Ruel> spoke. | Ruel
<o:Bakers> in the hills said so. <p:Ruel> spoke. | Ruel
He saw <p:Bakers>. | Bakers
<p:Eels> are back. <p:Ruel> spoke. | Ruel
<p:Stavins> spoke. | Stavins
<o:Parliament> met. The parliament met. | Parliament
<o:ANA> RUEL (Skerra) spoke. | ANA RUEL
Minister of <o:State> for <o:Trade> <p:Bo Tarn> spoke. | Bo Tarn
Commissioner for <o:Human Rights> <p:Bo Tarn> spoke. | Bo Tarn
The <o:Almis Agency (>AA) spoke. | Almis Agency
The <o:Almis Watch'> spoke. | Almis Watch
<p:What Skerra> needs is time. | Skerra
"""


@pytest.mark.parametrize("line", TEXTS.strip().splitlines())
def test_names(line):
    marked, _, wanted = line.partition(" |")
    article, annotation = read(marked)
    names = Names(article.text, annotation.mentions, Countries())
    assert "; ".join(m.span.of(article.text) for m in names.all) == wanted.strip()
