// A provider with these settings, as one JSON object in the first argument:
//   port      where it listens, on the loopback
//   keys      the private keys that it signs with, the first before the others
//   accounts  claims by account; whoever signs in types the account's name
//   programs  roles by client that may have access tokens for `audience` by itself
//   client    the client that people sign in at
//   ways      in which clients may show who they are; null: all
// Says "ready" when it answers, and ends when its input does.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const { port, keys, accounts, programs, audience, client, ways } = JSON.parse(process.argv[2]);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  jwks: { keys },
  cookies: { keys: ["a test"] },
  clients: [
    client,
    ...Object.keys(programs).map((name) => ({
      client_id: name,
      client_secret: "secret of a program",
      grant_types: ["client_credentials"],
      redirect_uris: [],
      response_types: [],
    })),
  ],
  ...(ways && { clientAuthMethods: ways }),
  clientDefaults: { id_token_signed_response_alg: keys[0].alg },
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified"],
    profile: ["name", "preferred_username"],
    roles: ["roles"],
  },
  scopes: ["openid", "roles"],
  findAccount: (_, id) =>
    accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
  pkce: { required: () => true },
  extraTokenClaims: (_, token) => ({ roles: programs[token.clientId] }),
  features: {
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx) => (ctx.oidc.client?.grantTypeAllowed("client_credentials") ? audience : undefined),
      getResourceServerInfo: () => ({
        scope: "",
        audience,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: keys[0].alg } },
      }),
    },
  },
});

// What no real provider says, for whoever has a `userinfo` that is somebody else's.
provider.use(async (ctx, next) => {
  await next();
  if (ctx.oidc?.route === "userinfo") Object.assign(ctx.body, accounts[ctx.oidc.account?.accountId]?.userinfo);
});

const server = createServer(provider.callback());
server.listen(port, "127.0.0.1", () => process.stdout.write("ready\n"));
process.stdin.on("end", () => process.exit()).resume();
