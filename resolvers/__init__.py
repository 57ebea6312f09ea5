"""How a field is answered from the network that its viewer may see."""
