import { platform } from '../../src/kernel/authz/actor';
import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';
import { rows } from './sample-rows';

let w: World;
let organization: OrganizationCard;
let administrator: Somebody;
beforeAll(async () => {
  w = await World.open();
  organization = await givenOrganization(w);
  administrator = await staff(w, { role: 'service-administrator', area: '650000000000' });
  await givenItem(w, { basicCode: '000123901000', name: '示例场所卫生许可' });
  await givenItem(w, { basicCode: '000723902000', name: '示例身份确认', acceptanceConditions: '本人申请。', materials: [] });
  await givenItem(w, { basicCode: '000123903000', name: '示例检验许可', fees: { charged: true } });
});
afterAll(() => w.close());

const { regulatingOrganization, form, windows, remedies, phones } = guideContent();
const common = { regulatingOrganization, form, windows, remedies, phones };
const body = (some: object[]) => ({
  organizationId: organization.id,
  level: '4',
  approvedUnder: '示例〔2026〕1号',
  common,
  rows: some,
});
const send = (some: object[]) => administrator.agent.post('/v1/implementations/imports', body(some));

test('implementation/I12: ten sample rows: each becomes a published guide, or is refused by named rules naming every field', async () => {
  const { body: report } = await send(rows).expect(200);
  const told = report.rows.map(
    ({ row, outcome, problems }: { row: number; outcome: string; problems: { pointer: string; rule: string }[] }) => [
      ...[row, outcome],
      ...problems.map(({ pointer, rule }) => `${pointer} ${rule}`),
    ],
  );
  expect(told).toEqual([
    [1, 'published'],
    [2, 'published'],
    [3, 'refused', '/catalog_code implementation/I1'],
    [4, 'refused', '/handle_flow implementation/I4'],
    [5, 'refused', '/materials/0 implementation/I1', '/materials/0/by_law implementation/I6'],
    [6, 'refused', '/promise_day implementation/I3'],
    [7, 'refused', '/fees/0 implementation/I5'],
    [8, 'refused', '/handle_type implementation/I12', '/is_fee implementation/I12'],
    [9, 'refused', '/task_name implementation/I1', '/anticipate_day implementation/I1', '/anticipate_day implementation/I14'],
    [10, 'refused', '/unheard_of implementation/I12', '/materials implementation/I12'],
  ]);
  expect(report).toMatchObject({ published: 2, refused: 8 });
  expect(report.rows[0].code).toBe(`${organization.uscc}400012390100001`);
  const guide = await w.as().get(`/v1/guides/${report.rows[0].code}`).expect(200);
  expect(guide.body.guide).toMatchObject({
    ...{ name: '示例场所卫生许可（新办）', promisedLimit: { days: 10, unit: 'working-day' }, channels: ['online', 'window'] },
    steps: [{ name: '受理' }, { name: '审查' }, { name: '办结' }],
  });
});

test('implementation/I12: a refused row leaves nothing, the importer and the approving document stay in history', async () => {
  const left = await w.rows(`select state, latest_number as n from implementation.implementation where organization_id = $1`, [
    organization.id,
  ]);
  expect(left).toEqual([
    { state: 'published', n: 1 },
    { state: 'published', n: 1 },
  ]);
  const history = await w.rows(
    `select act, actor_id as "actorId", note from kernel.history where subject_kind = 'implementation.implementation'`,
  );
  expect(history[0]).toMatchObject({ act: 'take', actorId: administrator.id, note: { approvedUnder: '示例〔2026〕1号' } });
  const origins = await w.rows('select distinct origin from implementation.guide_version');
  expect(origins).toEqual([{ origin: 'import' }]);
});

test('implementation/I12: the same rows again change nothing, a changed one is the next version', async () => {
  const [first] = rows as [Record<string, unknown>];
  const again = await send([first]).expect(200);
  expect(again.body.rows[0].outcome).toBe('published');
  const code: string = again.body.rows[0].code;
  expect((await w.get(ImplementationFacade).offer(code))!.versionNumber).toBe(1);
  await send([{ ...first, promise_day: 8 }]).expect(200);
  expect(await w.get(ImplementationFacade).offer(code)).toMatchObject({
    versionNumber: 2,
    guide: { promisedLimit: { days: 8 } },
  });
});

test('implementation/I8: who edits for the organization does not import for it, and only the administration of its area does', async () => {
  const both = await staff(w, { role: 'service-administrator' }, { role: 'implementation-editor', unit: organization.id });
  const refused = await both.agent.post('/v1/implementations/imports', body(rows)).expect(403);
  expect(refused.body).toMatchObject({ code: 'implementation.importer-edits', rule: 'implementation/I8' });
  const elsewhere = await staff(w, { role: 'service-administrator', area: '654200000000' });
  await elsewhere.agent.post('/v1/implementations/imports', body(rows)).expect(403);
});

test('implementation/I1: the platform itself publishes nothing that a rule refuses', async () => {
  const list = {
    organizationId: organization.id,
    basicCode: '000123901000',
    level: '4' as const,
    variantNumber: 9,
    content: {},
    approvedUnder: 'x',
  };
  await expect(w.get(ImplementationFacade).publish(platform('test'), list)).rejects.toThrow('implementation.');
});
