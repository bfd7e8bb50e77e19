import { type Somebody, staff } from '../kit/actors';
import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { givenLicenceType } from '../kit/given-licence-type';
import { World } from '../kit/world';

const UNPUBLISHED = '11100000000099999W001';
const metadata = {
  type: 'object',
  properties: { placeName: { type: 'string' }, scope: { type: 'string', maxLength: 10 } },
  required: ['placeName'],
  additionalProperties: false,
};

let w: World;
let operator: Somebody;
beforeAll(async () => {
  w = await World.open();
  operator = await staff(w, { role: 'platform-operator' });
});
afterAll(() => w.close());

/** A desk whose decisions grant a licence of this type, one valid per holder. */
async function licensing(certificateType?: string): Promise<Desk> {
  const typeCode = certificateType ?? (await givenLicenceType(w, { metadata, selectivelyDisclosable: [] })).typeCode;
  const result = { kind: 'licence' as const, name: '示例许可证', certificateType: typeCode, fields: ['placeName', 'scope'] };
  return givenDesk(w, { overrides: { result } });
}

/** The licence is refused, and with it the decision: the case stays as it was. */
async function refusal(desk: Desk, status: number, scope: unknown = '理发', given?: { id: string }) {
  const { id } = given ?? (await givenCase(desk, 'accepted'));
  const decision = { granted: true, certificateFields: { scope } };
  const { body } = await desk.officer.agent.post(`/v1/cases/${id}/decision`, decision).expect(status);
  const kase = await desk.officer.agent.get(`/v1/cases/${id}`).expect(200);
  expect(kase.body.state).toBe('accepted');
  return body as object;
}

test('licences/L1, acceptance/A19: a decision grants no licence of a type that is not published', async () => {
  expect(await refusal(await licensing(UNPUBLISHED), 422)).toMatchObject({ code: 'licences.no-such-type', rule: 'licences/L1' });
});

test('licences/L1, acceptance/A19: a decision grants no licence whose fields the type does not allow, and says which', async () => {
  expect(await refusal(await licensing(), 422, '超过十个字的经营范围说明文字')).toMatchObject({
    ...{ code: 'licences.fields-invalid', rule: 'licences/L1' },
    errors: [{ pointer: '/fields/scope', code: 'maxLength' }],
  });
});

test('licences/L1, acceptance/A19: an organ that has been closed meanwhile grants no licence', async () => {
  const desk = await licensing();
  const kase = await givenCase(desk, 'accepted');
  const { organization } = desk.guide;
  await operator.agent.post(`/v1/organizations/${organization.id}/closure`, { reason: '机构改革撤销' }).expect(200);
  expect(await refusal(desk, 422, '理发', kase)).toMatchObject({ code: 'licences.no-such-issuer', rule: 'licences/L1' });
});

test('licences/L2, acceptance/A19: a second grant to who holds a valid licence of the type is refused', async () => {
  const desk = await licensing();
  const [first, second] = [await givenCase(desk, 'accepted'), await givenCase(desk, 'accepted')];
  const decision = { granted: true, certificateFields: { scope: '理发' } };
  await desk.officer.agent.post(`/v1/cases/${first.id}/decision`, decision).expect(200);
  expect(await refusal(desk, 409, '理发', second)).toMatchObject({ code: 'licences.already-held', rule: 'licences/L2' });
});
