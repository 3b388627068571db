"""Very long pages: the head is read at once, the whole beside it."""
