"""Which box of a page holds its story: what `main_story` is made of."""
