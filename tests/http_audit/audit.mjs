// Audits the GraphQL endpoint at the address given, and prints one JSON object for each check: id, name, status, reason.
import { auditServer } from "graphql-http";

for (const { id, name, status, reason } of await auditServer({ url: process.argv[2] })) {
  console.log(JSON.stringify({ id, name, status, reason: reason ?? null }));
}
