import { demoId } from '../../../kernel/persistence/uuid';
import { guideContent } from '../content/content.examples';
import type { ListRowInput } from './list-row.inputs';

const BASIS = '《国务院关于建立统一的城乡居民基本养老保险制度的意见》（国发〔2014〕8号）';
const form = { material_format: '纸质和电子', original_or_copy: '原件', page_num: 1, by_law: BASIS };
const CODE = '1165402199X800225M4002014006007';

/** 城乡居民养老保险个人账户一次性待遇申领 of the county bureau, as one of its handling variants. */
const row = (variant: string): ListRowInput => ({
  ...{ cd_operation: 'I', task_code: CODE, task_handle_item: CODE + variant, task_type: '公共服务' },
  task_name: '城乡居民养老保险个人账户一次性待遇申领（演示）',
  ...{ promise_day: 15, promise_type: '工作日', project_type: '承诺件', is_fee: '否' },
  ...{ limit_scene_num: 0, limit_scene_explain: '无', result_guid: 'urn:demo:result-sample:002014006007' },
  ...{ handle_flow: '1.受理；2.审查；3.决定。', handle_type: '窗口办理^网上办理' },
  ...{ transact_addr: '政务服务中心一楼', transact_time: '工作日 10:00-13:30，15:30-19:00' },
  ...{ link_way: '0999-0000000', supervise_way: '0999-0000001' },
  materials: [
    { ...form, material_name: '一次性待遇申领表', material_code: 'M01', is_need: '必要', source_type: '申请人自备' },
    {
      ...{
        ...form,
        material_name: '死亡证明或者注销户口证明',
        material_code: 'M02',
        is_need: '必要',
        source_type: '政府部门核发',
      },
      no_certificate_reason: '该证照类型尚未接入本平台',
    },
  ],
  extend: {
    ...{ procedureBasis: BASIS, regulatingOrganization: guideContent.regulatingOrganization },
    ...{ form: guideContent.form, remedies: guideContent.remedies },
  },
});

export const approvedListsIn = { batch: 'demo-2026-01', approvedUnder: '演示区政务服务事项实施清单〔2026〕1号' };
export const approvedLists = `${JSON.stringify(row('11'))}\n`;

/** What the demo region has imported. */
export const importedLists = {
  query: { ...approvedListsIn, batch: 'demo-2026-00' },
  rows: [row('10')],
  key: demoId('job', 'import'),
};
