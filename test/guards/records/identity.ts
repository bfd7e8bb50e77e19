import { newIdNumber, person, staff } from '../../kit/actors';
import { givenOrganization, newUscc } from '../../kit/given-organization';
import type { World } from '../../kit/world';
import { ELSEWHERE, made, type Records, untouched } from '../reach';

const administrators = async (w: World) => ({
  by: await staff(w, { role: 'service-administrator', area: '650100000000' }),
  outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
});
const presence = { how: 'card-read', reference: '读卡器回执 1' };
const proof = { how: 'certificate-original', reference: '营业执照正本' };
const asClerk = (unit: string) => ({ name: '王芳', organizationId: unit, grants: [{ role: 'clerk', unit }] });

async function authority(w: World) {
  const [by, agent, outsider] = [await person(w), await person(w), await person(w)];
  return { by, outsider, body: { partyId: by.id, agentId: agent.id, validFrom: '2026-01-01' } };
}

async function member(w: World) {
  const { id: unit } = await givenOrganization(w);
  const people = await administrators(w);
  const { id } = await made<{ id: string }>(people.by.agent.post('/v1/staff', asClerk(unit)));
  return { ...people, at: { id }, headers: untouched, unit };
}

async function system(w: World) {
  const people = await administrators(w);
  const body = { name: '业务系统', organizationId: (await givenOrganization(w)).id };
  const { id } = await made<{ id: string }>(people.by.agent.post('/v1/partners', body));
  return { ...people, at: { id }, body: { reason: '停用' } };
}

export const identityRecords: Records = {
  registerPerson: async (w) => ({
    by: await staff(w, { role: 'clerk' }),
    body: { name: '张三', idNumber: newIdNumber(), presence },
  }),
  '/v1/persons/{id}': async (w) => {
    const by = await person(w);
    return { by, at: { id: by.id }, outsider: await person(w) };
  },
  registerLegalPerson: async (w) => ({
    by: await staff(w, { role: 'clerk' }),
    body: { uscc: newUscc(), name: '示例有限公司', representativeId: (await person(w)).id, proof },
  }),
  giveAuthority: async (w) => ({ ...(await authority(w)), outside: [422] }),
  revokeAuthority: async (w) => {
    const { body, ...reach } = await authority(w);
    const { id } = await made<{ id: string }>(reach.by.agent.post('/v1/me/authorities', body));
    return { ...reach, at: { id }, body: {} };
  },
  // What one may grant is a rule on the grants, not on a record.
  registerStaff: async (w) => ({
    ...(await administrators(w)),
    body: asClerk((await givenOrganization(w)).id),
    outside: [422],
  }),
  '/v1/staff/{id}': member,
  changeStaff: async (w) => {
    const reach = await member(w);
    return { ...reach, body: asClerk(reach.unit) };
  },
  deactivateStaff: async (w) => ({ ...(await member(w)), body: { reason: '调离' } }),
  registerPartner: async (w) => ({
    ...(await administrators(w)),
    body: { name: '业务系统', organizationId: (await givenOrganization(w)).id },
  }),
  '/v1/partners/{id}': system,
};
