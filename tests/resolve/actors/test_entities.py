"""Actors as they are gathered: what a reference adds to one."""

from tests.notation import read
from tests.resolve.who_is_who import who_is_who


def test_the_fullest_name_is_the_actor_s():
    article, annotation = read("<p:Ruel> came. <p:Mrs. Ana Ruel> spoke. <p:Ruel> left.")
    (cluster,) = who_is_who(article, annotation).entities.clusters
    assert cluster.name == "Ana Ruel"
    assert cluster.names == ["Ruel", "Ana Ruel"]
    assert (cluster.type, cluster.sex) == ("person", "f")
