import type { Actor, Grant } from '../../src/kernel/authz/actor';
import { nobody, platform } from '../../src/kernel/authz/actor';
import { Items } from '../../src/modules/catalog/item/item.store';
import { itemPolicy } from '../../src/modules/catalog/item/item.policy';
import { staff } from '../kit/actors';
import { draftElements, givenItem } from '../kit/given-item';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => {
  w = await World.open();
  await givenItem(w);
  const editor = await staff(w, { role: 'catalogue-editor' });
  await editor.agent.post('/v1/catalog/items', { basicCode: '650123900000', ...draftElements() }).expect(201);
});
afterAll(() => w.close());

const holding = (...grants: Grant[]): Actor => ({ kind: 'staff', id: 'x', parties: [], grants });
const ACTORS: [string, Actor][] = [
  ['nobody', nobody],
  ['the platform', platform('test')],
  ['a catalogue editor everywhere', holding({ role: 'catalogue-editor' })],
  ['a catalogue editor of the region', holding({ role: 'catalogue-editor', area: '650000000000' })],
  ['a catalogue editor of a city', holding({ role: 'catalogue-editor', area: '650100000000' })],
  ['a joint reviewer of an office', holding({ role: 'joint-reviewer', unit: '00000000-0000-7000-8000-000000000002' })],
  ['a joint reviewer', holding({ role: 'joint-reviewer', area: '650000000000' })],
  ['a service administrator of the region', holding({ role: 'service-administrator', area: '650000000000' })],
  ['a clerk', holding({ role: 'clerk', unit: '00000000-0000-7000-8000-000000000001' })],
];

test.each(ACTORS)('catalog/C3: for %s, the rule on the record and the rule as SQL agree', async (_name, by) => {
  const rows = await w.rows<{ basicCode: string }>('select basic_code as "basicCode" from catalog.item');
  expect(rows).toHaveLength(2);
  for (const [name, rule] of [['see', itemPolicy.see] as const, ...Object.entries(itemPolicy.may)]) {
    const values: unknown[] = [];
    const where = rule.where(by, (value) => `$${values.push(value)}`);
    const listed = await w.rows<{ code: string }>(`select t.basic_code as code from catalog.item t where ${where}`, values);
    for (const { basicCode } of rows) {
      const item = (await w.get(Items).ofCodes([basicCode])).get(basicCode)!;
      expect([name, basicCode, rule.test(item, by)]).toEqual([name, basicCode, listed.some(({ code }) => code === basicCode)]);
    }
  }
});
