import { DownloadLinks } from '../../src/kernel/files/download-links';
import { Sealing } from '../../src/modules/acceptance/case/sealing.service';
import { person, type Somebody, staff } from '../kit/actors';
import { type Desk, givenCase, givenDesk, statement } from '../kit/given-case';
import { fileOf, pdf } from '../kit/given-file';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

const OTHER_DISTRICT = '652901000000';

test('a case is seen by its applicant, its organization, the supervisors of its area, and by nobody else', async () => {
  const { id } = await givenCase(desk);
  const path = `/v1/cases/${id}`;
  const seers = [desk.applicant, desk.clerk, desk.officer, desk.head];
  const above = [
    await staff(w, { role: 'supervisor', area: '650100000000' }),
    await staff(w, { role: 'supervisor', area: '650000000000' }),
  ];
  for (const { agent } of [...seers, ...above]) await agent.get(path).expect(200);
  const strangers = [await person(w), await staff(w, { role: 'supervisor', area: OTHER_DISTRICT }), (await givenDesk(w)).clerk];
  for (const { agent } of strangers) {
    for (const part of ['', '/history', '/clock', '/materials', '/receipts']) await agent.get(`${path}${part}`).expect(404);
  }
  await w.as().get(path).expect(401);
  await (await staff(w, { role: 'catalogue-editor' })).agent.get(path).expect(403);
});

test('list and detail agree on what is visible (API-7)', async () => {
  const own = await givenDesk(w);
  const { id } = await givenCase(own);
  const draft = await givenCase(own, 'draft');
  const ids = async (agent: Desk['clerk']['agent']) =>
    ((await agent.get('/v1/cases?limit=100').expect(200)).body.items as { id: string }[]).map((line) => line.id);
  expect(await ids(own.clerk.agent)).toEqual([id]);
  expect(await ids(desk.clerk.agent)).not.toContain(id);
  expect(await ids((await staff(w, { role: 'supervisor', area: '650100000000' })).agent)).toContain(id);
  expect(await ids((await staff(w, { role: 'supervisor', area: OTHER_DISTRICT })).agent)).toEqual([]);
  await own.clerk.agent.get(`/v1/cases/${draft.id}`).expect(404);
  const mine = (await own.applicant.agent.get('/v1/me/cases').expect(200)).body.items as { id: string }[];
  expect(mine.map((line) => line.id)).toEqual([draft.id, id]);
  expect((await desk.applicant.agent.get('/v1/me/cases?state=completed')).body.items).toEqual([]);
});

test('the detail is one document: children, acts of this reader, form', async () => {
  const { id } = await givenCase(desk, 'suspended');
  const { body } = await desk.officer.agent.get(`/v1/cases/${id}`).expect(200);
  expect(body).toMatchObject({
    ...{ state: 'suspended', nationalState: 9, applicant: '阿**丽', form: { placeName: '示例理发店', area: 40 } },
    materials: [{ code: 'M01' }, { code: 'M02' }],
    specialProcedures: [{ kind: 'testing', stopsClock: true }],
    receipts: [{ kind: 'acceptance' }, { kind: 'special-procedure' }],
    acts: ['assign', 'end-procedure', 'withdraw', 'name-helper', 'terminate'],
  });
});

test("identity/P10: a read by staff needs a purpose and stands in the access log of the person; one's own does not", async () => {
  const { id } = await givenCase(desk);
  const { agent } = desk.clerk;
  const { body } = await agent.with({ purpose: '' }).get(`/v1/cases/${id}`).expect(400);
  expect(body).toMatchObject({ code: 'kernel.purpose-missing', rule: 'identity/P10' });
  await agent.get(`/v1/cases/${id}`).expect(200);
  await agent.get(`/v1/cases/${id}/materials`).expect(200);
  await desk.applicant.agent.get(`/v1/cases/${id}`).expect(200);
  const lines = await w.rows<{ operation: string; purpose: string; subject_id: string }>(
    `select operation, purpose, subject_id from kernel.access_log where record_id = $1 order by at, id`,
    [id],
  );
  expect(lines.map(({ operation }) => operation).sort()).toEqual(['listCaseMaterials', 'readCase']);
  expect(lines.every((line) => line.purpose === 'case-handling' && line.subject_id === desk.applicant.id)).toBe(true);
});

