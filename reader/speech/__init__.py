"""From utterances to sound, and the listener's place in it."""
