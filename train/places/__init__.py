"""What is made for places: the gazetteer, the weights of its candidates, the base map."""
