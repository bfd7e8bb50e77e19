import type { ItemElementsInput } from '../elements.inputs';
import type { DraftItemInput } from './item.inputs';

export const editedItem: ItemElementsInput = {
  ...{ name: '创业场所补贴申领（演示）', exerciseLevels: ['4'], audiences: ['1'] },
  legalBasis: ['《中华人民共和国就业促进法》第十五条'],
  acceptanceConditions: '在演示区首次创业并租用经营场所。',
  statutoryLimit: { days: 20, unit: 'working-day' },
  ...{ resultName: '补贴审核结果', resultType: 'document' },
  fees: { charged: false },
  materials: [
    {
      ...{ code: 'M01', name: '补贴申请表', necessity: 'required', source: 'applicant', replaceableBy: {} },
      form: { medium: 'either', document: 'original', originals: 1, copies: 0 },
      legalBasis: '《中华人民共和国就业促进法》第十五条',
    },
  ],
  reviewStandard: '首次创业和租用场所的情况属实。',
};

/** A code of the region's own (地方自设). */
export const newItem: DraftItemInput = { basicCode: '652014901W01', ...editedItem };
