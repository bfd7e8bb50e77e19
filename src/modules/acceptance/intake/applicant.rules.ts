import type { Actor } from '../../../kernel/authz/actor';
import type { Holder } from '../../identity/identity.facade';
import { refuse } from '../acceptance.errors';
import type { Channel } from '../case/case.rules';

const BY_ONESELF: Channel[] = ['online', 'mobile'];

/** acceptance/A16: the channel tells who entered the case. What came over the counter or by post was entered by the organization. */
export function mustBeChannelOf(by: Actor, channel: Channel): void {
  if (by.kind !== 'person' || BY_ONESELF.includes(channel)) return;
  const errors = [{ pointer: '/channel', code: 'one-of', detail: `one of ${BY_ONESELF.join(', ')}` }];
  throw refuse('channel-of-the-organization', { values: { channel }, errors });
}

/** How an applicant is shown on work lists: an organization by name, a person as 张* or 李*敏 (P3). */
export function shown({ name, identifierKind }: Holder): string {
  if (identifierKind === '001') return name;
  const letters = [...name];
  if (letters.length < 2) return '*';
  return letters.length === 2 ? `${letters[0]}*` : `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}
