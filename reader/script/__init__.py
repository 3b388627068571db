"""From the story to what is said: the order, the announcements, and words for the ear."""
