"""Article and statements -> the numbers of people and things that they give, as ranges."""
