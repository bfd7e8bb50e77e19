import { adoptingDivision } from '../../src/modules/catalog/standing.facade';
import { cleared } from '../../src/modules/catalog/catalog.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import type { GuideChange, GuideChanges } from '../../src/modules/implementation/feed/guide-changes.views';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import type { World } from '../kit/world';

/** The hands that bring lists of one organization to publication, through HTTP. */
export interface Desk {
  organization: OrganizationCard;
  editor: Somebody;
  administrator: Somebody;
}

export async function givenDesk(w: World, divisionCode?: string): Promise<Desk> {
  const organization = await givenOrganization(w, { divisionCode });
  return {
    organization,
    editor: await staff(w, { role: 'implementation-editor', unit: organization.id }),
    administrator: await staff(w, { role: 'service-administrator', area: '650000000000' }),
  };
}

const of = (id: string, act = '') => `/v1/implementations/${id}${act}`;

export interface Listed {
  id: string;
  code: string;
}

/** A list that wants nothing but its publication. */
export async function audited(
  w: World,
  desk: Desk,
  basicCode?: string,
  level: '3' | '4' = '4',
): Promise<Listed & { basicCode: string }> {
  const item = basicCode ?? (await givenItem(w, {}, adoptingDivision(desk.organization.areaPath, level))).basicCode;
  const body = { organizationId: desk.organization.id, basicCode: item, level, variantNumber: 1 };
  const drafted = await desk.editor.agent.post('/v1/implementations', body).expect(201);
  const { id, variantCode: code, version } = drafted.body;
  await bring(desk, id, version, 10);
  return { id, code, basicCode: item };
}

/** Edited with another promise, submitted, audited and cleared. */
export async function bring({ editor, administrator }: Desk, id: string, version: number, days: number): Promise<void> {
  const content = guideContent({ promisedLimit: { days, unit: 'working-day' } });
  await editor.agent
    .with({ 'if-match': `"${version}"` })
    .put(of(id), content)
    .expect(200);
  await editor.agent.post(of(id, '/submission')).expect(200);
  await administrator.agent.post(of(id, '/audit'), { outcome: 'approved', reasons: '要素完整' }).expect(200);
  await administrator.agent.post(of(id, '/secrecy-review'), cleared).expect(200);
}

export const publish = ({ administrator }: Desk, { id }: Listed, effectiveFrom?: string) =>
  administrator.agent.post(of(id, '/publication'), effectiveFrom ? { effectiveFrom } : {}).expect(200);

export const withdraw = ({ administrator }: Desk, { id }: Listed) =>
  administrator.agent.post(of(id, '/withdrawal'), { reason: '依据已废止' }).expect(200);

export async function published(w: World, desk: Desk, basicCode?: string): Promise<Listed & { basicCode: string }> {
  const list = await audited(w, desk, basicCode);
  await publish(desk, list);
  return list;
}

/** The next version of a published list, with a shorter promise, from now on or from a later day. */
export async function revise(desk: Desk, list: Listed, days: number, effectiveFrom?: string): Promise<void> {
  const { body } = await desk.editor.agent.get(of(list.id)).expect(200);
  await bring(desk, list.id, body.version, days);
  await publish(desk, list, effectiveFrom);
}

export async function page(w: World, query: Record<string, string>): Promise<GuideChanges> {
  return (
    await w
      .as()
      .get(`/v1/guides/changes?${new URLSearchParams(query).toString()}`)
      .expect(200)
  ).body as GuideChanges;
}

/** The feed from a cursor to its end. */
export async function follow(w: World, query: Record<string, string> = {}): Promise<{ items: GuideChange[]; next: string }> {
  const items: GuideChange[] = [];
  for (let after = query.after; ;) {
    const read = await page(w, { ...query, ...(after && { after }) });
    items.push(...read.items);
    after = read.next;
    if (!read.more) return { items, next: read.next };
  }
}

/** Something that one part of a spec waits for until another part opens it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
