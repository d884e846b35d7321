"""Commands as processes of their own, without what starting one costs."""
