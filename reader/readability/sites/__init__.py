"""What somebody knows of one site, from a short file."""
