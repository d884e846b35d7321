"""Faker's surnames -> `sayso/data/english/surnames.csv`: `python -m train.linking.surnames`.

Faker (MIT) keeps the thousand commonest surnames of the United States census. Those that are
common elsewhere, and those that stand before the given name, are added by hand.
"""

from pathlib import Path

from train.given_names import plain

OUT = Path(__file__).resolve().parents[2] / "sayso" / "data" / "english" / "surnames.csv"
COMMENT = """\
# Made by train/linking/surnames.py from Faker (MIT) and by hand: surnames that many people share.
# name: folded. order: first for those that stand before the given name ("Kim Jong Un")."""
# Common in other countries; a name of two people with it is no proof that they are one.
ELSEWHERE = """
ali ahmed ahmad mohammed muhammad mohamed hassan hussein hussain ibrahim khan malik abdullah saleh
omar osman yusuf mahmoud mustafa rahman karim hamid nasser khalil mansour aziz sayed rashid
singh kumar sharma patel gupta das reddy nair rao verma chaudhry iqbal
ivanov petrov smirnov kuznetsov popov volkov sokolov morozov novak nowak kowalski horvat kovac
muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann
martin bernard dubois durand moreau laurent simon michel lefebvre rossi russo ferrari bianchi romano
garcia fernandez gonzalez rodriguez lopez martinez sanchez perez gomez silva santos oliveira souza
yilmaz kaya demir celik sahin jensen nielsen hansen andersson johansson karlsson nilsson
cohen levy mizrahi ito sato suzuki tanaka watanabe yamamoto nakamura
okafor okeke mensah diallo traore
"""
FIRST = """
kim lee yi park pak choi jung jeong kang cho yoon jang lim han moon roh ban ahn hwang song
wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang xie xi tang
deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen mao
nguyen tran pham hoang phan vu vo dang bui ngo duong
"""


def main() -> None:
    """Write the file."""
    from faker.providers.person.en_US import Provider

    first = set(FIRST.split())
    english = {plain(name) for name in Provider.last_names}
    rows = [
        f"{name},{'first' if name in first else ''}"
        for name in sorted({*english, *ELSEWHERE.split(), *first} - {""})
    ]
    OUT.write_text(f"{COMMENT}\nname,order\n" + "\n".join(rows) + "\n")
    print(f"{len(rows)} names")


if __name__ == "__main__":
    main()
