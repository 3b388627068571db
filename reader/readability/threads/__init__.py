"""Threads: stories of many posts, each signed and dated."""
