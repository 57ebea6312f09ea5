"""What the network shows: who holds it together, what breaks when somebody leaves, who should meet whom."""
