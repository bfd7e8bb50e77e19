import type { KoaContextWithOIDC } from 'oidc-provider';
import { basePolicy, Check } from './library';

export const session = { idleSeconds: 30 * 60, absoluteSeconds: 12 * 60 * 60 };

const justSignedIn = ({ oidc }: KoaContextWithOIDC): boolean => Boolean(oidc.result?.login);

/** When the sign-in page is shown. Every client with a sign-in is first-party: consent is never asked for. */
export function signInPolicy() {
  const policy = basePolicy();
  policy.remove('consent');
  const { checks } = policy.get('login')!;
  checks.add(
    new Check('account_gone', 'the account is gone or disabled', ({ oidc }) => Boolean(oidc.session?.accountId) && !oidc.account),
  );
  checks.add(
    new Check(
      'session_too_old',
      'the session has lasted too long',
      (ctx) => Boolean(ctx.oidc.session?.accountId && ctx.oidc.session.past(session.absoluteSeconds)) && !justSignedIn(ctx),
    ),
  );
  // RFC 8252 section 8.6: another program can pose as a native client, so a session alone never lets one in.
  checks.add(
    new Check(
      'native_client',
      'native clients need a sign-in',
      (ctx) => ctx.oidc.client?.applicationType === 'native' && !justSignedIn(ctx),
    ),
  );
  return policy;
}
