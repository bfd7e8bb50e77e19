import type { Actor, Grant } from '../../src/kernel/authz/actor';
import { uuidv7 } from '../../src/kernel/persistence/uuid';
import type { World } from './world';
import type { Agent } from './agent';

export interface Somebody {
  id: string;
  agent: Agent;
}

/** A member of staff with these roles. */
export function staff(w: World, ...grants: Grant[]): Promise<Somebody> {
  return somebody(w, { kind: 'staff', id: uuidv7(), parties: [], grants });
}

/** A natural person who is signed in. */
export function person(w: World): Promise<Somebody> {
  const id = uuidv7();
  return somebody(w, { kind: 'person', id, parties: [id], grants: [] });
}

/** A partner system of an organization. */
export function partner(w: World, unit: string): Promise<Somebody> {
  return somebody(w, { kind: 'partner', id: uuidv7(), parties: [], grants: [{ role: 'partner-system', unit }] });
}

async function somebody(w: World, actor: Actor): Promise<Somebody> {
  return Promise.resolve({ id: actor.id, agent: w.as(Buffer.from(JSON.stringify(actor)).toString('base64url')) });
}
