import { digest, firstBrokenLine, History } from '../../src/kernel/history/history';
import { seedDemoRegion } from '../../src/seed/demo-region';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => {
  w = await World.open();
  await seedDemoRegion(w.app);
  await w.settle();
  await w.turnClock({ days: 60 });
}, 120_000);
afterAll(() => w.close());

const CHAINED = `
  select format('%I.%I', table_schema, table_name) as name from information_schema.columns where column_name = 'history_hash' order by 1`;
const LAST = `
  select to_jsonb(t) as row, h.subject_kind as kind, h.seq, h.hash, h.row_digest as digest
  from $table t left join lateral (select k.subject_kind from kernel.history k where k.subject_id = t.id and k.hash = t.history_hash) own on true
  left join lateral (select * from kernel.history h where h.subject_id = t.id and h.subject_kind = own.subject_kind
    order by h.seq desc limit 1) h on true`;

interface Found {
  row: { id: string; version: number; history_hash: string };
  kind: string;
  seq: number;
  hash: string;
  digest: string;
}

test('every record of the demo region stands at the end of its history, which holds and knows the row as it is', async () => {
  const tables = await w.rows<{ name: string }>(CHAINED);
  const seen: string[] = [];
  for (const { name } of tables) {
    const records = await w.rows<Found>(LAST.replace('$table', name));
    if (records.length) seen.push(name);
    const astray = records.filter(({ row, seq, hash }) => row.version !== seq || row.history_hash !== hash);
    expect([name, astray]).toEqual([name, []]);
    const changed = records.filter((found) => digest({ ...found.row, history_hash: null }) !== found.digest);
    expect([name, changed]).toEqual([name, []]);
    for (const { kind, row } of records.slice(0, 50)) expect(firstBrokenLine(await w.get(History).of(kind, row.id))).toBeNull();
  }
  expect(seen.length).toBeGreaterThan(tables.length / 2);
});
