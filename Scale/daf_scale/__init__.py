"""Daf on many machines: each step a pure function of files, run by an engine that exists (docs/scale.md)."""
