import { platform } from '../../src/kernel/authz/actor';
import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import type { GuideContent } from '../../src/modules/implementation/implementation.facade';
import { application, type Desk, givenCase, givenDesk, statement } from '../kit/given-case';
import { itemElements } from '../kit/given-item';
import { World } from '../kit/world';

const TYPE = '11100000000013338W001';
const certificate = { certificateType: TYPE, kind: 'licence' as const, name: '示例卫生许可证' };

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  await w.get(LicencesFacade).publishType(platform('test'), {
    typeCode: TYPE,
    name: '示例卫生许可证',
    metadata: {
      type: 'object',
      properties: { placeName: { type: 'string' }, scope: { type: 'string' } },
      required: ['placeName'],
      additionalProperties: false,
    },
    selectivelyDisclosable: [],
    oneValidPerHolder: false,
    template: 'plain',
  });
  desk = await givenDesk(w, { overrides: { result: { ...certificate, validityMonths: 48, fields: ['placeName', 'scope'] } } });
});
afterAll(() => w.close());

/** A guide whose second material may be replaced by the certificate, or by a commitment. */
const replaceable = (): Partial<GuideContent> => {
  const [first, second] = itemElements().materials;
  const materials = [first!, { ...second!, replaceableBy: { certificateType: TYPE, commitment: true } }];
  return { materials: materials.map((material) => ({ ...material, legalBasis: material.legalBasis! })) };
};

test('acceptance/A19: a grant issues the certificate in the same transaction, from form and decision', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const { agent } = desk.officer;
  const lacking = await agent.post(`/v1/cases/${id}/decision`, { granted: true }).expect(422);
  expect(lacking.body).toMatchObject({ code: 'acceptance.certificate-fields-missing', rule: 'acceptance/A19' });
  const beyond = await agent
    .post(`/v1/cases/${id}/decision`, { granted: true, certificateFields: { colour: 'red' } })
    .expect(422);
  expect(beyond.body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  const { body } = await agent
    .post(`/v1/cases/${id}/decision`, { granted: true, certificateFields: { scope: '理发' } })
    .expect(200);
  expect(body).toMatchObject({ state: 'decided', granted: true, nationalState: 11 });
  const held = await w.get(LicencesFacade).heldBy(desk.applicant.id, TYPE);
  expect(held).toMatchObject({ id: body.licenceId, typeCode: TYPE, holderId: desk.applicant.id });
  const [fact] = await w.rows<{ payload: object }>(
    `select payload from kernel.fact where name = 'acceptance.case-decided' and subject_id = $1`,
    [id],
  );
  expect(fact!.payload).toMatchObject({ caseId: id, granted: true, licenceId: body.licenceId, journeyRef: null });
});

test('acceptance/A19: a field of the certificate that is left empty is missing, and text in it that nobody sees is refused', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const decide = (certificateFields: object) =>
    desk.officer.agent.post(`/v1/cases/${id}/decision`, { granted: true, certificateFields }).expect(422);
  const { body } = await decide({ scope: '' });
  expect(body).toMatchObject({ code: 'acceptance.certificate-fields-missing', rule: 'acceptance/A19' });
  await decide({ scope: '理发', placeName: '' });
  for (const scope of ['  ', '\u200b', '理发\u202e店', '\u3164']) {
    const refused = await decide({ scope });
    expect(refused.body.errors).toMatchObject([{ pointer: '/certificateFields' }]);
  }
  const [row] = await w.rows<{ state: string }>('select state from acceptance."case" where id = $1', [id]);
  expect(row!.state).toBe('accepted');
});

test('acceptance/A19: where the certificate cannot be made there is no decision either', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const wrong = { granted: true, certificateFields: { scope: 7 } };
  const { status } = await desk.officer.agent.post(`/v1/cases/${id}/decision`, wrong);
  expect(status).toBe(422);
  const [row] = await w.rows<{ state: string }>('select state from acceptance."case" where id = $1', [id]);
  expect(row!.state).toBe('accepted');
  expect(await w.rows(`select 1 from acceptance.document where case_id = $1 and kind = 'decision'`, [id])).toEqual([]);
});

test('acceptance/A8: a certificate held is used once the applicant confirms it, and kept as it was that day', async () => {
  const own = await givenDesk(w, { overrides: replaceable() });
  const { agent, id: applicantId } = own.applicant;
  const reference = { code: 'M02', kind: 'certificate-reference' };
  const submit = (material: object) =>
    agent.post('/v1/cases', application(own, { submit: true, materials: [statement('M01'), material] }));
  const unconfirmed = await submit(reference).expect(422);
  expect(unconfirmed.body).toMatchObject({ code: 'acceptance.certificate-not-confirmed', rule: 'acceptance/A8' });
  const none = await submit({ ...reference, confirmed: true }).expect(422);
  expect(none.body).toMatchObject({ code: 'acceptance.certificate-not-held', rule: 'acceptance/A8' });
  const licence = await w.get(LicencesFacade).issue(platform('test'), {
    ...{ typeCode: TYPE, holderId: applicantId, issuerOrganizationId: own.guide.organization.id },
    ...{ fields: { placeName: '示例' }, validFrom: '2026-01-01', basis: { kind: 'test', id: applicantId } },
  });
  const { body } = await submit({ ...reference, confirmed: true }).expect(201);
  const { items } = (await agent.get(`/v1/cases/${body.id}/materials`)).body as { items: { code: string; content: object }[] };
  expect(items.find(({ code }) => code === 'M02')).toMatchObject({ licenceId: licence.id, content: { number: licence.number } });
  await own.clerk.agent.post(`/v1/cases/${body.id}/acceptance`).expect(200);
});

test('acceptance/A4: a look-up or commitment the guide does not offer for this material is refused', async () => {
  for (const material of [
    { code: 'M02', kind: 'certificate-reference', confirmed: true },
    { code: 'M02', kind: 'commitment', text: '承诺', textVersion: '1' },
  ]) {
    const { body } = await desk.applicant.agent.post('/v1/cases', application(desk, { materials: [material] })).expect(422);
    expect(body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  }
  const own = await givenDesk(w, { overrides: replaceable() });
  const materials = [statement('M01'), { code: 'M02', kind: 'commitment', text: '承诺属实', textVersion: '2026-1' }];
  await own.applicant.agent.post('/v1/cases', application(own, { submit: true, materials })).expect(201);
});