test('P3: staff see numbers of persons masked, the applicant sees what was written', async () => {
  const materials = [statement('M01', '身份证 11010519491231002X'), statement('M02')];
  const { id } = await givenCase(desk, 'submitted', { materials });
  const texts = async (agent: Desk['clerk']['agent']) =>
    ((await agent.get(`/v1/cases/${id}/materials`).expect(200)).body.items as { content: { text: string } }[])[0]!.content.text;
  expect(await texts(desk.clerk.agent)).toBe('身份证 **************002X');
  expect(await texts(desk.applicant.agent)).toBe('身份证 11010519491231002X');
});

/** A case with a file; the address of the material. */
async function withFile(bytes = pdf('内容'), name = '营业执照（正本）.pdf'): Promise<string> {
  const given = { ...(await fileOf(desk.applicant, 'M02', bytes)), name };
  const { id } = await givenCase(desk, 'submitted', { materials: [statement('M01'), given] });
  const items = (await desk.clerk.agent.get(`/v1/cases/${id}/materials`)).body.items as { id: string; kind: string }[];
  return `/v1/cases/${id}/materials/${items.find(({ kind }) => kind === 'file')!.id}`;
}
const linkOf = async ({ agent }: Somebody, address: string) =>
  ((await agent.get(address).expect(200)).body as { download: { href: string } }).download.href;

