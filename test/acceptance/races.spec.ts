import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { staff } from '../kit/actors';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

const ROUNDS = 25;
const WIDE = 12;

test('acceptance/A17: officers who decide at once: one wins, the others get 409 with the state and what they may do', async () => {
  const unit = desk.guide.organization.id;
  const officers = await Promise.all([staff(w, { role: 'officer', unit }), staff(w, { role: 'officer', unit })]);
  for (let round = 0; round < ROUNDS; round++) {
    const { id } = await givenCase(desk, 'accepted');
    const answers = await Promise.all(
      Array.from({ length: WIDE }, (_, index) => {
        const granted = index % 2 === 0;
        const body = granted ? { granted } : { granted, reasons: ['不符合条件'] };
        return officers[index % 2]!.agent.post(`/v1/cases/${id}/decision`, body);
      }),
    );
    const winners = answers.filter(({ status }) => status === 200);
    const losers = answers.filter(({ status }) => status === 409);
    expect([winners.length, losers.length]).toEqual([1, WIDE - 1]);
    for (const { body } of losers) {
      expect(body).toMatchObject({
        code: 'kernel.not-possible-now',
        state: 'decided',
        acts: ['assign', 'deliver', 'name-helper'],
      });
    }
    const documents = await w.rows(`select 1 from acceptance.document where case_id = $1 and kind = 'decision'`, [id]);
    expect(documents).toHaveLength(1);
  }
});

const publication = { kind: 'publication', reason: '依法公示' };

test('implementation/I4: a procedure that many end at once ends once; whoever waited sees that it has ended', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await givenCase(desk, 'accepted');
    const begun = await desk.officer.agent.post(`/v1/cases/${id}/special-procedures`, publication).expect(201);
    const path = `/v1/cases/${id}/special-procedures/${(begun.body as { procedureId: string }).procedureId}/end`;
    const answers = await Promise.all(Array.from({ length: WIDE }, () => desk.officer.agent.post(path, { result: '无异议' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(WIDE - 1).fill(409)]);
    expect(answers.filter(({ body }) => (body as { code?: string }).code === 'acceptance.procedure-ended')).toHaveLength(
      WIDE - 1,
    );
  }
});

test('a decision that waited for a procedure to begin waits for its end', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await givenCase(desk, 'accepted');
    const [begun, decided] = await Promise.all([
      desk.officer.agent.post(`/v1/cases/${id}/special-procedures`, publication),
      desk.officer.agent.post(`/v1/cases/${id}/decision`, { granted: true }),
    ]);
    expect([begun.status, decided.status]).not.toEqual([201, 200]);
  }
});
