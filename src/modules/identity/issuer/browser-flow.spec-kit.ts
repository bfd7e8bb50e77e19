import { createHash, randomBytes } from 'node:crypto';

/** Follows nothing by itself and keeps cookies by path, as a browser does. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const { pathname } = new URL(url);
    const sent = [...this.cookies.values()].filter(({ path }) => pathname.startsWith(path)).map(({ value }) => value);
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: sent.join('; '), accept: 'text/html', connection: 'close' },
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [value = '', ...attributes] = line.split('; ');
    const path = attributes.find((attribute) => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    const key = `${value.split('=')[0]} ${path}`;
    if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(key);
    else this.cookies.set(key, { value, path });
  }
}

export const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';

export interface FlowOptions {
  issuer: string;
  clientId: string;
  redirectUri: string;
  scope: string;
}

export interface Started {
  url: string;
  verifier: string;
}

/** RFC 7636 section 4. */
export function authorizationUrl(
  { issuer, clientId, redirectUri, scope }: FlowOptions,
  changes: Record<string, string> = {},
): Started {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return { url: `${issuer}/auth?${query.toString()}`, verifier };
}

/** To the sign-in page, through it, and back with the address the client is called at. */
export async function signIn(browser: Browser, started: Started, signInName: string, password: string): Promise<string> {
  const page = locationOf(await browser.open(started.url));
  const address = new URL(page, started.url).href;
  await browser.open(address);
  const resume = locationOf(await browser.open(address, { signInName, password }));
  return locationOf(await browser.open(resume));
}

export async function exchangeCode(options: FlowOptions, callback: string, verifier: string): Promise<Response> {
  return fetch(`${options.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(callback).searchParams.get('code') ?? '',
      redirect_uri: options.redirectUri,
      client_id: options.clientId,
      code_verifier: verifier,
    }),
  });
}
