import { platform } from '../../src/kernel/authz/actor';
import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import { statements } from '../../src/kernel/persistence/db';
import { application, type Desk, givenCase, givenDesk } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
  // The first of each kind fills what is kept in memory: guides, schemas, who is who.
  await givenCase(desk, 'completed');
});
afterAll(() => w.close());

/** Statements of this request alone: listeners have come to rest, ticks are told apart by repeating. */
async function counted(act: () => Promise<unknown>, rounds = 3): Promise<number> {
  await w.settle();
  const counts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = statements.count;
    await act();
    counts.push(statements.count - before);
    await w.settle();
  }
  return Math.min(...counts);
}

// With begin, commit, the key's claim and answer, and the relay's look for facts after the commit. Acceptance and decision look at the
// case once more beforehand: its item may have come down to a township (directory/D5);
// acceptance asks which version is in force, for what it asks no more (implementation/I9).
const MOST = { submit: 11, accept: 13, decide: 13, read: 1, list: 1 };
const WITH_LICENCE = 6;
const TYPE = '11100000000013338W001';

test('the hot acts and reads take no more statements than this', async () => {
  const cases = { accept: [] as string[], decide: [] as string[] };
  for (let n = 0; n < 3; n++) {
    cases.accept.push((await givenCase(desk)).id);
    cases.decide.push((await givenCase(desk, 'accepted')).id);
  }
  const { applicant, clerk, officer } = desk;
  const found = {
    submit: await counted(() => applicant.agent.post('/v1/cases', application(desk, { submit: true })).expect(201)),
    accept: await counted(() => clerk.agent.post(`/v1/cases/${cases.accept.pop()}/acceptance`).expect(200)),
    decide: await counted(() => officer.agent.post(`/v1/cases/${cases.decide.pop()}/decision`, { granted: true }).expect(200)),
    read: 0,
    list: 0,
  };
  const { id } = await givenCase(desk, 'accepted');
  found.read = await counted(() => clerk.agent.get(`/v1/cases/${id}`).expect(200), 10);
  found.list = await counted(() => clerk.agent.get('/v1/cases').expect(200), 10);
  const grown = Object.entries(found).filter(([act, count]) => count > MOST[act as keyof typeof MOST]);
  expect(grown).toEqual([]);
});

test('a decision that issues a certificate takes six statements more', async () => {
  await w.get(LicencesFacade).publishType(platform('test'), {
    ...{ typeCode: TYPE, name: '示例卫生许可证', selectivelyDisclosable: [], oneValidPerHolder: false, template: 'plain' },
    metadata: { type: 'object', properties: { placeName: { type: 'string' } }, additionalProperties: false },
  });
  const result = {
    kind: 'licence' as const,
    name: '示例卫生许可证',
    certificateType: TYPE,
    validityMonths: 48,
    fields: ['placeName'],
  };
  const own = await givenDesk(w, { overrides: { result } });
  await givenCase(own, 'completed');
  const cases = [await givenCase(own, 'accepted'), await givenCase(own, 'accepted'), await givenCase(own, 'accepted')];
  const decide = () => own.officer.agent.post(`/v1/cases/${cases.pop()!.id}/decision`, { granted: true }).expect(200);
  expect(await counted(decide)).toBeLessThanOrEqual(MOST.decide + WITH_LICENCE);
});
