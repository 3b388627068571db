"""Bytes to text, whatever encoding they are in and however they were garbled."""
