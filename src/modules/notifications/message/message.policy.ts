import type { Actor } from '../../../kernel/authz/actor';
import { noOne, policy, type Rule } from '../../../kernel/authz/policy';
import type { Message } from './message.entity';
import type { MessageAct } from './message.lifecycle';

/** Whose inboxes somebody opens: their own, and those of the parties they speak for. */
export const inboxesOf = (by: Actor): string[] => [...new Set([by.id, ...by.parties])];

const addressee: Rule<Message> = {
  test: ({ partyId }, by) => by.kind === 'platform' || inboxesOf(by).includes(partyId),
  where: (by, bind) => (by.kind === 'platform' ? 'true' : `t.party_id::text = any(${bind(inboxesOf(by))}::text[])`),
};

export const messagePolicy = policy<Message, MessageAct>({
  see: addressee,
  may: { read: addressee, send: noOne },
});
