import type { Material, PublishedItem } from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import { inherit } from '../content/guide-of.rules';
import { follow } from './following.rules';

const material = (code: string, name = code): Material => ({
  code,
  name,
  necessity: 'required',
  source: 'applicant',
  replaceableBy: {},
});
const item = (more: object): PublishedItem =>
  ({
    name: '许可',
    elements: { reviewStandard: '合格', resultType: 'document', resultName: '证', materials: [], ...more },
  }) as unknown as PublishedItem;

const before = item({ acceptanceConditions: '甲', materials: [material('M01'), material('M02'), material('M03')] });
const after = item({
  acceptanceConditions: '乙',
  materials: [material('M01', '新名'), material('M02'), material('M04')],
  resultName: '新证',
});
const own: GuideContent = {
  ...{
    materials: [{ ...material('M01'), replaceableBy: { commitment: true } }],
    promisedLimit: { days: 3, unit: 'working-day' },
  },
  result: { kind: 'document', name: '证', validityMonths: 12 },
};
const followed = follow(inherit(own, before), before, after);

test('implementation/I1: what the list had as the catalogue laid it down follows', () => {
  expect(followed).toMatchObject({ acceptanceConditions: '乙', result: { name: '新证', validityMonths: 12 } });
});

test('implementation/I1: what is its own stays', () => expect(followed.promisedLimit).toEqual({ days: 3, unit: 'working-day' }));

test('implementation/I1: materials follow one by one: changed, left out, gone and new', () =>
  expect(followed.materials).toEqual([{ ...material('M01', '新名'), replaceableBy: { commitment: true } }, material('M04')]));

test('implementation/I1: where nothing has changed nothing changes', () =>
  expect(follow(inherit(own, before), before, before)).toEqual(JSON.parse(JSON.stringify(inherit(own, before)))));
