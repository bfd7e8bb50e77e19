import { platform } from '../../src/kernel/authz/actor';
import { shanghaiDay } from '../../src/kernel/clock/day';
import { cleared } from '../../src/modules/catalog/catalog.facade';
import { nextDay } from '../../src/modules/catalog/item/effective-days.rules';
import { StandingFacade } from '../../src/modules/catalog/standing.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { draftElements, givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { bringItem } from '../kit/given-review';
import { World } from '../kit/world';

const DISTRICT = '650102000000';
let w: World;
let editor: Somebody;
let publisher: Somebody;
let days: string[];
beforeAll(async () => {
  w = await World.open();
  editor = await staff(w, { role: 'catalogue-editor' });
  publisher = await staff(w, { role: 'service-administrator', area: '650000000000' });
  const [clock] = await w.rows<{ now: string }>('select kernel.now() as now');
  days = [shanghaiDay(clock!.now)];
  for (let n = 0; n < 20; n++) days.push(nextDay(days[n]!));
});
afterAll(() => w.close());

let serial = 0;
const at = (code: string, act = '') => `/v1/catalog/items/${code}${act}`;
const unschedule = (code: string) => publisher.agent.post(at(code, '/schedule-withdrawal'), { reason: '生效日期有误' });
const named = (name: string) => ({ ...draftElements(), name });

async function published(): Promise<string> {
  const basicCode = `6501237${String(++serial).padStart(2, '0')}000`;
  await editor.agent.post('/v1/catalog/items', { ...named('示例许可'), basicCode }).expect(201);
  await bringItem(w, editor, basicCode);
  await publisher.agent.post(at(basicCode, '/publication')).expect(200);
  return basicCode;
}

async function revised(code: string, name: string, effectiveFrom?: string): Promise<void> {
  const { headers } = await editor.agent.get(at(code)).expect(200);
  await editor.agent.with({ 'if-match': headers.etag! }).put(at(code), named(name)).expect(200);
  await bringItem(w, editor, code);
  await publisher.agent.post(at(code, '/publication'), { effectiveFrom }).expect(200);
}

const nameOn = async (code: string, asOf: string) =>
  (
    await w
      .as()
      .get(`${at(code)}?asOf=${asOf}`)
      .expect(200)
  ).body.inForce?.name as string | undefined;

test('catalog/C4: a version that waits for its day is replaced by one that takes effect on that day or sooner', async () => {
  const code = await published();
  await revised(code, '修订一', days[10]);
  await revised(code, '修订二', days[5]);
  await revised(code, '修订三', days[8]);
  const { items } = (await w.as().get(at(code, '/versions')).expect(200)).body;
  expect(items).toMatchObject([
    { number: 4, state: 'published', effectiveFrom: days[8] },
    { number: 3, state: 'superseded', effectiveFrom: days[5], effectiveTo: days[8] },
    { number: 2, state: 'superseded', effectiveFrom: days[10], effectiveTo: days[10] },
    { number: 1, state: 'superseded', effectiveFrom: days[0], effectiveTo: days[5] },
  ]);
  expect([await nameOn(code, days[4]!), await nameOn(code, days[5]!), await nameOn(code, days[10]!)]).toEqual(
    ...[['示例许可', '修订二', '修订三']],
  );
  const { body } = await unschedule(code).expect(200);
  expect(body).toMatchObject({ state: 'draft', inForce: { name: '示例许可' } });
  expect(await nameOn(code, days[20]!)).toBe('示例许可');
  const refused = await unschedule(code).expect(409);
  expect(refused.body).toMatchObject({ code: 'catalog.nothing-scheduled', rule: 'catalog/C4' });
  await revised(code, '修订四', days[1]);
  expect(await nameOn(code, days[1]!)).toBe('修订四');
});

test('catalog/C4: before its day the first version is taken back too; a national one comes and goes by the import', async () => {
  const basicCode = `6501237${String(++serial).padStart(2, '0')}000`;
  await editor.agent.post('/v1/catalog/items', { ...named('示例许可'), basicCode }).expect(201);
  await bringItem(w, editor, basicCode);
  await publisher.agent.post(at(basicCode, '/publication'), { effectiveFrom: days[3] }).expect(200);
  await editor.agent.post(at(basicCode, '/schedule-withdrawal'), { reason: '有误' }).expect(200);
  expect(await nameOn(basicCode, days[3]!)).toBeUndefined();
  const { basicCode: national } = await givenItem(w);
  expect((await unschedule(national).expect(422)).body.code).toBe('catalog.national-item');
});

test('catalog/C4, implementation/I1: lists that were to take effect under a version taken back are taken back; adoption stays', async () => {
  const code = await published();
  await w.get(StandingFacade).adopt(platform('test'), { division: DISTRICT, basicCodes: [code] });
  const { id: organizationId } = await givenOrganization(w);
  const lister = await staff(w, { role: 'implementation-editor', unit: organizationId });
  const body = await staff(w, { role: 'service-administrator', area: DISTRICT });
  const drafted = await lister.agent.post('/v1/implementations', { organizationId, basicCode: code, level: '4' }).expect(201);
  const list = `/v1/implementations/${drafted.body.id}`;
  const publish = async (effectiveFrom?: string) => {
    await lister.agent.post(`${list}/submission`).expect(200);
    await body.agent.post(`${list}/audit`, { outcome: 'approved', reasons: '要素完整' }).expect(200);
    await body.agent.post(`${list}/secrecy-review`, cleared).expect(200);
    await body.agent.post(`${list}/publication`, { effectiveFrom }).expect(200);
  };
  const tagged = async (more = '') => lister.agent.with({ 'if-match': (await lister.agent.get(list + more)).headers.etag! });
  await (await tagged()).put(list, guideContent()).expect(200);
  await publish();
  await revised(code, '修订一', days[10]);
  await (await tagged()).post(`${list}/following`).expect(200);
  await publish(days[10]);
  await unschedule(code).expect(200);
  await w.settle();
  const taken = (await lister.agent.get(list).expect(200)).body;
  expect(taken.state).toBe('draft');
  const inbox = (await lister.agent.get('/v1/me/inbox').expect(200)).body.items;
  expect(inbox.map(({ title }: { title: string }) => title)).toContain('A scheduled implementation list was taken back');
  const later = encodeURIComponent(`${days[12]}T00:00:00+08:00`);
  const guide = await w.as().get(`/v1/guides/${taken.variantCode}?asOf=${later}`).expect(200);
  expect(guide.body.guide.name).toBe('示例许可');
  // Its draft follows back to the version that goes on, and is judged by it.
  expect((await lister.agent.get(`${list}/completeness`).expect(200)).body.ready).toBe(false);
  expect((await lister.agent.get(`${list}/following`).expect(200)).body).toMatchObject({ mustFollow: true, from: 2, to: 1 });
  await (await tagged()).post(`${list}/following`).expect(200);
  expect((await lister.agent.get(`${list}/completeness`).expect(200)).body.ready).toBe(true);
  const adoptions = await w.as().get(at(code, '/adoptions')).expect(200);
  expect(adoptions.body.items).toMatchObject([{ division: DISTRICT, versionNumber: 1 }]);
});
