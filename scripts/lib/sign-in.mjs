import { createHash, randomBytes } from 'node:crypto';

/** The one password of the demo region's accounts. They exist nowhere else. */
export const DEMO_PASSWORD = 'tongban-demo';
const CLIENT = 'command-line';
const CALLBACK = 'http://127.0.0.1:7777/callback';

/**
 * An access token for a sign-in name, got as a browser gets it: authorization code with PKCE (RFC 7636) through the sign-in page.
 * @param {string} baseUrl address of the platform
 * @param {string} signInName
 * @param {string} password
 */
export async function tokenFor(baseUrl, signInName, password = DEMO_PASSWORD) {
  const cookies = new Map();
  const open = async (url, form) => {
    const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: sent },
      redirect: 'manual',
    };
    const answer = await fetch(url, init);
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s);
      cookies.set(name, value);
    }
    return { answer, location: answer.headers.get('location') };
  };
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: CALLBACK,
    scope: 'openid api',
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const { location: page } = await open(`${baseUrl}/oidc/auth?${query}`);
  if (!page) throw new Error(`${baseUrl}/oidc/auth does not lead to a sign-in page`);
  const { answer, location: resume } = await open(new URL(page, baseUrl), { signInName, password });
  if (!resume) throw new Error(`sign-in as ${signInName} was refused (${answer.status})`);
  const { location: callback } = await open(new URL(resume, baseUrl));
  const code = new URL(callback).searchParams.get('code');
  const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, client_id: CLIENT, code_verifier: verifier };
  const token = await fetch(`${baseUrl}/oidc/token`, { method: 'POST', body: new URLSearchParams(form) });
  if (!token.ok) throw new Error(`the token was refused (${token.status}): ${await token.text()}`);
  return (await token.json()).access_token;
}
