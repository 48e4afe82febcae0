"""Fold what is written in many ways into one, and remember where it stood."""
