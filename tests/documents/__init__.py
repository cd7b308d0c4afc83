"""Tests of formal papers."""
