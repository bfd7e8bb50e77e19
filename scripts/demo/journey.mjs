import { lineOf, statement } from './case.mjs';
import { demand, eventually, expect } from './story.mjs';

const HEADS = ['health-head', 'police-head', 'insurance-head', 'county-head'];
const ACTS = [
  { act: 'accept', path: 'acceptance', sent: {}, says: 'accepts 受理' },
  { act: 'decide', path: 'decision', sent: { granted: true }, says: 'grants 准予' },
  { act: 'deliver', path: 'delivery', sent: { method: 'download' }, says: 'delivers 送达' },
];

/** One application for everything that a birth brings with it, where the region has published that bundle (新生儿出生“一件事”). */
export async function journeyIsMade(story, cast) {
  const { items } = await cast.anybody.get('/v1/bundle-versions?limit=100');
  const bundle = items.find(({ theme }) => theme.includes('新生儿'));
  if (!bundle) return;
  const { bundle: content } = await cast.anybody.get(`/v1/bundle-versions/${bundle.versionId}`);
  story.chapter(`One matter: ${bundle.name}, ${content.members.length} items`);
  const citizen = await cast.as('citizen');
  const begun = await citizen.post('/v1/journeys', applicationFor(bundle, content));
  expect(begun, { state: 'running' }, 'the journey');
  story.line(citizen.who, 'applies once for all of them', {
    ...{ number: begun.journeyNumber, state: begun.state, due: begun.dueOn },
  });
  const heads = await headsOf(cast);
  const met = new Set();
  for (let member; (member = await nextMember(citizen, begun, met)); met.add(member.key)) {
    const when = member.waitsFor.length ? 'then hands in' : 'hands in';
    story.line('platform', `${when} ${member.name}`, { number: member.caseNumber, state: member.caseState });
    const head = heads.get(member.organizationId);
    demand(head, `nobody signs in for ${member.organizationName}`);
    await handle(story, head, member);
  }
  const over = await citizen.get(`/v1/journeys/${begun.id}`);
  expect(over, { state: 'completed' }, 'the journey');
  expect({ met: met.size }, { met: content.members.length }, 'members of the journey');
  story.line(citizen.who, 'has everything, by one application', { number: over.journeyNumber, state: over.state });
}

/** The next one whose case is there; undefined when the journey is over. */
async function nextMember(citizen, { id, journeyNumber }, met) {
  const { member } = await eventually(async () => {
    const { members, state } = await citizen.get(`/v1/journeys/${id}`);
    const member = members.find(({ key, caseId }) => caseId && !met.has(key));
    return (member || state !== 'running') && { member };
  }, `the next case of ${journeyNumber}`);
  return member;
}

const applicationFor = ({ code }, { channels, form, materials }) => ({
  ...{ code, channel: channels.includes('online') ? 'online' : channels[0], resultsMayFlow: true },
  form: filled(form),
  materials: materials.filter(({ required }) => required).map((material) => statement(material.code)),
});

async function headsOf(cast) {
  const heads = new Map();
  for (const name of HEADS) {
    const head = await cast.as(name);
    for (const { role, unit } of (await head.get('/v1/me')).grants) if (role === 'department-head') heads.set(unit, head);
  }
  return heads;
}

async function handle(story, head, { caseId, name }) {
  for (const { act, path, sent, says } of ACTS) {
    const { acts } = await head.get(`/v1/cases/${caseId}`);
    if (!acts.includes(act)) continue;
    const kase = await head.post(`/v1/cases/${caseId}/${path}`, sent);
    story.line(head.who, `${says}: ${name}`, lineOf(kase));
  }
  expect(await head.get(`/v1/cases/${caseId}`), { state: 'completed', granted: true }, name);
}

/** Something for every field that the merged form demands. */
function filled({ properties = {}, required = [] }) {
  return Object.fromEntries(required.map((name) => [name, valueFor(properties[name], name)]));
}

function valueFor(schema, name) {
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'date') return '2026-06-30';
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'object') return filled(schema);
  return `示例${schema.title ?? name}`.slice(0, schema.maxLength);
}
