"""Tests of the engine: what a training does, with tiny networks and a few steps."""
