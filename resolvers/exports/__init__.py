"""What can be taken out: lists and answers as tables and as graphs, for exactly what the viewer may see."""
