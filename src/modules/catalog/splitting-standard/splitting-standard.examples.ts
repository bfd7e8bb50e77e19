import { demoId } from '../../../kernel/persistence/uuid';
import type { EditSplittingStandardInput } from './splitting-standard.inputs';

export const editedStandard: EditSplittingStandardInput = {
  counterparts: [demoId('organization', 'county-hr')],
  variants: [
    { number: 1, name: '新办', situations: ['首次申请'] },
    { number: 2, name: '变更', situations: ['登记事项发生变化'] },
  ],
  elements: [{ element: 'materials', guidance: '按基本目录逐项列明，不得增加。' }],
};

export const newStandard = {
  ...editedStandard,
  ...{ basicCode: '000115003000', organizationId: demoId('organization', 'region-hr') },
};
