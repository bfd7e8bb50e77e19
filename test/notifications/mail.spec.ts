import { setTimeout as sleep } from 'node:timers/promises';
import { platform } from '../../src/kernel/authz/actor';
import { Deliveries } from '../../src/kernel/events/deliveries';
import { uuidv7 } from '../../src/kernel/persistence/uuid';
import { NotificationsFacade } from '../../src/modules/notifications/notifications.facade';
import { person, type Somebody } from '../kit/actors';
import { MailSink } from '../kit/mail-sink';
import { World } from '../kit/world';

let sink: MailSink;
let w: World;
beforeAll(async () => {
  sink = await MailSink.open();
  w = await World.open({ SMTP_URL: sink.url, MAIL_FROM: 'notice@tongban.example' });
});
beforeEach(() => (sink.mails.length = 0));
afterAll(async () => {
  await w.close();
  await sink.close();
});

const words = { zh: { title: '受理通知', body: '您的申请已受理。' }, en: { title: 'Accepted', body: 'It has been accepted.' } };

async function tell(partyId: string): Promise<void> {
  const id = uuidv7();
  await w.get(NotificationsFacade).tell(platform('test'), { partyId, about: { kind: 'test.case', id }, key: id, words });
}

const newest = async ({ agent }: Somebody) => (await agent.get('/v1/me/inbox').expect(200)).body.items[0];

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ; await sleep(50)) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`not within 20 s: ${JSON.stringify(value)}`);
  }
}

test('notifications/N1: a person with a mail address gets a mail as well, and the delivery is on record', async () => {
  const told = await person(w, { email: 'reader@example.com', language: 'en' });
  await tell(told.id);
  await w.settle();
  const message = await newest(told);
  expect(sink.mails).toEqual([
    {
      to: ['reader@example.com'],
      messageId: `<${message.id}@tongban.example>`,
      raw: expect.stringContaining('It has been accepted.'),
    },
  ]);
  expect(sink.mails[0]!.raw).toMatch(/^Subject: Accepted\r$/m);
  expect(message.dispatches).toEqual([{ channel: 'mail', state: 'sent', attempts: 1, sentAt: expect.any(String) }]);
});

test('notifications/N1: without an address the inbox is all there is', async () => {
  const told = await person(w);
  await tell(told.id);
  await w.settle();
  expect((await newest(told)).dispatches).toEqual([{ channel: 'mail', state: 'no-address', attempts: 0 }]);
  expect(sink.mails).toEqual([]);
});

test('notifications/N1: a mail that the server puts off is tried again and arrives once', async () => {
  const told = await person(w, { email: 'later@example.com' });
  sink.answers.push('451 try again later');
  await tell(told.id);
  const message = await until(
    () => newest(told),
    ({ dispatches }) => dispatches[0].state === 'sent',
  );
  expect(message.dispatches[0].attempts).toBe(2);
  expect(sink.mails).toHaveLength(1);
});

test('notifications/N1: a mail that the server refuses for good is not tried again, and nothing on record holds the address', async () => {
  const told = await person(w, { email: 'nobody@example.com' });
  sink.answers.push('550 no such user <nobody@example.com>');
  await tell(told.id);
  await w.settle();
  expect((await newest(told)).dispatches).toEqual([{ channel: 'mail', state: 'refused', attempts: 1 }]);
  const kept = await w.rows(
    'select d::text, (select string_agg(h.note::text, chr(10)) from kernel.history h) from notifications.dispatch d',
  );
  expect(JSON.stringify(kept)).not.toContain('@example.com');
});

test('notifications/N1: a delivery that is carried out a second time sends nothing', async () => {
  const told = await person(w, { email: 'once@example.com' });
  await tell(told.id);
  await w.settle();
  const { id } = await newest(told);
  const [delivery] = await w.rows<{ fact_id: string }>(
    `update kernel.delivery set state = 'due' where listener = 'notifications.mail'
       and fact_id = (select id from kernel.fact where subject_id = $1) returning fact_id`,
    [id],
  );
  await w.get(Deliveries).deliver({ factId: delivery!.fact_id, listener: 'notifications.mail' });
  await w.settle();
  expect(sink.mails).toHaveLength(1);
  expect((await newest(told)).dispatches[0].attempts).toBe(1);
});
