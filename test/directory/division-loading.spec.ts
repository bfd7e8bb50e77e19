import { DirectoryFacade } from '../../src/modules/directory/directory.facade';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const everything = () =>
  w.rows(`select (select count(*) from directory.division)::int as divisions, (select count(*) from directory.division_relation)::int as relations,
    (select md5(string_agg(d::text || d.xmin, '' order by code)) from directory.division d) as rows`);

test('directory/D3: loading again changes nothing, not even the rows', async () => {
  const before = await everything();
  expect(before).toEqual([expect.objectContaining({ divisions: 16254, relations: 16255 })]);
  expect(await w.get(DirectoryFacade).loadDivisions()).toBe(0);
  expect(await everything()).toEqual(before);
});

test('directory/D3: what a later edition of the data knows better is corrected, and only that', async () => {
  await w.rows(`update directory.division set name = '旧名', valid_to = null, succeeded_by = null where code = '654223000000'`);
  await w.rows(`delete from directory.division_relation where code = '654300000000' and relation = 'administrative-superior'`);
  expect(await w.get(DirectoryFacade).loadDivisions()).toBe(2);
  const { body } = await w.as().get('/v1/divisions/654223000000').expect(200);
  expect(body).toMatchObject({ name: '沙湾县', validTo: '2021', succeededBy: '654203000000' });
});
