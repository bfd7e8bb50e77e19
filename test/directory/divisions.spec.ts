import type { Response } from 'supertest';
import { DirectoryFacade } from '../../src/modules/directory/directory.facade';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const REGION = '650000000000';
const ILI = '654000000000';
const TACHENG = '654200000000';
const COUNTY = '654223000000';
const CITY = '654203000000';

const read = async (path: string) => (await w.as().get(`/v1/divisions/${path}`).expect(200)).body;
const list = async (query: string) => (await w.as().get(`/v1/divisions?limit=100&${query}`).expect(200)).body.items;
const codes = (rows: { code: string }[]) => rows.map(({ code }) => code);

test('directory/D1: the code parent and the administrative superior are two relations, and the path follows both', async () => {
  expect(await read(TACHENG)).toMatchObject({ name: '塔城地区', level: 2, parent: REGION, administrativeSuperior: ILI });
  const city = await read(CITY);
  expect(city).toMatchObject({ name: '沙湾市', level: 3, kind: '县级市', parent: TACHENG, administrativeSuperior: TACHENG });
  expect(codes(city.path)).toEqual([TACHENG, ILI, REGION]);
  expect(city.path[1]).toEqual({ code: ILI, name: '伊犁哈萨克自治州', level: 2 });
});

test('directory/D1: children are listed by code, those under a superior by administration', async () => {
  const byCode = codes(await list(`parent=${ILI}`));
  expect(byCode).toHaveLength(11);
  const byAdministration = codes(await list(`superior=${ILI}`));
  expect(byAdministration).toEqual([...byCode, TACHENG, '654300000000']);
  expect(codes(await list(`superior=${REGION}&level=2`))).not.toContain(TACHENG);
});

test('directory/D1: the path that other modules scope by holds both superiors, nearest first', async () => {
  expect(await w.get(DirectoryFacade).divisionPath(CITY)).toEqual([CITY, TACHENG, ILI, REGION]);
  expect(await w.get(DirectoryFacade).divisionPath('659099000000')).toBeNull();
});

test('directory/D2: asOf answers for a past day: the county Shawan before 2021, the city since', async () => {
  expect(await read(`${COUNTY}?asOf=2020-12-31`)).toMatchObject({ name: '沙湾县', validTo: '2021', succeededBy: CITY });
  expect(codes(await list(`parent=${TACHENG}&asOf=2020-12-31`))).toEqual(expect.arrayContaining([COUNTY]));
  expect(codes(await list(`parent=${TACHENG}&asOf=2020-12-31`))).not.toContain(CITY);
  expect(codes(await list(`parent=${TACHENG}`))).toEqual(expect.arrayContaining([CITY]));
  expect(codes(await list(`parent=${TACHENG}`))).not.toContain(COUNTY);
});

test('directory/D2: without a day, a division that stands no more is shown as it last stood, with its successor', async () => {
  const county = await read(COUNTY);
  expect(county).toMatchObject({ name: '沙湾县', parent: TACHENG, succeededBy: CITY });
  expect(codes(county.path)).toEqual([TACHENG, ILI, REGION]);
  expect(await w.get(DirectoryFacade).divisionName(COUNTY)).toBe('沙湾县');
});

test.each([
  [COUNTY, '2021-01-01'],
  [CITY, '2020-12-31'],
  ['653228000000', '2024-12-26'],
])('directory/D2: %s did not stand on %s, and the answer says so', async (code, day) => {
  const { body } = await w.as().get(`/v1/divisions/${code}?asOf=${day}`).expect(404);
  expect(body).toMatchObject({ code: 'directory.no-division-that-day', rule: 'directory/D2' });
});

test('directory/D3: every division of the region can be read, page by page, each once and in the order of codes', async () => {
  const all: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer: Response = await w
      .as()
      .get(`/v1/divisions?level=4&limit=100${cursor && `&cursor=${cursor}`}`)
      .expect(200);
    all.push(...codes(answer.body.items));
    cursor = answer.body.nextCursor;
  }
  expect(all).toHaveLength(1405);
  expect(all).toEqual([...new Set(all)].sort());
  expect(await list('level=2')).toHaveLength(14);
  expect(await list(`parent=${REGION}&level=3`)).toHaveLength(13);
});

test('directory/D3: a village has the whole path above it', async () => {
  const village = await read('650102002002');
  expect(village).toMatchObject({ name: '燕儿窝南社区居委会', level: 5 });
  expect(codes(village.path)).toEqual(['650102002000', '650102000000', '650100000000', REGION]);
});

test('division views are cached by their digest: the same content is 304 without a body', async () => {
  const path = `/v1/divisions/${CITY}`;
  const { headers } = await w
    .as()
    .get(path)
    .expect(200)
    .expect('cache-control', /^public/);
  const again = await w.as().with({ 'if-none-match': headers.etag! }).get(path).expect(304);
  expect([again.text, again.headers.etag]).toEqual(['', headers.etag]);
  await w.as().with({ 'if-none-match': '"something-else"' }).get(path).expect(200);
  const { headers: ofList } = await w.as().get(`/v1/divisions?parent=${ILI}`).expect(200);
  await w
    .as()
    .with({ 'if-none-match': `W/${ofList.etag}, "x"` })
    .get(`/v1/divisions?parent=${ILI}`)
    .expect(304);
});

test.each(['650199000000', '659000000000', '65', 'abc'])('directory/D3: there is no division %s', async (code) => {
  const { body } = await w.as().get(`/v1/divisions/${code}`).expect(404);
  expect(body.code).toBe('kernel.not-found');
});

test.each(['level=6', 'asOf=2021-02-30', 'parent=65', 'name=x', 'cursor=abc'])('the query %s is refused', async (query) => {
  await w.as().get(`/v1/divisions?${query}`).expect(400);
});

test('directory/D1: where one way up is shorter than the other, what lies between still comes first', async () => {
  await w.rows(`insert into directory.division_relation (code, relation, superior_code, valid_from)
    values ('653200000000', 'administrative-superior', '${CITY}', '2026')`);
  expect(codes((await read('653200000000')).path)).toEqual([CITY, TACHENG, ILI, REGION]);
});
