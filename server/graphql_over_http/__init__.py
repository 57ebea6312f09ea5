"""GraphQL over HTTP, to the letter of its specification (https://graphql.github.io/graphql-over-http/draft/), and over
server-sent events for subscriptions."""

from .endpoint import GraphQLEndpoint
from .listeners import Listeners
from .turns import Turns

__all__ = ["GraphQLEndpoint", "Listeners", "Turns"]
