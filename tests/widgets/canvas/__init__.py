"""Tests of the node-graph editor."""
