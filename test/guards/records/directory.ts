import { staff } from '../../kit/actors';
import { givenItem } from '../../kit/given-item';
import { givenOrganization, newUscc } from '../../kit/given-organization';
import type { World } from '../../kit/world';
import { ELSEWHERE, HERE, made, type Given, type Records, untouched } from '../reach';

const administrators = async (w: World) => ({
  by: await staff(w, { role: 'service-administrator', area: '650100000000' }),
  outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
});

const organization: Given = async (w) => ({
  ...(await administrators(w)),
  at: { id: (await givenOrganization(w)).id },
  headers: untouched,
});

const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '18:00' }];
const centre = (hostId: string) => ({ name: '示例便民服务点', hostId, responsibleId: hostId, address: '示例路 1 号', hours });
const newPlace = (hostId: string) => ({ ...centre(hostId), kind: 'self-service', divisionCode: HERE });

async function place(w: World) {
  const people = await administrators(w);
  const host = await givenOrganization(w);
  const { id } = await made<{ id: string }>(people.by.agent.post('/v1/service-places', newPlace(host.id)));
  return { ...people, at: { id }, host: host.id, headers: untouched };
}

const serving = (organ: string) => ({
  ...{ name: '示例供水单位', supervisorId: organ, complaint: { phone: '0991-0000001', organizationId: organ } },
});
const newProvider = (organ: string) => ({ ...serving(organ), kind: 'water', divisionCode: HERE });

async function provider(w: World) {
  const people = await administrators(w);
  const host = (await givenOrganization(w)).id;
  const { id } = await made<{ id: string }>(people.by.agent.post('/v1/providers', newProvider(host)));
  return { ...people, at: { id }, host, headers: untouched };
}

const window = { label: 'A01', name: '综合窗口', kind: 'comprehensive' };

async function delegation(w: World) {
  const { id } = await givenOrganization(w);
  const by = await staff(w, { role: 'department-head', unit: id });
  const outsider = await staff(w, { role: 'department-head', unit: (await givenOrganization(w)).id });
  const chief = await staff(w, { role: 'officer', unit: id });
  const { now } = await made<{ now: string }>(w.as().get('/ops/clock'));
  const [fromOn, toOn] = [now.slice(0, 10), `${Number(now.slice(0, 4)) + 1}${now.slice(4, 10)}`];
  const grant = { staffId: chief.id, allItems: true, steps: ['acceptance', 'decision'], fromOn, toOn };
  return { by, outsider, at: { id }, grant };
}

async function arrangement(w: World) {
  const { by, outsider, at, grant } = await delegation(w);
  const township = await givenOrganization(w, { divisionCode: '650102002000' });
  const { basicCode } = await givenItem(w);
  const arrange = {
    ...{ grantorId: at.id, receiverId: township.id, mode: 'entrusted-acceptance', itemCodes: [basicCode] },
    ...{ decides: 'grantor', liable: 'grantor', documentNumber: '示例〔2026〕1号', fromOn: grant.fromOn },
  };
  return { by, outsider, arrange };
}

export const directoryRecords: Records = {
  '/v1/divisions/{code}': (w) => Promise.resolve({ by: { id: 'nobody', agent: w.as() }, at: { code: HERE } }),
  registerOrganization: async (w) => ({
    ...(await administrators(w)),
    body: { name: '示例机构', uscc: newUscc(), divisionCode: HERE },
  }),
  '/v1/organizations/{id}': organization,
  changeOrganization: async (w) => ({ ...(await organization(w)), body: { name: '示例机构', divisionCode: HERE } }),
  grantDelegation: async (w) => {
    const { grant, ...reach } = await delegation(w);
    return { ...reach, body: grant };
  },
  listDelegations: async (w) => {
    const { by, outsider, at } = await delegation(w);
    return { by, outsider, at, outside: [200, 403, 404] };
  },
  revokeDelegation: async (w) => {
    const { grant, ...reach } = await delegation(w);
    const { id } = await made<{ id: string }>(reach.by.agent.post(`/v1/organizations/${reach.at.id}/delegations`, grant));
    return { ...reach, at: { ...reach.at, delegationId: id } };
  },
  arrangeDownward: async (w) => {
    const { arrange, ...reach } = await arrangement(w);
    return { ...reach, body: arrange };
  },
  '/v1/downward-arrangements/{id}': async (w) => {
    const { arrange, ...reach } = await arrangement(w);
    const { id } = await made<{ id: string }>(reach.by.agent.post('/v1/downward-arrangements', arrange));
    return { ...reach, at: { id } };
  },
  registerProvider: async (w) => ({ ...(await administrators(w)), body: newProvider((await givenOrganization(w)).id) }),
  '/v1/providers/{id}': provider,
  changeProvider: async (w) => {
    const reach = await provider(w);
    return { ...reach, body: serving(reach.host) };
  },
  registerPlace: async (w) => ({ ...(await administrators(w)), body: newPlace((await givenOrganization(w)).id) }),
  '/v1/service-places/{id}': place,
  changePlace: async (w) => {
    const reach = await place(w);
    return { ...reach, body: centre(reach.host) };
  },
  openWindow: async (w) => ({ ...(await place(w)), body: window }),
  closeWindow: async (w) => {
    const reach = await place(w);
    const { id } = await made<{ id: string }>(reach.by.agent.post(`/v1/service-places/${reach.at.id}/windows`, window));
    return { ...reach, at: { ...reach.at, windowId: id }, body: { reason: '整合' } };
  },
};
