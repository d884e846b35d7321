"""Figures -> what is drawn of them: places on a canvas as plain numbers, and the same as tables."""
