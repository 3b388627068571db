"""Kinds of lines and boxes that pages of all sorts have, known by their words and their make."""
