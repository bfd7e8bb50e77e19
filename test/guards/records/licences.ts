import { licenceTypeCode } from '../../../src/modules/licences/identifier.rules';
import { person, staff } from '../../kit/actors';
import { givenLicence } from '../../kit/given-licence';
import { givenLicenceType, licenceTypeContent } from '../../kit/given-licence-type';
import { givenOrganization, newUscc } from '../../kit/given-organization';
import type { World } from '../../kit/world';
import { annulment } from '../../licences/annulment.kit';
import { made, type Given, type Records, untouched } from '../reach';

const editor = (w: World) => staff(w, { role: 'catalogue-editor' });
const stranger = (w: World) => ({ id: 'nobody', agent: w.as() });
const newTypeCode = () => licenceTypeCode(newUscc(), 1);

/** A type that has been defined and not been published. */
async function draft(w: World) {
  const by = await editor(w);
  const typeCode = newTypeCode();
  await made(by.agent.post('/v1/licence-types', { typeCode, ...licenceTypeContent }));
  return { by, at: { typeCode }, headers: untouched, body: licenceTypeContent };
}

const published: Given = async (w) => ({
  by: stranger(w),
  at: { typeCode: (await givenLicenceType(w)).typeCode, number: '1' },
});

const held: Given = async (w) => {
  const { licence, holder } = await givenLicence(w);
  return { by: holder, at: { id: licence.id }, outsider: await person(w) };
};

export const licencesRecords: Records = {
  defineLicenceType: async (w) => ({ by: await editor(w), body: { typeCode: newTypeCode(), ...licenceTypeContent } }),
  '/v1/licence-types/{typeCode}': published,
  changeLicenceType: draft,
  publishLicenceType: draft,
  readLicenceStatusList: async (w) => {
    const { licence, holder } = await givenLicence(w);
    await made(holder.agent.get(`/v1/licences/${licence.id}/credential`));
    return { by: stranger(w), at: { number: '1' } };
  },
  '/v1/licences/{id}': held,
  annulLicence: async (w) => {
    const { licence, unit } = await givenLicence(w);
    const outsider = await staff(w, { role: 'department-head', unit: (await givenOrganization(w)).id });
    return { by: await staff(w, { role: 'department-head', unit }), at: { id: licence.id }, outsider, body: await annulment(w) };
  },
};
