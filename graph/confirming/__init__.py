"""Confirming: people are asked whether what the network says of them is still right, and answer.

`entry` is what they are shown, `answers` what comes of an answer, `asking` who was asked and what came of it, and
`due` whom to ask and whose contact details may not be kept much longer.
"""
