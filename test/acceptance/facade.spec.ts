import { type Actor, platform } from '../../src/kernel/authz/actor';
import { Tx } from '../../src/kernel/persistence/tx';
import { AcceptanceFacade, type Submission } from '../../src/modules/acceptance/acceptance.facade';
import { application, type Desk, givenCase, givenDesk } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desks: Desk[];
beforeAll(async () => {
  w = await World.open();
  desks = [await givenDesk(w), await givenDesk(w)];
});
afterAll(() => w.close());

const by: Actor = platform('bundles');
const of = (desk: Desk, more: object = {}) =>
  ({ ...application(desk), applicantId: desks[0]!.applicant.id, journeyRef: 'journey-1', ...more }) as unknown as Submission;

test('several cases are submitted in the caller’s transaction, and their facts carry the journey', async () => {
  const facade = w.get(AcceptanceFacade);
  const made = await w.get(Tx).run(async () => [await facade.submit(by, of(desks[0]!)), await facade.submit(by, of(desks[1]!))]);
  expect(made.map(({ state, journeyRef }) => [state, journeyRef])).toEqual(Array(2).fill(['submitted', 'journey-1']));
  expect(made[0]!.queryCode).toHaveLength(8);
  const cards = await facade.cases(made.map(({ id }) => id));
  expect(cards.map(({ caseNumber }) => caseNumber).sort()).toEqual(made.map(({ caseNumber }) => caseNumber).sort());
  const facts = await w.rows<{ payload: object }>(
    `select payload from kernel.fact where name = 'acceptance.case-submitted' and payload ->> 'journeyRef' = 'journey-1'`,
  );
  expect(facts).toHaveLength(2);
  expect(Object.keys(facts[0]!.payload).sort()).toEqual(['basicCode', 'caseId', 'journeyRef', 'organizationId']);
});

test('when one member is refused nothing of the others stays', async () => {
  const facade = w.get(AcceptanceFacade);
  const count = async () => (await w.rows<{ n: number }>('select count(*)::int as n from acceptance."case"'))[0]!.n;
  const before = await count();
  const both = w.get(Tx).run(async () => {
    await facade.submit(by, of(desks[0]!));
    await facade.submit(by, of(desks[1]!, { form: {} }));
  });
  await expect(both).rejects.toThrow('acceptance.form-invalid');
  expect(await count()).toBe(before);
});

test('completion is told once, with what ratings need and nothing of the person', async () => {
  const { id } = await givenCase(desks[0]!, 'completed');
  const facts = await w.rows<{ payload: object }>(
    `select payload from kernel.fact where name = 'acceptance.case-completed' and subject_id = $1`,
    [id],
  );
  const { guide } = desks[0]!;
  const about = { caseId: id, organizationId: guide.organization.id, basicCode: guide.guide.basicCode, journeyRef: null };
  expect(facts.map(({ payload }) => payload)).toEqual([about]);
});
