import { platform } from '../../src/kernel/authz/actor';
import { CatalogFacade, type ItemElements, type PublishedItem } from '../../src/modules/catalog/catalog.facade';
import { StandingFacade } from '../../src/modules/catalog/standing.facade';
import type { Somebody } from './actors';
import type { World } from './world';

let serial = 0;

/** A national basic code that no other given has: type, department, main item 9xx. */
export const newBasicCode = (itemType = '01'): string => {
  serial++;
  return `00${itemType}23${900 + Math.floor(serial / 999)}${String(1 + (serial % 999)).padStart(3, '0')}`;
};

/** Fictional elements: a hygiene licence, 20 working days, two materials, no fee. */
export function itemElements(overrides: Partial<ItemElements> = {}): ItemElements {
  const basicCode = overrides.basicCode ?? newBasicCode(overrides.itemType);
  return {
    name: '示例场所卫生许可',
    basicCode,
    itemType: basicCode.slice(2, 4),
    legalBasis: ['《公共场所卫生管理条例》第八条'],
    exerciseLevels: ['3', '4'],
    audiences: ['1', '2'],
    acceptanceConditions: '场所已经建成并符合卫生标准。',
    statutoryLimit: { days: 20, unit: 'working-day' },
    resultName: '示例卫生许可证',
    resultType: 'document',
    fees: { charged: false },
    materials: [
      {
        code: 'M01',
        name: '申请表',
        necessity: 'required',
        source: 'applicant',
        replaceableBy: {},
        form: { medium: 'either', document: 'original', originals: 1, copies: 0 },
        legalBasis: '《公共场所卫生管理条例实施细则》第二十三条',
      },
      {
        code: 'M02',
        name: '检测报告',
        necessity: 'required',
        source: 'third-party',
        replaceableBy: {},
        form: { medium: 'either', document: 'original', originals: 1, copies: 0 },
        legalBasis: '《公共场所卫生管理条例实施细则》第二十三条',
      },
    ],
    reviewStandard: '材料齐全，检测结果合格。',
    ...overrides,
  };
}

/** The same as an editor sends them: code and type come from elsewhere. */
export function draftElements(overrides: Partial<ItemElements> = {}): Omit<ItemElements, 'basicCode' | 'itemType'> {
  const elements: Partial<ItemElements> = itemElements({ basicCode: '650123900000', ...overrides });
  delete elements.basicCode;
  delete elements.itemType;
  return elements as Omit<ItemElements, 'basicCode' | 'itemType'>;
}

/** A catalogue item in force, as the national import leaves it, adopted by 天山区 unless told (where its level exercises it). */
export async function givenItem(
  w: Pick<World, 'get'>,
  overrides: Partial<ItemElements> = {},
  division = '650102000000',
): Promise<PublishedItem> {
  const item = await w.get(CatalogFacade).takeNational(platform('test'), itemElements(overrides), 'test');
  await w.get(StandingFacade).adopt(platform('test'), { division, basicCodes: [item.basicCode] });
  return item;
}

/** catalog/C9: by somebody who has looked at what hangs on it. */
export async function withdrawItem({ agent }: Somebody, basicCode: string, reason = '依据已废止') {
  const { body } = await agent.get(`/v1/catalog/items/${basicCode}/impact`);
  return agent.post(`/v1/catalog/items/${basicCode}/withdrawal`, { reason, impact: (body as { digest?: string }).digest });
}
