import { platform } from '../../src/kernel/authz/actor';
import { JobQueue } from '../../src/kernel/jobs/queue';
import { IdentityFacade } from '../../src/modules/identity/identity.facade';
import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import { newIdNumber, person, type Somebody } from '../kit/actors';
import { eventually } from '../kit/given-calendar';
import { application, type Desk, givenCase, givenDesk, statement } from '../kit/given-case';
import { MailSink } from '../kit/mail-sink';
import { World } from '../kit/world';

// What tells who somebody is, and what they wrote: sealed wherever it is kept, and nowhere in logs and queues.
const TYPE = '11100000000013338W001';
const idNumber = newIdNumber();
const who = { name: '示例阿依努尔', idNumber, email: 'ayinur.shili@example.org', phone: '13999000017' };
const written = ['示例隐私场所', '示例隐私陈述', '示例隐私缺陷', '示例隐私意见', '示例隐私理由'];
const secrets = [...Object.values(who), ...written];

let sink: MailSink;
let w: World;
let desk: Desk;
const logged: string[] = [];
const queued: object[] = [];
beforeAll(async () => {
  sink = await MailSink.open();
  w = await World.open({ SMTP_URL: sink.url });
  const log = (...what: unknown[]) => logged.push(what.map((one) => (one instanceof Error ? one.stack : String(one))).join(' '));
  w.app.useLogger({ log, error: log, warn: log, debug: log, verbose: log, fatal: log });
  const queue = w.get(JobQueue);
  const wake = queue.wake.bind(queue);
  queue.wake = (jobs) => {
    queued.push(...jobs);
    return wake(jobs);
  };
  await w.get(LicencesFacade).publishType(platform('test'), {
    ...{ typeCode: TYPE, name: '示例卫生许可证', selectivelyDisclosable: [], oneValidPerHolder: false, template: 'plain' },
    metadata: { type: 'object', properties: { placeName: { type: 'string' } }, additionalProperties: false },
  });
  const result = { kind: 'licence' as const, name: '示例卫生许可证', certificateType: TYPE, fields: ['placeName'] };
  const given = await givenDesk(w, { overrides: { result } });
  await w.get(IdentityFacade).registerPerson(platform('test'), who);
  desk = { ...given, applicant: await person(w, who) };
});
afterAll(async () => {
  await w.close();
  await sink.close();
});

const form = { placeName: written[0] };
const materials = [statement('M01', written[1]), statement('M02', written[1])];
const post = (by: Somebody, id: string, act: string, body: object) => by.agent.post(`/v1/cases/${id}/${act}`, body);

/** From the submission to the rating, with a notice, a procedure, an opinion and a refusal on the way. */
async function wholeJob(): Promise<void> {
  const { applicant, clerk, officer } = desk;
  sink.answers.push('550 nobody of that name', '450 later');
  const { id } = await givenCase(desk, 'submitted', { form, materials });
  await post(clerk, id, 'supplement-requests', { points: [{ material: 'M02', problem: written[2] }] }).expect(200);
  await post(applicant, id, 'supplements', { materials: [materials[1]] }).expect(200);
  await post(clerk, id, 'acceptance', {}).expect(200);
  const begun = await post(officer, id, 'special-procedures', { kind: 'publication', reason: written[4] }).expect(201);
  const { procedureId } = begun.body as { procedureId: string };
  await post(officer, id, 'opinions', { step: 'S2', conclusion: 'pass', text: written[3] }).expect(200);
  await post(officer, id, 'decision', { granted: true }).expect(422);
  await post(officer, id, `special-procedures/${procedureId}/end`, { result: written[4] }).expect(200);
  await post(officer, id, 'decision', { granted: true }).expect(200);
  await post(clerk, id, 'delivery', { method: 'window', note: who.name }).expect(200);
  const other = await givenCase(desk, 'submitted', { form, materials });
  await post(clerk, other.id, 'refusal', { kind: 'refused', reasons: [written[4]] }).expect(200);
  await givenCase(desk, 'draft', { form, materials });
  // The mail that was put off is tried again.
  await eventually(() => w.settle());
}

/** Requests that are refused while they carry what is secret. */
async function badRequests(): Promise<void> {
  const { applicant, clerk } = desk;
  const wrong = application(desk, { submit: true, form: { ...form, [who.idNumber]: who.phone }, materials });
  await applicant.agent.post('/v1/cases', wrong).expect(422);
  await clerk.agent.get(`/v1/cases?state=${who.idNumber}`).expect(400);
  await clerk.agent.get(`/v1/persons/${who.idNumber}`).expect(404);
  await clerk.agent
    .get(`/v1/cases?cursor=${Buffer.from(JSON.stringify([who.idNumber, who.idNumber])).toString('base64url')}`)
    .expect(400);
  await w.as(who.idNumber).get('/v1/cases').expect(401);
}

/** Tables of every module, of the kernel and of the queue whose rows hold one of these words. */
async function tablesWith(words: string[]): Promise<string[]> {
  const tables = await w.rows<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await w.rows<{ text: string }>(
      `select t::text as text from ${name} t where t::text like any(select '%' || word || '%' from unnest($1::text[]) word) limit 1`,
      [words],
    );
    if (row) found.push(`${name}: ${row.text}`);
  }
  return found;
}

test('no table, log line or job holds in clear who applied or what they wrote', async () => {
  await wholeJob();
  await badRequests();
  await w.settle();
  expect(sink.mails.length).toBeGreaterThan(3);
  expect(queued.length).toBeGreaterThan(10);
  expect(logged.length).toBeGreaterThan(0);
  // What is public is found, so that what is not found is not there.
  expect(await tablesWith([desk.guide.organization.name])).not.toEqual([]);
  expect(await tablesWith(secrets)).toEqual([]);
  for (const secret of secrets) {
    expect(JSON.stringify(queued)).not.toContain(secret);
    expect(logged.join('\n')).not.toContain(secret);
  }
});
