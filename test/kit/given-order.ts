import { TakingEffect } from '../../src/modules/acceptance/change-of-law/taking-effect.service';
import { type Somebody, staff } from './actors';
import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import { givenDesk as givenEditors, published, revise } from '../implementation/feed.kit';
import { type Desk, givenDesk, givenHands } from './given-case';
import { type GivenGuide, givenRevision } from './given-guide';
import { itemElements } from './given-item';
import type { World } from './world';

export const ORDERS = '/v1/change-of-law-orders';

/** Those who give orders: of the region, one to draft and one to issue. */
export interface Administration {
  drafter: Somebody;
  issuer: Somebody;
}

const REGION = { role: 'service-administrator', area: '650000000000' };

export const givenAdministration = async (w: World): Promise<Administration> => ({
  drafter: await staff(w, REGION),
  issuer: await staff(w, REGION),
});

const { materials } = itemElements();
const ALL = [...materials, { ...materials[1]!, code: 'M03', name: '平面图' }];
const OLD = { materials };

/** A desk whose guide asks for two of the three materials of its item. */
export const givenOldLaw = (w: World): Promise<Desk> => givenDesk(w, { item: { materials: ALL }, overrides: OLD });

/** The next version, with all three and a longer promise. */
export const givenNewLaw = (w: World, { guide }: Pick<Desk, 'guide'>): Promise<GivenGuide> =>
  givenRevision(w, guide, { materials: ALL, promisedLimit: { days: 15, unit: 'working-day' } });

/** A version that asks for two again. */
export const givenMilderLaw = (w: World, { guide }: Pick<Desk, 'guide'>, days = 14): Promise<GivenGuide> =>
  givenRevision(w, guide, { ...OLD, promisedLimit: { days, unit: 'working-day' } });

/** A desk whose list has a version with a longer promise for a later day. */
export async function givenScheduled(w: World, day: string): Promise<{ own: Desk; version: GivenGuide }> {
  const editors = await givenEditors(w);
  const list = await published(w, editors);
  const offer = (await w.get(ImplementationFacade).offer(list.code))!;
  const guide = { ...offer, organization: editors.organization };
  await revise(editors, list, 12, day);
  const [next] = await w.rows<{ id: string }>(
    'select id from implementation.guide_version where variant_code = $1 order by number desc limit 1',
    [list.code],
  );
  return { own: await givenHands(w, guide), version: { ...guide, versionId: next!.id } };
}

/** The body of an order that sends the open cases of a guide to its version. */
export const orderOf = ({ guide, versionId }: GivenGuide, more: object = {}) => ({
  ...{ statute: '《示例条例》', article: '第八条', transitionClause: '本条例施行前已经受理、尚未作出决定的，适用本条例。' },
  ...{ effectiveOn: '2025-01-01', basicCode: guide.basicCode, divisionCode: '650102000000', versionIds: [versionId] },
  ...more,
});

export async function givenOrder({ drafter }: Administration, version: GivenGuide, more: object = {}): Promise<{ id: string }> {
  const { body, status } = await drafter.agent.post(ORDERS, orderOf(version, more));
  if (status !== 201) throw new Error(`order: ${JSON.stringify(body)}`);
  return body as { id: string };
}

/** By somebody who has read what it changes. */
export async function issue({ issuer }: Administration, { id }: { id: string }) {
  const { body } = await issuer.agent.get(`${ORDERS}/${id}/impact`).expect(200);
  return issuer.agent.post(`${ORDERS}/${id}/issue`, { impact: (body as { digest: string }).digest });
}

/** Sweeps are run here rather than waited for. */
export async function carriedOut(w: World): Promise<void> {
  await w.get(TakingEffect).sweep();
  await w.settle();
}

/** A desk, a new law for it, and an order that is issued. */
export async function givenIssuedOrder(w: World, by: Administration, more: object = {}) {
  const desk = await givenOldLaw(w);
  const version = await givenNewLaw(w, desk);
  const order = await givenOrder(by, version, more);
  const { status, body } = await issue(by, order);
  if (status !== 200) throw new Error(`issue: ${JSON.stringify(body)}`);
  return { desk, version, order };
}
