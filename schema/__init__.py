"""What the API says: the types, inputs and enumerations of GraphQL, and the fields that answer."""

from __future__ import annotations

from datetime import date

import strawberry
from strawberry.schema.config import StrawberryConfig

from schema.finished import finish
from schema.mutation import Mutation
from schema.nodes import kinds
from schema.query import Query
from schema.scalars import DATE
from schema.subscription import Subscription
from schema.uploads import UPLOAD, Uploaded

schema = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    types=kinds(),
    config=StrawberryConfig(disable_field_suggestions=True, scalar_map={date: DATE, Uploaded: UPLOAD}),
)
"""The schema that is served."""

finish(schema._schema)
