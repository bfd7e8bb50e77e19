import { DEFERRAL_TEXT } from '../../src/modules/acceptance/acceptance.facade';
import type { GuideMaterial } from '../../src/modules/implementation/implementation.facade';
import { application, type Desk, givenCase, givenDesk, statement } from './given-case';
import { itemElements } from './given-item';
import type { World } from './world';

/** What is promised for later, naming the text of today. */
export const promise = (code = 'M03', textVersion = DEFERRAL_TEXT.version) => ({ code, kind: 'deferred', textVersion });

/** A desk whose guide lets the third material follow later. */
export const givenDeferringDesk = (w: World, deferral: Partial<GuideMaterial> = { deferralDays: 5 }): Promise<Desk> => {
  const materials = itemElements().materials as GuideMaterial[];
  const third = { ...materials[0]!, code: 'M03', name: '场所使用证明', necessity: 'deferrable' as const, ...deferral };
  return givenDesk(w, { overrides: { materials: [...materials, third] } });
};

export const deferring = { materials: [statement('M01'), statement('M02'), promise()] };

/** A case that was accepted with the third material promised. */
export async function givenDeferral(desk: Desk): Promise<{ id: string; deferralId: string }> {
  const { id } = await givenCase(desk, 'accepted', deferring);
  return { id, deferralId: (await deferralsOf(desk, id))[0]!.id };
}

interface Deferral {
  id: string;
  state: string;
  dueOn: string;
  source: string;
  acts: string[];
}

export async function deferralsOf({ applicant }: Desk, id: string): Promise<Deferral[]> {
  const { body } = await applicant.agent.get(`/v1/cases/${id}/deferrals`).expect(200);
  return (body as { items: Deferral[] }).items;
}

export const complete = (desk: Desk, more: object = {}) =>
  application(desk, { materials: [statement('M01'), statement('M02'), statement('M03')], ...more });
