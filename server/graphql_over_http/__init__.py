"""GraphQL over HTTP, to the letter of its specification (https://graphql.github.io/graphql-over-http/draft/)."""

from .endpoint import GraphQLEndpoint

__all__ = ["GraphQLEndpoint"]
