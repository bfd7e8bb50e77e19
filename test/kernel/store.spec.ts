import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, platform } from '../../src/kernel/authz/actor';
import { digest, firstBrokenLine, History } from '../../src/kernel/history/history';
import { Tx } from '../../src/kernel/persistence/tx';
import type { Somebody } from '../kit/actors';
import type { World } from '../kit/world';
import { Notes } from './toy/note.store';
import { Note } from './toy/note.entity';
import { asOwner, expectProblem, note, officer, toyWorld } from './toy/toy-world';

let w: World;
let somebody: Somebody;
beforeAll(async () => {
  w = await toyWorld();
  somebody = await officer(w);
});
afterAll(() => w.close());

const by = platform('test');
const written = async () => (await somebody.agent.post('/v1/notes', note()).expect(201)).body as { id: string };
const counts = async (id: string) =>
  (
    await w.rows(
      `select (select version from kernel_test.note where id = $1) as version,
        (select count(*)::int from kernel.history where subject_id = $1) as lines,
        (select count(*)::int from kernel.fact where subject_id = $1) as facts,
        (select count(*)::int from kernel_test.line where note_id = $1) as children`,
      [id],
    )
  )[0];

describe('an act leaves row, rows below, history line and fact in one commit', () => {
  test('all of them, when it goes well', async () => {
    const { id } = await written();
    await somebody.agent
      .with({ 'if-match': '"1"' })
      .patch(`/v1/notes/${id}`, { title: '新', lines: [{ text: 'a' }, { text: 'b' }] })
      .expect(200);
    await somebody.agent.post(`/v1/notes/${id}/publication`).expect(200);
    expect(await counts(id)).toEqual({ version: 3, lines: 3, facts: 1, children: 2 });
  });

  test('none of them, when somebody else was faster', async () => {
    const { id } = await written();
    const notes = w.get(Notes);
    const stale = await notes.withId(id);
    await somebody.agent.with({ 'if-match': '"1"' }).patch(`/v1/notes/${id}`, { title: '先' }).expect(200);
    const before = await counts(id);
    const late = w.get(Tx).run(async () => {
      stale.edit({ title: '后' }, ['child']);
      stale.publish();
      await notes.save(by, stale);
    });
    await expect(late).rejects.toMatchObject({ type: { code: 'kernel.changed-meanwhile', status: 409 } });
    expect(await counts(id)).toEqual(before);
    expect((await notes.withId(id)).title).toBe('先');
  });

  test('seen whole by whoever waited for the record, the rows below it as well', async () => {
    const { id } = await written();
    const [notes, tx] = [w.get(Notes), w.get(Tx)];
    const editor: Actor = { ...by, grants: [{ role: 'officer' }] };
    const lookUp = () => notes.lookupFor(editor, 'edit', id);
    const first = tx.run(async () => {
      const held = await lookUp();
      await sleep(200);
      held.edit({ title: '先' }, ['a', 'b']);
      await notes.save(by, held);
    });
    await sleep(100);
    const { version, lines } = await tx.run(lookUp);
    await first;
    expect({ version, lines: lines.map(({ text }) => text) }).toEqual({ version: 2, lines: ['a', 'b'] });
  });

  test('none for any of several records, when one of them has changed', async () => {
    const [one, two] = [await written(), await written()];
    const notes = w.get(Notes);
    const [fresh, stale] = [await notes.withId(one.id), await notes.withId(two.id)];
    await somebody.agent.post(`/v1/notes/${two.id}/publication`).expect(200);
    const both = w.get(Tx).run(async () => {
      fresh.publish();
      stale.publish();
      await notes.save(by, fresh, stale);
    });
    await expect(both).rejects.toMatchObject({ type: { code: 'kernel.changed-meanwhile' } });
    expect(await counts(one.id)).toEqual({ version: 1, lines: 1, facts: 0, children: 0 });
  });

  test('none when the transaction fails afterwards', async () => {
    const { id } = await written();
    const notes = w.get(Notes);
    const failed = w.get(Tx).run(async () => {
      const record = await notes.lookupFor(by, 'publish', id);
      record.publish();
      await notes.save(by, record);
      throw new Error('later');
    });
    await expect(failed).rejects.toThrow('later');
    expect(await counts(id)).toEqual({ version: 1, lines: 1, facts: 0, children: 0 });
  });

  test('a failure that somebody swallows is not taken for a commit', async () => {
    const { id } = await written();
    const notes = w.get(Notes);
    const swallowed = w.get(Tx).run(async () => {
      const record = await notes.lookupFor(by, 'publish', id);
      record.publish();
      await notes.save(by, record);
      await w.rows('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('had failed');
    expect(await counts(id)).toEqual({ version: 1, lines: 1, facts: 0, children: 0 });
  });

  test('twenty at once publish one note: one wins, the others get 409 with state and acts', async () => {
    const { id } = await written();
    const answers = await Promise.all(Array.from({ length: 20 }, () => somebody.agent.post(`/v1/notes/${id}/publication`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    const lost = answers.find(({ status }) => status === 409)!;
    expectProblem(lost, 409, 'kernel.not-possible-now');
    expect(lost.body).toMatchObject({ state: 'published', acts: ['close', 'stamp'] });
    expect(await counts(id)).toMatchObject({ version: 2, lines: 2, facts: 1 });
  });
});

test('what is saved without an act is a programming error', async () => {
  const { id } = await written();
  const record = await w.get(Notes).withId(id);
  await expect(w.get(Tx).run(() => w.get(Notes).save(by, record))).rejects.toThrow('without an act');
});

test('a record reads as it was written: text as text, days and instants as text, lists, nothing', async () => {
  const given = { title: '𠮷', unit: randomUUID(), urgent: true, amountFen: 7, day: '1986-07-01', body: { a: [1, { b: null }] } };
  const record = await w.get(Tx).run(async () => {
    const made = Note.write(`R-${Date.now()}`, somebody.id, ['650000000000'], given, w.get(Tx).now);
    await w.get(Notes).save(by, made);
    return made;
  });
  const read = await w.get(Notes).withId(record.id);
  expect(read).toMatchObject({ ...given, areaPath: ['650000000000'], parentId: null, version: 1 });
  expect(Date.parse(read.madeAt)).toBe(Date.parse(record.madeAt));
});

describe('history', () => {
  const storied = async () => {
    const { id } = await written();
    await somebody.agent.with({ 'if-match': '"1"' }).patch(`/v1/notes/${id}`, { title: '改' }).expect(200);
    await somebody.agent.post(`/v1/notes/${id}/publication`).expect(200);
    await somebody.agent.post(`/v1/notes/${id}/closure`).expect(200);
    return { id, lines: await w.get(History).of('kernel-test.note', id) };
  };

  test('tells who did what, from which state to which, and its chain holds', async () => {
    const { id, lines } = await storied();
    expect(lines.map(({ act, fromState, toState, actorId }) => [act, fromState, toState, actorId])).toEqual([
      ['write', null, 'draft', somebody.id],
      ['edit', 'draft', 'draft', somebody.id],
      ['publish', 'draft', 'published', somebody.id],
      ['close', 'published', 'closed', somebody.id],
    ]);
    expect(firstBrokenLine(lines)).toBeNull();
    const record = await w.get(Notes).withId(id);
    expect(record.historyHash).toBe(lines.at(-1)!.hash);
  });

  test('the last line knows the row as it was written: a row changed behind our back is found', async () => {
    const { id, lines } = await storied();
    const row = async () =>
      (await w.rows<{ row: object }>('select to_jsonb(t) as row from kernel_test.note t where id = $1', [id]))[0]!.row;
    const digestOf = (found: object) => digest({ ...found, history_hash: null });
    expect(digestOf(await row())).toBe(lines.at(-1)!.rowDigest);
    await asOwner(w, `update kernel_test.note set amount_fen = 1 where id = $1`, [id]);
    expect(digestOf(await row())).not.toBe(lines.at(-1)!.rowDigest);
  });

  test('any line that is changed, taken out, put in or moved is found', async () => {
    const { lines } = await storied();
    const changed = lines.map((line, index) => (index === 1 ? { ...line, note: { before: '便笺', after: '别的' } } : line));
    expect(firstBrokenLine(changed)).toBe(2);
    expect(firstBrokenLine(lines.map((line) => ({ ...line, actorId: 'somebody else' })))).toBe(1);
    expect(firstBrokenLine(lines.filter(({ seq }) => seq !== 2))).toBe(2);
    expect(firstBrokenLine([lines[0]!, lines[0]!, ...lines.slice(1)])).toBe(2);
    expect(firstBrokenLine([lines[0]!, lines[2]!, lines[1]!, lines[3]!])).toBe(2);
  });

  test('what an administrator changes in the table itself, triggers switched off, is found', async () => {
    const { id } = await storied();
    await asOwner(
      w,
      `alter table kernel.history disable trigger all; update kernel.history set note = '{}' where subject_id = '${id}' and seq = 2; alter table kernel.history enable trigger all`,
    );
    expect(firstBrokenLine(await w.get(History).of('kernel-test.note', id))).toBe(2);
  });
});

describe('what is written once stays', () => {
  test.each(['kernel.history', 'kernel.fact', 'kernel.access_log'])(
    'the application cannot change, delete or empty %s',
    async (table) => {
      const { id } = await written();
      await somebody.agent.post(`/v1/notes/${id}/publication`).expect(200);
      const column = table === 'kernel.access_log' ? 'purpose' : table === 'kernel.fact' ? 'name' : 'act';
      for (const sql of [`update ${table} set ${column} = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(w.rows(sql)).rejects.toMatchObject({ code: '42501' });
      }
      await expect(w.rows(`alter table ${table} disable trigger all`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('even the owner is stopped by the triggers', async () => {
    const { id } = await written();
    for (const sql of ["update kernel.history set act = 'x'", 'delete from kernel.history', 'truncate kernel.history']) {
      await expect(asOwner(w, sql)).rejects.toMatchObject({ code: '42501' });
    }
    expect(await counts(id)).toMatchObject({ lines: 1 });
  });
});
