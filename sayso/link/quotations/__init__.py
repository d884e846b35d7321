"""Statements of many articles -> the utterances that they quote, and how the wordings differ."""
