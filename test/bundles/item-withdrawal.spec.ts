import { platform } from '../../src/kernel/authz/actor';
import { Tx } from '../../src/kernel/persistence/tx';
import { CatalogFacade } from '../../src/modules/catalog/catalog.facade';
import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import { person, type Somebody, staff } from '../kit/actors';
import {
  givenBundle,
  givenJourney,
  type GivenJourney,
  handle,
  newbornApplication,
  newbornContent,
  standing,
} from '../kit/given-bundle';
import { application, givenCase, givenDesk } from '../kit/given-case';
import { givenGuide, guideContent } from '../kit/given-guide';
import { withdrawItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

const REASON = '依据已废止';
let w: World;
let administrator: Somebody;
beforeAll(async () => {
  w = await World.open();
  administrator = await staff(w, { role: 'service-administrator', area: '650000000000' });
});
afterAll(() => w.close());

const at = (code: string, what: string) => `/v1/catalog/items/${code}/${what}`;
const look = async (code: string) => (await administrator.agent.get(at(code, 'impact')).expect(200)).body;
const withdraw = (code: string, impact?: string) =>
  administrator.agent.post(at(code, 'withdrawal'), { reason: REASON, ...(impact && { impact }) });
const itemOf = ({ bundle }: GivenJourney, key: 'guidance' | 'insurance') => bundle.guides[key].guide.basicCode;

test('catalog/C9: what hangs on an item is shown first: lists, guides, bundles, open cases by organization, members that wait', async () => {
  const journey = await givenJourney(w);
  const { code, guides, document } = journey.bundle;
  const { organization, variantCode, guide } = guides.guidance;
  const place = { organizationId: organization.id, organizationName: organization.name };
  expect(await look(itemOf(journey, 'guidance'))).toEqual({
    ...{ basicCode: itemOf(journey, 'guidance'), name: guide.name, state: 'published', waitingMembers: 0 },
    lists: { count: 1, first: [{ variantCode, state: 'published', ...place }] },
    guides: { count: 1, first: [{ variantCode, name: guide.name, ...place }] },
    bundles: { count: 1, first: [{ id: document.bundleId, code, name: document.bundle.name, state: 'published' }] },
    openCases: { count: 1, first: [{ open: 1, ...place }] },
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await look(itemOf(journey, 'insurance'))).toMatchObject({ openCases: { count: 0, first: [] }, waitingMembers: 1 });
  // Whoever may not withdraw it does not look either.
  const city = await staff(w, { role: 'service-administrator', area: '650100000000' });
  await city.agent.get(at(itemOf(journey, 'guidance'), 'impact')).expect(403);
});

test('catalog/C9: nothing is withdrawn by somebody who has not looked, or saw something else than hangs there now', async () => {
  const desk = await givenDesk(w);
  const { basicCode, level } = desk.guide.guide;
  const unseen = await withdraw(basicCode).expect(422);
  expect(unseen.body).toMatchObject({ code: 'bundles.impact-not-seen', rule: 'catalog/C9' });
  const before = await look(basicCode);
  await givenCase(desk);
  const changed = await withdraw(basicCode, before.digest).expect(409);
  expect(changed.body).toMatchObject({ code: 'bundles.impact-changed', rule: 'catalog/C9' });
  const seen = await look(basicCode);
  expect(seen.openCases.count).toBe(1);
  // One case more at the same organ sends nobody back; a list of another organ does.
  await givenCase(desk);
  expect(await look(basicCode)).toMatchObject({ digest: seen.digest, openCases: { count: 2 } });
  const another = await givenOrganization(w);
  const editor = await staff(w, { role: 'implementation-editor', unit: another.id });
  await editor.agent.post('/v1/implementations', { organizationId: another.id, basicCode, level }).expect(201);
  await withdraw(basicCode, seen.digest).expect(409);
  await withdraw(basicCode, (await look(basicCode)).digest).expect(200);
});

test('catalog/C9: a withdrawn item is offered no more, its editors see why, and a case that runs goes on to its delivery', async () => {
  const desk = await givenDesk(w);
  const { guide, variantCode, organization } = desk.guide;
  const kase = await givenCase(desk);
  expect((await withdrawItem(administrator, guide.basicCode)).status).toBe(200);
  await w.settle();
  expect(await w.get(ImplementationFacade).offer(variantCode)).toBeUndefined();
  const editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
  const lists = await editor.agent.get(`/v1/implementations?organization=${organization.id}`).expect(200);
  const list = await editor.agent.get(`/v1/implementations/${lists.body.items[0].id}`).expect(200);
  expect(list.body).toMatchObject({ state: 'withdrawn', withdrawal: { reason: REASON, rule: 'catalog/C9' } });
  await desk.applicant.agent.post('/v1/cases', application(desk, { submit: true })).expect(422);
  const act = (who: Somebody, name: string, body: object) => who.agent.post(`/v1/cases/${kase.id}/${name}`, body).expect(200);
  await act(desk.clerk, 'acceptance', {});
  await act(desk.officer, 'decision', { granted: true });
  await act(desk.clerk, 'delivery', { method: 'window' });
  expect(await look(guide.basicCode)).toMatchObject({ state: 'withdrawn', lists: { count: 0 }, openCases: { count: 0 } });
});

const WAITING = 'select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()';
async function somebodyWaits(): Promise<void> {
  while (!(await w.rows(WAITING)).length);
}
function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

test('catalog/C9: a publication that comes during the withdrawal of its item waits for it and is refused', async () => {
  const { guide, organization } = await givenGuide(w);
  const { basicCode, level } = guide;
  const [reached, goOn] = [gate(), gate()];
  const withdrawing = w.get(CatalogFacade).withdraw(platform('test'), basicCode, REASON, () => (reached.open(), goOn.opened));
  await reached.opened;
  const list = {
    organizationId: organization.id,
    basicCode,
    level,
    variantNumber: 2,
    variantName: '变更',
    content: guideContent(),
  };
  const publishing = w.get(ImplementationFacade).publish(platform('test'), { ...list, approvedUnder: '示例〔2026〕1号' });
  const refused = expect(publishing).rejects.toMatchObject({ type: { code: 'implementation.no-such-item' } });
  await somebodyWaits();
  goOn.open();
  await Promise.all([withdrawing, refused]);
});

test('catalog/C9: a withdrawal that comes during a publication waits for it, and finds that something else hangs there', async () => {
  const { guide, organization, variantCode } = await givenGuide(w);
  const { basicCode, level } = guide;
  const { digest } = await look(basicCode);
  const [reached, goOn] = [gate(), gate()];
  const list = {
    organizationId: organization.id,
    basicCode,
    level,
    variantNumber: 2,
    variantName: '变更',
    content: guideContent(),
  };
  const publishing = w.get(Tx).run(async () => {
    const offer = await w.get(ImplementationFacade).publish(platform('test'), { ...list, approvedUnder: '示例〔2026〕1号' });
    reached.open();
    await goOn.opened;
    return offer;
  });
  await reached.opened;
  const withdrawing = withdraw(basicCode, digest).then(({ status, body }) => [status, body.code]);
  await somebodyWaits();
  goOn.open();
  const offer = await publishing;
  expect(await withdrawing).toEqual([409, 'bundles.impact-changed']);
  const editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
  await withdrawItem(administrator, basicCode);
  await w.settle();
  for (const code of [variantCode, offer.variantCode]) expect(await w.get(ImplementationFacade).offer(code)).toBeUndefined();
  // The editors of the organ are told of each of their lists.
  const { items } = (await editor.agent.get('/v1/me/inbox').expect(200)).body;
  expect(items.map(({ title }: { title: string }) => title)).toEqual(
    Array(2).fill('An implementation list has ended with its item'),
  );
});

test('catalog/C9: a bundle with a withdrawn item says so and takes no new journeys until it is published without it', async () => {
  const journey = await givenJourney(w);
  const { bundle } = journey;
  await withdrawItem(administrator, itemOf(journey, 'guidance'));
  await w.settle();
  const interruption = { basicCode: itemOf(journey, 'guidance'), reason: REASON };
  const listed = () => w.as().get(`/v1/bundle-versions?code=${bundle.code}`).expect(200);
  expect((await listed()).body.items).toMatchObject([{ interruption }]);
  const { agent } = await person(w);
  const refused = await agent.post('/v1/journeys', newbornApplication(bundle)).expect(409);
  expect(refused.body).toMatchObject({ code: 'bundles.item-withdrawn', rule: 'catalog/C9' });
  // The journey that runs keeps its case.
  await handle(w, journey, 'guidance', 'accept', 'grant', 'deliver');
  expect(await standing(journey)).toMatchObject({ guidance: 'completed' });

  const editor = await staff(w, { role: 'implementation-editor', unit: bundle.guides.birth.organization.id });
  const path = `/v1/bundles/${bundle.document.bundleId}`;
  const { headers, body } = await editor.agent.get(path).expect(200);
  expect(body).toMatchObject({ interruption });
  const whole = newbornContent(bundle.guides);
  const members = whole.members.filter(({ key }) => key !== 'guidance');
  const fields = whole.fields.map((field) => ({ ...field, asks: field.asks.filter(({ member }) => member !== 'guidance') }));
  await editor.agent
    .with({ 'if-match': headers.etag! })
    .put(path, { ...whole, members, fields })
    .expect(200);
  await administrator.agent.post(`${path}/publication`).expect(200);
  expect((await listed()).body.items[0]).not.toHaveProperty('interruption');
  await agent.post('/v1/journeys', newbornApplication(bundle)).expect(201);
});

test('catalog/C9: bundles that have nothing of the item stay as they are', async () => {
  const [{ guides }, other] = [await givenBundle(w), await givenBundle(w)];
  await withdrawItem(administrator, guides.birth.guide.basicCode);
  await w.settle();
  const { agent } = await person(w);
  await agent.post('/v1/journeys', newbornApplication(other)).expect(201);
});
