import { demoId } from '../../../kernel/persistence/uuid';

/** An order about a list of the demo region, whose version has the second id of what is made with it. */
export const demoOrder = {
  ...{ statute: '《示例条例》', article: '第八条', effectiveOn: '2027-01-01' },
  transitionClause: '本条例施行前已经受理、尚未作出决定的，适用本条例。',
  ...{ basicCode: '002014105001', divisionCode: '654021000000' },
  versionIds: [demoId('list', 'under-new-law', 1)],
};