test('acceptance/A8: whoever may see the case fetches its file by a link: saved, not shown, by the name it was given', async () => {
  const bytes = pdf('内容');
  const address = await withFile(bytes);
  for (const reader of [desk.clerk, desk.applicant]) {
    const { headers, body } = await reader.agent
      .get(await linkOf(reader, address))
      .buffer()
      .expect(200);
    expect((body as Buffer).equals(bytes)).toBe(true);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'content-length': String(bytes.length), 'x-content-type-options': 'nosniff' },
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('营业执照（正本）.pdf')}`,
      'cache-control': 'private, no-store',
    });
  }
});

test('acceptance/A8: a link is good for ten minutes, for the one who was given it and the file it was given for', async () => {
  const [address, other] = [await withFile(), await withFile()];
  const { clerk, officer } = desk;
  const href = await linkOf(clerk, address);
  const [, query] = href.split('?') as [string, string];
  const { expires } = proofOf(query);
  const wrong = [
    officer.agent.get(href),
    clerk.agent.get(`${other}/file?${query}`),
    clerk.agent.get(href.replace(/expires=\d+/, `expires=${expires + 9}`)),
    clerk.agent.get(href.replace(/signature=./, 'signature=_')),
  ];
  for (const asked of wrong) {
    const { body } = await asked.expect(403);
    expect(body).toMatchObject({ code: 'acceptance.link-not-valid', rule: 'acceptance/A8' });
  }
  await w.as().get(href).expect(401);
  const real = Date.now;
  try {
    Date.now = () => real() + 601_000;
    expect(w.get(DownloadLinks).isProved({ kind: 'staff', id: clerk.id } as never, `${address}/file`, proofOf(query))).toBe(
      false,
    );
  } finally {
    Date.now = real;
  }
  expect(w.get(DownloadLinks).isProved({ kind: 'staff', id: clerk.id } as never, `${address}/file`, proofOf(query))).toBe(true);
});

const proofOf = (query: string) => {
  const { expires, signature } = Object.fromEntries(new URLSearchParams(query)) as Record<string, string>;
  return { expires: Number(expires), signature: signature! };
};

test('identity/P10: fetching a file needs a purpose and stands in the access log of the person', async () => {
  const address = await withFile();
  const href = await linkOf(desk.clerk, address);
  await desk.clerk.agent.with({ purpose: '' }).get(href).expect(400);
  await desk.clerk.agent.get(href).expect(200);
  const lines = await w.rows(`select 1 from kernel.access_log where record_id = $1 and operation = 'downloadCaseMaterial'`, [
    address.split('/')[3],
  ]);
  expect(lines).toHaveLength(1);
});

test('a small file of before, which lies sealed beside its material, is read as any other', async () => {
  const bytes = pdf('旧的');
  const address = await withFile();
  const id = address.split('/').at(-1)!;
  const sealed = w.get(Sealing).seal('material_file', id, bytes.toString('base64'));
  await w.rows('insert into acceptance.material_file (id, sealed) values ($1, $2)', [id, sealed]);
  await w.rows('update acceptance.material set upload_id = null where id = $1', [id]);
  const { body } = await desk.clerk.agent
    .get(await linkOf(desk.clerk, address))
    .buffer()
    .expect(200);
  expect((body as Buffer).equals(bytes)).toBe(true);
});

test('the history has every act, who of the staff did it for staff only, and no personal data', async () => {
  const { id } = await givenCase(desk, 'decided');
  const lines = async (agent: Desk['clerk']['agent']) =>
    (await agent.get(`/v1/cases/${id}/history`).expect(200)).body.items as {
      act: string;
      actorId?: string;
      nationalEvent: number;
    }[];
  const forStaff = await lines(desk.officer.agent);
  expect(forStaff.map(({ act, nationalEvent }) => `${act} ${nationalEvent}`)).toEqual(['submit 1', 'accept 3', 'decide 11']);
  expect(forStaff.at(-1)!.actorId).toBe(desk.officer.id);
  expect((await lines(desk.applicant.agent)).every(({ actorId }) => actorId === undefined)).toBe(true);
});

test('the work list pages by key: due first, or newest first, each case once; filters narrow it', async () => {
  const own = await givenDesk(w);
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.push((await givenCase(own, n === 2 ? 'accepted' : 'submitted')).id);
  const { agent } = own.clerk;
  const pages = async (query: string) => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await agent.get(`/v1/cases?limit=2&${query}${cursor && `&cursor=${cursor}`}`).expect(200);
      found.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.nextCursor as string | null;
    }
    return found;
  };
  expect(await pages('sort=newest')).toEqual([...made].reverse());
  const due = await pages('sort=due');
  expect([...due].sort()).toEqual([...made].sort());
  // Five days for the answer end before ten for the decision.
  expect(due.at(-1)).toBe(made[2]);
  expect(await pages('state=accepted')).toEqual([made[2]]);
  expect(await pages('dueBefore=2000-01-01')).toEqual([]);
  await agent.get('/v1/cases?cursor=nonsense').expect(400);
  await agent.get('/v1/cases?applicant=x').expect(400);
});

test('private criteria go through search, leave a line in the log, and show only what the searcher may see', async () => {
  const { id, caseNumber } = await givenCase(desk);
  const search = async (agent: Desk['clerk']['agent'], body: object) =>
    ((await agent.post('/v1/cases/search', body).expect(200)).body.items as { id: string }[]).map((line) => line.id);
  expect(await search(desk.clerk.agent, { caseNumber })).toEqual([id]);
  expect(await search(desk.clerk.agent, { applicantId: desk.applicant.id })).toContain(id);
  expect(await search((await givenDesk(w)).clerk.agent, { applicantId: desk.applicant.id })).toEqual([]);
  await desk.applicant.agent.post('/v1/cases/search', {}).expect(403);
});

test('acceptance/A1: number and code show public progress, nothing of the person; unknown number and wrong code answer alike', async () => {
  const { caseNumber, queryCode } = await givenCase(desk, 'accepted');
  const ask = (body: object) => w.as().post('/v1/progress', body);
  const { body } = await ask({ caseNumber, queryCode }).expect(200);
  expect(body).toMatchObject({ caseNumber, state: 'accepted', itemName: '示例场所卫生许可' });
  expect(JSON.stringify(body)).not.toMatch(/阿|applicant/);
  const wrong = await ask({ caseNumber, queryCode: 'AAAAAAAA' }).expect(404);
  const unknown = await ask({ caseNumber: caseNumber.replace(/\d{8}$/, '99999999'), queryCode }).expect(404);
  const same = ({ code, title, detail, status }: Record<string, string>) => ({ code, title, detail, status });
  expect(same(wrong.body)).toEqual(same(unknown.body));
  expect(wrong.body).toMatchObject({ code: 'acceptance.no-progress', rule: 'acceptance/A1' });
});

test('acceptance/A1: five wrong codes close the case to the query for a day, however many come at once', async () => {
  const { caseNumber, queryCode } = await givenCase(desk);
  const ask = (code: string) => w.as().post('/v1/progress', { caseNumber, queryCode: code });
  await Promise.all(Array.from({ length: 4 }, () => ask('AAAAAAAA').expect(404)));
  await ask(queryCode).expect(200);
  await Promise.all(Array.from({ length: 12 }, () => ask('BBBBBBBB').expect(404)));
  await ask(queryCode).expect(404);
  await w.turnClock({ hours: 25 });
  await ask(queryCode).expect(200);
});
