import { person, staff } from '../../kit/actors';
import {
  givenBundle,
  givenJourney,
  givenNewbornGuides,
  newbornApplication,
  newbornContent,
  newBundleCode,
} from '../../kit/given-bundle';
import { givenOrganization } from '../../kit/given-organization';
import type { World } from '../../kit/world';
import { ELSEWHERE, type Given, made, type Records, untouched } from '../reach';

/** A draft of the lead organization, complete. */
async function draft(w: World) {
  const guides = await givenNewbornGuides(w);
  const leadOrganizationId = guides.birth.organization.id;
  const editor = await staff(w, { role: 'implementation-editor', unit: leadOrganizationId });
  const content = newbornContent(guides);
  const body = { code: newBundleCode(), leadOrganizationId, ...content };
  const { id } = await made<{ id: string }>(editor.agent.post('/v1/bundles', body));
  return { editor, content, at: { id } };
}

const elsewhere = async (w: World) => staff(w, { role: 'implementation-editor', unit: (await givenOrganization(w)).id });

const administered =
  (body: object = {}): Given =>
  async (w) => {
    const { at } = await draft(w);
    const by = await staff(w, { role: 'service-administrator', area: '650100000000' });
    return { by, at, body, outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }) };
  };

const ofApplicant: Given = async (w) => {
  const { id, applicant } = await givenJourney(w);
  return { by: applicant, at: { id }, outsider: await person(w) };
};

export const bundlesRecords: Records = {
  draftBundle: async (w) => {
    const guides = await givenNewbornGuides(w);
    const leadOrganizationId = guides.birth.organization.id;
    return {
      by: await staff(w, { role: 'implementation-editor', unit: leadOrganizationId }),
      body: { code: newBundleCode(), leadOrganizationId, ...newbornContent(guides) },
      outsider: await elsewhere(w),
    };
  },
  '/v1/bundles/{id}': async (w) => {
    const { editor, at } = await draft(w);
    return { by: editor, at, outsider: await elsewhere(w) };
  },
  editBundle: async (w) => {
    const { editor, content, at } = await draft(w);
    return { by: editor, at, body: content, headers: untouched, outsider: await elsewhere(w) };
  },
  publishBundle: administered(),
  withdrawBundle: administered({ reason: '主题调整' }),
  '/v1/bundle-versions/{id}': async (w) => {
    return { by: { id: 'nobody', agent: w.as() }, at: { id: (await givenBundle(w)).document.versionId } };
  },
  beginJourney: async (w) => ({ by: await person(w), body: newbornApplication(await givenBundle(w)) }),
  '/v1/journeys/{id}': ofApplicant,
  stopJourney: ofApplicant,
};
