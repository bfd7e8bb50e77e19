import { inPerson } from '../../../kernel/authz/actor';
import { noOne, policy, type Rule } from '../../../kernel/authz/policy';
import type { Message } from './message.entity';
import type { MessageAct } from './message.lifecycle';

/**
 * Whose inboxes somebody opens: their own, and those of the legal persons whose legal representative they are. What was told to a
 * party in person, such as the code of a rating invitation (ratings/R2), is not told to an agent: an authority is for acting in the
 * party's matters (《民法典》第一百六十二条), and an agent follows those in the cases themselves.
 */
export const inboxesOf = inPerson;

const addressee: Rule<Message> = {
  test: ({ partyId }, by) => by.kind === 'platform' || inboxesOf(by).includes(partyId),
  where: (by, bind) => (by.kind === 'platform' ? 'true' : `t.party_id::text = any(${bind(inboxesOf(by))}::text[])`),
};

export const messagePolicy = policy<Message, MessageAct>({
  see: addressee,
  may: { read: addressee, send: noOne },
});
