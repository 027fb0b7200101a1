"""Tests of the network as data."""
