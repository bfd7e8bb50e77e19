import { SignJWT, importJWK } from 'jose';
import { platform, type Grant } from '../../src/kernel/authz/actor';
import { IdentityFacade } from '../../src/modules/identity/identity.facade';
import { IssuerKeys } from '../../src/modules/identity/sign-in/issuer-keys.store';
import { AUDIENCE } from '../../src/modules/identity/sign-in/sign-in';
import type { Agent } from './agent';
import type { World } from './world';

export interface Somebody {
  id: string;
  agent: Agent;
}

const by = platform('test');
let serial = 0;

/** A member of staff with these roles; the unit of the first grant that names one is where they work. */
export async function staff(w: World, ...grants: Grant[]): Promise<Somebody> {
  const organizationId = grants.find(({ unit }) => unit)?.unit;
  const { id } = await w.get(IdentityFacade).registerStaff(by, { name: `职员${++serial}`, organizationId, grants });
  return { id, agent: w.as(await token(w, { sub: id, kind: 'staff' })) };
}

/** A natural person who is signed in. */
export async function person(
  w: World,
  facts: { name?: string; idNumber?: string; email?: string; language?: 'zh' | 'en' } = {},
): Promise<Somebody> {
  const { id } = await w.get(IdentityFacade).registerPerson(by, { name: '阿依古丽', idNumber: newIdNumber(), ...facts });
  return { id, agent: w.as(await token(w, { sub: id, kind: 'person' })) };
}

/** A partner system of an organization. */
export async function partner(w: World, unit: string): Promise<Somebody> {
  const { id, clientId } = await w.get(IdentityFacade).registerPartner(by, { name: '业务系统', organizationId: unit });
  return { id, agent: w.as(await token(w, { sub: clientId, client_id: clientId, kind: 'partner' })) };
}

/** A valid citizen identity number of nobody (GB 11643), another one each time. */
export function newIdNumber(): string {
  const body = `650102${1950 + (serial % 50)}0${1 + (serial % 9)}${10 + (serial % 19)}${String(++serial % 1000).padStart(3, '0')}`;
  return numberOf(body);
}

/** The seventeen digits with the check digit of GB 11643. */
export function numberOf(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11];
}

/** An access token as the issuer would sign it, with the issuer's own key: the specs of sign-in go the browser's way. */
export async function token(w: World, claims: Record<string, string>): Promise<string> {
  const [key] = await w.get(IssuerKeys).all();
  return new SignJWT({ client_id: 'swagger-console', scope: 'api', ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key!.kid, typ: 'at+jwt' })
    .setIssuer(`${w.config.publicUrl}/oidc`)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(key!, 'ES256'));
}
