import { setTimeout as sleep } from 'node:timers/promises';
import { platform } from '../../src/kernel/authz/actor';
import { Tx } from '../../src/kernel/persistence/tx';
import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import { staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { World } from '../kit/world';
import { audited, type Desk, follow, gate, givenDesk, page, publish, published, revise, withdraw } from './feed.kit';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

const here = async () => (await follow(w)).next;
const kinds = (items: { kind: string; version: number }[]) => items.map(({ kind, version }) => `${kind} ${version}`);

test('implementation/I10: the feed tells of publication, revision, withdrawal and a new beginning, in this order', async () => {
  const after = await here();
  const list = await published(w, desk);
  const first = await w.as().get(`/v1/guides/${list.code}`).expect(200);
  await revise(desk, list, 5);
  const second = await w.as().get(`/v1/guides/${list.code}`).expect(200);
  await withdraw(desk, list);
  const again = await published(w, desk, list.basicCode);
  const { items, next } = await follow(w, { after });
  expect(again.code).toBe(list.code);
  expect(items.map(({ code }) => code)).toEqual(Array(4).fill(list.code));
  expect(kinds(items)).toEqual(['published 1', 'published 2', 'withdrawn 2', 'published 1']);
  for (const [index, { body, headers }] of [first, second].entries()) {
    const { versionId, effectiveFrom } = body;
    expect(items[index]).toMatchObject({ versionId, effectiveFrom, digest: headers.etag!.slice(1, -1) });
  }
  expect(items[2]!.versionId).toBe(items[1]!.versionId);
  expect(items[2]!.effectiveFrom > items[1]!.effectiveFrom).toBe(true);
  expect(await follow(w, { after: next })).toEqual({ items: [], next });
  const { items: single } = await follow(w, { after, limit: '1' });
  expect(single).toEqual(items);
});

test('implementation/I10: who publishes while another transaction is open comes before it: neither is lost to a reader in between', async () => {
  const after = await here();
  const { basicCode } = await givenItem(w);
  const [slow, quick] = [gate(), gate()];
  const list = { organizationId: desk.organization.id, basicCode, level: '4' as const, content: guideContent() };
  const open = w.get(Tx).run(async () => {
    const offer = await w.get(ImplementationFacade).publish(platform('test'), { ...list, approvedUnder: '示例〔2026〕2号' });
    slow.open();
    await quick.opened;
    return offer;
  });
  await slow.opened;
  const during = await published(w, desk);
  const read = await follow(w, { after });
  expect(read.items.map(({ code }) => code)).toEqual([during.code]);
  quick.open();
  const late = await open;
  const rest = await follow(w, { after: read.next });
  expect(rest.items).toMatchObject([
    { code: late.variantCode, versionId: late.versionId, digest: late.digest, kind: 'published' },
  ]);
});

test('implementation/I10: whoever has a number makes the next one wait until it is visible', async () => {
  const after = await here();
  const { basicCode } = await givenItem(w);
  const next = await audited(w, desk);
  const [numbered, read] = [gate(), gate()];
  const list = { organizationId: desk.organization.id, basicCode, level: '4' as const, content: guideContent() };
  const first = w.get(Tx).run(async () => {
    const offer = await w.get(ImplementationFacade).publish(platform('test'), { ...list, approvedUnder: '示例〔2026〕5号' });
    // What runs at commit runs now: the instant between number and commit, held open.
    await w.rows('set constraints all immediate');
    numbered.open();
    await read.opened;
    return offer;
  });
  await numbered.opened;
  const second = publish(desk, next).then(() => 'published');
  const early = await Promise.race([second, sleep(500, 'waits')]);
  const between = await follow(w, { after });
  read.open();
  const { variantCode } = await first;
  await second;
  const { items } = await follow(w, { after: between.next });
  expect([early, between.items]).toEqual(['waits', []]);
  expect(items.map(({ code }) => code)).toEqual([variantCode, next.code]);
});

test('implementation/I10: of one guide the later commit is the later change, whichever transaction wrote first', async () => {
  const list = await published(w, desk);
  const after = await here();
  const [begun, revised] = [gate(), gate()];
  const other = await givenItem(w);
  const importing = (basicCode: string, days: number) =>
    w.get(ImplementationFacade).publish(platform('test'), {
      ...{ organizationId: desk.organization.id, basicCode, level: '4', approvedUnder: '示例〔2026〕3号' },
      content: guideContent({ promisedLimit: { days, unit: 'working-day' } }),
    });
  // Its transaction has written before the other one begins, and touches the same guide after the other one is through.
  const open = w.get(Tx).run(async () => {
    await importing(other.basicCode, 9);
    begun.open();
    await revised.opened;
    return importing(list.basicCode, 3);
  });
  await begun.opened;
  await revise(desk, list, 5);
  revised.open();
  const last = await open;
  const { items } = await follow(w, { after });
  expect(kinds(items.filter(({ code }) => code === list.code))).toEqual(['published 2', 'published 3']);
  expect(items.at(-1)).toMatchObject({ code: list.code, digest: last.digest });
});

test('implementation/I10: concurrent publications lose no entry to a reader that pages meanwhile', async () => {
  const desks = await Promise.all([1, 2, 3, 4].map(() => givenDesk(w)));
  const lists: [Desk, { id: string; code: string }][] = [];
  for (const each of desks) for (let count = 0; count < 6; count++) lists.push([each, await audited(w, each)]);
  const after = await here();
  let publishing = true;
  const reader = async (limit: number) => {
    const seen: string[] = [];
    for (let cursor = after, last = false; !last;) {
      // The last reading begins after everything has been answered.
      last = !publishing;
      for (let more = true; more;) {
        const read = await page(w, { after: cursor, limit: String(limit) });
        seen.push(...read.items.map(({ kind, code }) => `${kind} ${code}`));
        ({ next: cursor, more } = read);
      }
    }
    return seen;
  };
  const readers = [1, 2, 7].map(reader);
  // One at a time in each organization, all of them at once.
  await Promise.all(
    desks.map(async (each) => {
      for (const [index, [desk, list]] of lists.entries()) {
        if (desk !== each) continue;
        await publish(each, list);
        if (index % 3 === 0) await withdraw(each, list);
      }
    }),
  );
  publishing = false;
  const whole = (await follow(w, { after })).items.map(({ kind, code }) => `${kind} ${code}`);
  const expected = lists.flatMap(([, { code }], index) => [`published ${code}`, ...(index % 3 ? [] : [`withdrawn ${code}`])]);
  expect([...whole].sort()).toEqual(expected.sort());
  for (const seen of await Promise.all(readers)) expect(seen).toEqual(whole);
});

test('implementation/I10: what is undone leaves nothing in the feed', async () => {
  const after = await here();
  const { basicCode } = await givenItem(w);
  const list = { organizationId: desk.organization.id, basicCode, level: '4' as const, content: guideContent() };
  const undone = w.get(Tx).run(async () => {
    await w.get(ImplementationFacade).publish(platform('test'), { ...list, approvedUnder: '示例〔2026〕4号' });
    throw new Error('thought better of it');
  });
  await expect(undone).rejects.toThrow('thought better of it');
  expect((await follow(w, { after })).items).toEqual([]);
});

test('implementation/I10: a channel of a division or an organization follows its own, and learns that an organization left', async () => {
  const after = await here();
  const [near, far] = [await givenDesk(w, '650102000000'), await givenDesk(w, '654200000000')];
  const one = await published(w, near);
  const other = await audited(w, far, undefined, '3');
  await publish(far, other);
  const codes = async (query: Record<string, string>) =>
    (await follow(w, { after, ...query })).items.map(({ kind, code }) => [kind, code]);
  expect(await codes({ division: '650100000000' })).toEqual([['published', one.code]]);
  expect(await codes({ division: '654200000000' })).toEqual([['published', other.code]]);
  expect(await codes({ organization: near.organization.id })).toEqual([['published', one.code]]);
  expect(await codes({ organization: near.organization.id, division: '654200000000' })).toEqual([]);

  const operator = await staff(w, { role: 'platform-operator' });
  const moved = { name: near.organization.name, divisionCode: '650103000000' };
  await operator.agent.with({ 'if-match': '"1"' }).put(`/v1/organizations/${near.organization.id}`, moved).expect(200);
  const { body: list } = await near.editor.agent.get(`/v1/implementations/${one.id}`).expect(200);
  const region = await staff(w, { role: 'service-administrator', area: '650000000000' });
  const adoption = { division: '650103000000', answer: 'adopted' };
  await region.agent.post(`/v1/catalog/items/${list.basicCode}/adoptions`, adoption).expect(200);
  await revise(near, one, 5);
  expect(await codes({ division: '650102000000' })).toEqual([
    ['published', one.code],
    ['withdrawn', one.code],
  ]);
  expect(await codes({ division: '650103000000' })).toEqual([['published', one.code]]);
  expect(await codes({ division: '650100000000' })).toEqual([
    ['published', one.code],
    ['published', one.code],
  ]);
});

test('implementation/I10: one reading looks at a part of a long feed only, and says that there is more', async () => {
  const after = await here();
  // As many numbers as if others had published meanwhile.
  await w.rows(`select max(nextval('implementation.guide_change_position')) from generate_series(1, 10001)`);
  const list = await published(w, desk);
  const first = await page(w, { after });
  expect(first).toMatchObject({ items: [], more: true });
  const second = await page(w, { after: first.next });
  expect(second).toMatchObject({ items: [{ code: list.code }], more: false });
});

test('implementation/I10: a cursor that nobody gave, or of a feed that is no more, is refused', async () => {
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const after of ['nonsense', cursor(['1']), cursor([-1]), cursor([1.5]), cursor([1, 2]), cursor([9e15]), cursor([1e300])]) {
    const { body } = await w.as().get(`/v1/guides/changes?after=${after}`).expect(400);
    expect(body.code).toBe('kernel.bad-cursor');
  }
  await w.as().get('/v1/guides/changes?limit=1001').expect(400);
  await w.as().get('/v1/guides/changes?cursor=x').expect(400);
});

test('implementation/I10: the feed is append-only', async () => {
  await published(w, desk);
  await expect(w.rows(`update implementation.guide_change set kind = 'withdrawn'`)).rejects.toThrow('append-only');
  await expect(w.rows('delete from implementation.guide_change')).rejects.toThrow('append-only');
});
