"""Mutations: what the viewer wants, checked against what they may see and change, written as one change set each."""
