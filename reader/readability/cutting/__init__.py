"""The tree of a page to pieces of text: what `blocks` is made of."""
