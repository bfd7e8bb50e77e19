import { Clock } from '../../kernel/clock/clock';
import { shanghaiDay } from '../../kernel/clock/day';
import { CatalogFacade } from '../../modules/catalog/catalog.facade';
import { demoImport, ImplementationFacade } from '../../modules/implementation/implementation.facade';
import { itemRow } from '../catalogue';
import { elementsOf } from '../items/item-row';
import { idOf, named, type Section, seeding } from '../house';
import { contentOf } from '../list-content';
import { COUNTY, organization } from '../organizations';
import { asStaff } from '../people';
import { says } from './says';

const YEAR = 365 * 86_400_000;
const BASIC_CODE = '002014105001';
const TO_FOLLOW = '002014006007';

/** Handling variants of one list on their way to publication, and one that may be withdrawn. */
export const listRecords: Section = {
  ...{ says, mark: { kind: 'implementation.implementation', id: idOf('list', 'to-withdraw') } },
  make: async (house) => {
    const implementation = house.get(ImplementationFacade);
    const organ = organization('county-hr');
    const hands = { editor: asStaff('county-editor'), auditor: asStaff('service-administrator') };
    const list = (variantNumber: number, variantName: string) => ({
      ...{ organizationId: organ.id, basicCode: BASIC_CODE, level: '4' as const, variantNumber, variantName },
      ...{ content: contentOf(organ, itemRow(BASIC_CODE), 10, {}), reasons: '要素完整，与基本目录一致。' },
    });
    for (const [name, state, number, says] of [
      ['to-edit', 'bare', 11, '演示待编制'],
      ['to-submit', 'draft', 12, '演示待提交'],
      ['to-audit', 'submitted', 13, '演示待审核'],
      ['to-publish', 'cleared', 14, '演示待发布'],
      ['to-clear', 'audited', 16, '演示待保密审查'],
    ] as const)
      await named('list', name, () => implementation.bringTo(state, hands, list(number, says)));
    const more = { code: 'S4', name: '复审', countsAsStep: true };
    for (const [name, number, says] of [
      ['to-ask-steps', 17, '演示待申请超环节'],
      ['to-grant-steps', 18, '演示待批准超环节'],
    ] as const) {
      const draft = list(number, says);
      const content = { ...draft.content, steps: [...draft.content.steps!, more] };
      const { id } = await named('list', name, () => implementation.bringTo('draft', hands, { ...draft, content }));
      if (name === 'to-grant-steps') await implementation.askForSteps(hands.editor, id, '涉及公共安全，须经复审。');
    }
    await named('job', 'import', () => implementation.importLists(hands.auditor, demoImport));
    const nextYear = shanghaiDay(new Date(Date.parse(await house.get(Clock).now()) + YEAR).toISOString());
    await named('list', 'to-unschedule', () =>
      implementation.bringTo('published', hands, { ...list(21, '演示待生效'), effectiveFrom: nextYear }),
    );
    await named('list', 'to-suspend', () => implementation.bringTo('published', hands, list(22, '演示待暂停')));
    await named('list', 'to-resume', () => implementation.bringTo('suspended', hands, list(23, '演示已暂停')));
    // The state makes the review standard of an item more precise: its list must follow.
    const item = elementsOf(itemRow(TO_FOLLOW));
    const precise = { ...item, reviewStandard: `${item.reviewStandard}已核对参保记录和继承关系。` };
    await named('item', 'followed', () => house.get(CatalogFacade).takeNational(seeding, precise, 'demo-revision'));
    await named('list', 'to-withdraw', () => implementation.bringOut(hands, list(15, '演示待取消')));
  },
};

/** Lists derived from what the region offers, on their way to publication, and a published one. */
export const managedListRecords: Section = {
  ...{ says, mark: { kind: 'implementation.managed-list', id: idOf('managed-list', 'published') } },
  make: async (house) => {
    const hands = { keeper: seeding, reviewer: asStaff('service-administrator') };
    for (const [name, state, kind] of [
      ['to-clear', 'derived', 'deferred-materials'],
      ['to-discard', 'derived', 'certificates-and-proofs'],
      ['to-publish', 'cleared', 'licence-sharing'],
      ['published', 'published', 'licensing'],
    ] as const)
      await named('managed-list', name, () =>
        house.get(ImplementationFacade).bringManagedListTo(state, hands, { kind, division: COUNTY }),
      );
  },
};
