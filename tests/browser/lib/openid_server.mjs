// A provider of identity as it comes from its makers (oidc-provider), in a process of its own, with a small layer in front that
// misbehaves on request. Started by openid.mjs; the first line it prints is its address.
//
//   POST /__mode   the body is a word: what to do wrong from now on; nothing means to be good
import { createServer } from 'node:http';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

// The town lives on a day of its own, and so does its provider.
const real = Date.now.bind(Date);
const ahead = Number(process.env.OPENID_AHEAD ?? 0);
Date.now = () => real() + ahead;
const { default: Provider } = await import('oidc-provider');

const { redirects, people } = JSON.parse(process.env.OPENID_SETTINGS);
const LEVEL = 'https://www.spid.gov.it/SpidL2';
let mode = '', lastCode = '';

async function key(kid) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const told = { kid, use: 'sig', alg: 'RS256' };
  return { kid, privateKey, full: { ...await exportJWK(privateKey), ...told }, open: { ...await exportJWK(publicKey), ...told } };
}
const [first, second, forged] = [await key('one'), await key('two'), await key('one')];

const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const CLAIMS = ['name', 'given_name', 'family_name', 'birthdate', 'fiscal_number', 'https://attributes.eid.gov.it/fiscal_number'];
const provider = new Provider(issuer, {
  clients: [{ client_id: 'town', client_secret: 'un segreto lungo abbastanza', redirect_uris: redirects, grant_types: ['authorization_code'], response_types: ['code'] }],
  jwks: { keys: [first.full] },
  cookies: { keys: ['only for tests'] },
  acrValues: ['https://www.spid.gov.it/SpidL1', LEVEL],
  scopes: ['openid', 'profile', 'email', 'address'],
  claims: { openid: ['sub'], profile: CLAIMS, email: ['email', 'email_verified'], address: ['address'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc;
    const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid profile email address');
    await grant.save();
    return grant;
  },
});

/** The same token with other claims, signed by a key. */
function changed(token, claims, by = first) {
  const payload = { ...JSON.parse(Buffer.from(token.split('.')[1], 'base64url')), ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: by.kid, typ: 'JWT' }).sign(by.privateKey);
}

const now = () => Math.floor(Date.now() / 1000);
const WRONG = {
  nonce: (token) => changed(token, { nonce: 'another question' }),
  issuer: (token) => changed(token, { iss: 'http://127.0.0.1:1' }),
  audience: (token) => changed(token, { aud: 'another site' }),
  expired: (token) => changed(token, { iat: now() - 700, exp: now() - 61 }),
  late: (token) => changed(token, { iat: now() - 700, exp: now() - 30 }), // within the minute that clocks may differ
  future: (token) => changed(token, { iat: now() + 300, exp: now() + 900 }),
  forged: (token) => changed(token, {}, forged),
  unsigned: (token) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`,
  level: (token) => changed(token, { acr: 'https://www.spid.gov.it/SpidL1' }),
  stale: (token) => changed(token, { auth_time: now() - 3600 }),
  rotated: (token) => changed(token, {}, second),
};

provider.use(async (ctx, next) => {
  if (mode === 'down' && ctx.path === '/token') {
    ctx.status = 503;
    return;
  }
  await next();
  if (ctx.path === '/jwks' && mode === 'rotated') ctx.body = { keys: [second.open] };
  if (ctx.path === '/token' && ctx.body?.id_token) {
    if (WRONG[mode]) ctx.body = { ...ctx.body, id_token: await WRONG[mode](ctx.body.id_token) };
  }
  const location = ctx.response.get('location') ?? '';
  if (location.includes('code=') || location.includes('iss=')) {
    const url = new URL(location);
    if (mode === 'mixed') url.searchParams.set('iss', 'http://127.0.0.1:1');
    if (mode === 'silent') url.searchParams.delete('iss');
    if (mode === 'replayed') url.searchParams.set('code', lastCode);
    else lastCode = url.searchParams.get('code') ?? lastCode;
    ctx.redirect(url.href);
  }
});

const read = async (request) => {
  let body = '';
  for await (const piece of request) body += piece;
  return body;
};

const PAGE = `<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><title>Fornitore di prova</title><link rel="icon" href="data:,"></head><body><main>
<h1>Fornitore di prova</h1><form method="post"><label for="login">Chi sei?</label> <input id="login" name="login"> <button name="do" value="go">Entra</button>
<button name="do" value="stop">Annulla</button></form></main></body></html>`;

async function interact(request, response) {
  if (request.method === 'GET') {
    await provider.interactionDetails(request, response);
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  }
  const form = new URLSearchParams(await read(request));
  const result = form.get('do') === 'stop'
    ? { error: 'access_denied', error_description: 'changed their mind' }
    : { login: { accountId: form.get('login'), acr: LEVEL } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

server.on('request', async (request, response) => {
  try {
    if (request.url === '/__mode') {
      mode = await read(request);
      return response.end();
    }
    if (request.url.startsWith('/interaction/')) return await interact(request, response);
    return await provider.callback()(request, response);
  } catch (error) {
    console.error(error);
    return response.writeHead(500).end(String(error));
  }
});
console.log(`ready ${issuer}`);
