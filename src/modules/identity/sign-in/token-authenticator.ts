import { Injectable } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import { Authenticator } from '../../../kernel/authz/door.guard';
import { refuse } from '../../../kernel/http/kernel.errors';
import { Authorities } from '../authority/authority.store';
import { TokenError, type VerifiedToken } from '../issuer/token-verifier';
import { refuse as refuseToken } from '../identity.errors';
import { Partners } from '../partner/partner.store';
import { StaffStore } from '../staff/staff.store';
import { Accounts } from './account.store';
import { KnownActors } from './known-actors';
import { SCOPE, SignIn } from './sign-in';

/** Bearer tokens to actors: the token says who, the database says what they may do today. */
@Injectable()
export class TokenAuthenticator implements Authenticator {
  constructor(
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
    private readonly staff: StaffStore,
    private readonly partners: Partners,
    private readonly authorities: Authorities,
    private readonly known: KnownActors,
  ) {}

  async actorOf(bearer: string): Promise<Actor> {
    const token = await this.signIn.verifier.verify(bearer).catch((error: unknown) => {
      if (error instanceof TokenError && error.fault === 'unavailable')
        throw refuse('unavailable', { headers: { 'retry-after': '5' } });
      throw unknown();
    });
    // A token that was asked for signing in alone opens nothing here (RFC 6750 section 3.1).
    if (token.issuer === this.signIn.issuerUrl && !token.scope.includes(SCOPE))
      throw refuseToken('scope-missing', {
        headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${SCOPE}"` },
      });
    const key = `${token.issuer} ${token.sub}`;
    const known = this.known.get(key);
    if (known) return known;
    const actor = await this.read(token);
    if (!actor) throw unknown();
    return this.known.put(key, actor);
  }

  private async read({ sub, kind, clientId, issuer }: VerifiedToken): Promise<Actor | undefined> {
    if (kind === 'partner') {
      const partner = await this.partners.byClientId(clientId);
      return partner && { kind, id: partner.id, parties: [], grants: [{ role: 'partner-system', unit: partner.organizationId }] };
    }
    const id = issuer === this.signIn.issuerUrl ? sub : await this.accounts.ownerOf(issuer, sub);
    const account = id ? await this.accounts.find(id) : undefined;
    if (!account || account.kind !== kind) return undefined;
    if (kind === 'staff') {
      const staff = await this.staff.see(platform('sign-in'), account.accountId);
      return { kind, id: staff.id, parties: [], grants: staff.grants };
    }
    const authorities = await this.authorities.usableBy(account.accountId);
    const represented = authorities.filter(({ ground }) => ground === 'legal-representative');
    return {
      kind,
      id: account.accountId,
      parties: [account.accountId, ...authorities.map(({ partyId }) => partyId)],
      represents: represented.map(({ partyId }) => partyId),
      grants: [],
    };
  }
}

const unknown = () => refuse('not-signed-in', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
