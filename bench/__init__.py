"""Benchmarks: each prints ratios against something run side by side with it."""
