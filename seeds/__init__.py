"""What the network starts from: the taxonomy, the synonyms, the demo network, and the readers of public registers."""

from seeds.supplied import FileLine, demo_lines, synonyms, taxonomy_lines

__all__ = ["FileLine", "demo_lines", "synonyms", "taxonomy_lines"]
