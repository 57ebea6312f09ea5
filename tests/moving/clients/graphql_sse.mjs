// The client of the protocol's own authors: says what it hears, a line each. node graphql_sse.mjs ADDRESS DOCUMENT
import { createClient } from 'graphql-sse';

const [, , url, query] = process.argv;
const say = (word, value = null) => console.log(JSON.stringify([word, value]));
const client = createClient({ url, retryAttempts: 0, on: { connected: () => say('connected') } });
client.subscribe(
  { query },
  {
    next: (result) => say('next', result),
    error: (error) => say('error', error.response?.status ?? String(error)),
    complete: () => say('complete'),
  },
);
