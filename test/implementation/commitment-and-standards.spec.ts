import { platform } from '../../src/kernel/authz/actor';
import { demoProposal, CatalogFacade } from '../../src/modules/catalog/catalog.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let organization: OrganizationCard;
let editor: Somebody;
const [platformEditor, publisher] = [platform('test-editor'), platform('test-publisher')];
beforeAll(async () => {
  w = await World.open();
  organization = await givenOrganization(w);
  editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
});
afterAll(() => w.close());

/** A list of this content over the item, submitted. */
async function submit(basicCode: string, content: object, variant: object = {}) {
  const body = { organizationId: organization.id, basicCode, level: '4', ...variant };
  const { id } = (await editor.agent.post('/v1/implementations', body).expect(201)).body as { id: string };
  await editor.agent
    .with({ 'if-match': '"1"' })
    .put(`/v1/implementations/${id}`, { ...guideContent(), ...content })
    .expect(200);
  return editor.agent.post(`/v1/implementations/${id}/submission`);
}

const commitment = { text: '承诺场所符合卫生标准', liability: '承诺不实的，撤销决定', afterCheckDays: 20 };

test('catalog/C7: a guide offers handling on commitment only while the item is listed for it', async () => {
  const { basicCode } = await givenItem(w);
  const refused = await submit(basicCode, { commitment });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'implementation.commitment-not-listed', rule: 'catalog/C7' });
  expect(refused.body.errors).toMatchObject([{ pointer: '/commitment' }]);
  const listed = await givenItem(w);
  const proposal = { ...demoProposal, basicCode: listed.basicCode };
  await w.get(CatalogFacade).listForCommitment({ editor: platformEditor, publisher }, proposal);
  expect((await submit(listed.basicCode, { commitment })).body).toMatchObject({ state: 'submitted', content: { commitment } });
});
