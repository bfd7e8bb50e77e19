import { problems } from '../../../kernel/http/problem';

const common = { rule: 'implementation/I4', basis: '新政发〔2022〕84号 四' } as const;

/** What stands against asking for more steps, or deciding about them. */
export const refuseApproval = problems('implementation', {
  'approval-not-needed': {
    ...{ ...common, status: 422 },
    en: '{count} steps count, and so many need no approval',
    zh: '计入环节 {count} 个，无须批准',
  },
  'approval-asked-already': {
    ...{ ...common, status: 409 },
    en: 'Approval of {count} steps has been asked for, or granted, already',
    zh: '已申请或已批准 {count} 个环节',
  },
  'approval-not-asked': {
    ...{ ...common, status: 409 },
    en: 'Nobody waits for an approval of more steps of this list',
    zh: '该清单没有待批准的超环节申请',
  },
  'approval-own-request': {
    ...{ ...common, status: 403 },
    en: 'Nobody approves more steps of their own draft',
    zh: '不得批准本人编制的清单超环节',
  },
  'approval-number-missing': {
    ...{ ...common, status: 422 },
    en: 'A grant names the number of its document',
    zh: '批准须注明文号',
  },
});
