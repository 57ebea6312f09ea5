"""The network: its vocabulary, its stores, and the questions it answers. Knows nothing of GraphQL or HTTP."""
