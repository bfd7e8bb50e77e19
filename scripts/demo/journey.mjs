import { statement } from './case.mjs';
import { demand, eventually, expect } from './story.mjs';

/** One application for everything that a birth brings with it, where the region has published that bundle. */
export async function journeyBegins(story, cast) {
  const { items } = await cast.anybody.get('/v1/bundle-versions?limit=100');
  const bundle = items.find(({ theme }) => theme.includes('新生儿'));
  if (!bundle) return;
  story.chapter(`One matter: ${bundle.name}`);
  const { bundle: content } = await cast.anybody.get(`/v1/bundle-versions/${bundle.versionId}`);
  story.line(bundle.leadOrganizationName, `leads ${content.members.length} items of ${organs(content)} organs`, {
    ...{ number: bundle.code, state: `version ${bundle.versionNumber}` },
  });
  const citizen = await cast.as('citizen');
  const begun = await citizen.post('/v1/journeys', {
    ...{ code: bundle.code, channel: content.channels.includes('online') ? 'online' : content.channels[0], resultsMayFlow: true },
    form: filled(content.form),
    materials: content.materials
      .filter(({ required, certificateType }) => required && !certificateType)
      .map(({ code }) => statement(code)),
  });
  story.line(citizen.who, 'applies once for all of them 一次申请', { number: begun.journeyNumber, state: begun.state });
  const journey = await eventually(async () => {
    const read = await citizen.get(`/v1/journeys/${begun.id}`);
    return read.members.some(({ caseNumber }) => caseNumber) && read;
  }, 'the first case of the journey');
  demand(journey.members.length === content.members.length, 'every member of the bundle should be part of the journey');
  for (const { key, caseNumber, state, reason } of journey.members) {
    const { name, organization } = content.members.find((member) => member.key === key);
    const what = caseNumber ? `receives ${name}` : `will receive ${name}${reason ? ` (${reason})` : ''}`;
    story.line(organization.name, what, { number: caseNumber, state });
  }
  expect(journey, { journeyNumber: begun.journeyNumber }, 'the journey');
}

const organs = ({ members }) => new Set(members.map(({ organization }) => organization.id)).size;

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
