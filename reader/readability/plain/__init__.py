"""Finds the parts of a story in text that has no tags, by the shape of its lines."""
