import fc from 'fast-check';
import type { Actor, Grant } from '../../src/kernel/authz/actor';
import { allOf, anyOf, everyone, forArea, noOne, own, ownInPerson, type Rule, when, within } from '../../src/kernel/authz/policy';
import { Tx } from '../../src/kernel/persistence/tx';
import { uuidv7 } from '../../src/kernel/persistence/uuid';
import type { World } from '../kit/world';
import { Note } from './toy/note.entity';
import { noteLifecycle } from './toy/note.lifecycle';
import { notePermissions, notePolicy } from './toy/note.policy';
import { Notes } from './toy/note.store';
import { note, toyWorld } from './toy/toy-world';

let w: World;
beforeAll(async () => (w = await toyWorld()));
afterAll(() => w.close());

const AREAS = ['650000000000', '650100000000', '650102000000', '653100000000'];
const UNITS = [uuidv7(), uuidv7()];
const HOLDERS = [uuidv7(), uuidv7()];
// What is no uuid and no code covers nothing, and breaks nothing.
const STRANGE = ['partner-11-2601', UNITS[0]!.toUpperCase(), '{\'}"', ''];
const by: Actor = { kind: 'platform', id: 'test', parties: [], grants: [] };

const grants = fc.record<Grant>(
  {
    role: fc.constantFrom('clerk', 'officer', 'supervisor'),
    unit: fc.constantFrom(...UNITS, ...STRANGE),
    area: fc.constantFrom(...AREAS, ...STRANGE),
  },
  { requiredKeys: ['role'] },
);
const actors: fc.Arbitrary<Actor> = fc.record({
  kind: fc.constantFrom('person', 'staff', 'partner', 'platform', 'nobody'),
  id: fc.constant('somebody'),
  parties: fc.subarray([...HOLDERS, ...STRANGE]),
  represents: fc.subarray([...HOLDERS, ...STRANGE]),
  grants: fc.array(grants, { maxLength: 3 }),
});

test('what a rule says about a loaded record and what it says as SQL are the same, for every actor', async () => {
  const notes = w.get(Notes);
  await w.get(Tx).run(async () => {
    const made = [];
    for (const unit of UNITS)
      for (const holder of HOLDERS)
        for (const area of [AREAS.slice(0, 1), AREAS.slice(0, 2), AREAS.slice(0, 3), [AREAS[0]!, AREAS[3]!], []]) {
          for (const urgent of [true, false])
            made.push(Note.write(note().code, holder, area, { title: urgent ? AREAS[1]! : '便笺', unit, urgent }, w.get(Tx).now));
        }
    await notes.save(by, ...made);
  });
  const all = await notes.all();
  expect(all.length).toBe(40);
  const read = notePermissions['note.read'];
  const rules: Rule<Note>[] = [
    everyone,
    noOne,
    own<Note>('holderId'),
    within<Note>(read),
    forArea<Note>(read, 'title'),
    within<Note>(read, { unit: 'unit' }),
    within<Note>(read, { area: 'areaPath' }),
    within<Note>(notePermissions['note.write'], { unit: 'unit', area: 'areaPath' }),
    when<Note>({ urgent: [true] }),
    when<Note>({ state: ['published', 'draft'], urgent: [false] }),
    ownInPerson<Note>('holderId'),
    anyOf(own<Note>('holderId'), when<Note>({ urgent: [true] })),
    allOf(within<Note>(read, { unit: 'unit' }), when<Note>({ urgent: [true] })),
    notePolicy.see,
    ...Object.values(notePolicy.may),
  ];
  await fc.assert(
    fc.asyncProperty(actors, fc.constantFrom(...rules), async (actor, rule) => {
      const values: unknown[] = [];
      const where = rule.where(actor, (value) => `$${values.push(value)}`);
      const found = await w.rows<{ id: string }>(`select t.id from kernel_test.note t where ${where} order by t.id`, values);
      const tested = all.filter((record) => rule.test(record, actor)).map(({ id }) => id);
      expect(found.map(({ id }) => id)).toEqual(tested.sort());
    }),
    { numRuns: 300 },
  );
});

test('a rule leaves its column in the type it has, so that an index serves', async () => {
  for (const parties of [HOLDERS.slice(0, 1), HOLDERS]) {
    const values: unknown[] = [];
    const somebody: Actor = { kind: 'person', id: 'p', parties, grants: [] };
    const where = own<Note>('id').where(somebody, (value) => `$${values.push(value)}`);
    const plan = await w.get(Tx).run(async () => {
      await w.rows('set local enable_seqscan = off');
      return w.rows<Record<string, string>>(`explain select 1 from kernel_test.note t where ${where}`, values);
    });
    expect(JSON.stringify(plan)).toContain('Index Cond');
  }
});

test('acts that are offered are exactly those that are allowed and possible', async () => {
  const notes = w.get(Notes);
  const [record] = await notes.all();
  const officer: Actor = { kind: 'staff', id: 's', parties: [], grants: [{ role: 'officer' }] };
  const clerk: Actor = { ...officer, grants: [{ role: 'clerk' }] };
  expect(notes.actsFor(officer, record!)).toEqual(['edit', 'publish', 'stamp']);
  expect(notes.actsFor(clerk, record!)).toEqual([]);
  expect(Object.keys(notePolicy.may).sort()).toEqual(Object.keys(noteLifecycle.steps).sort());
});
