import type { ItemRowInput } from './item-import.inputs';

const row: ItemRowInput = {
  ...{ cd_operation: 'I', catalog_code: '000123901000', task_name: '示例场所卫生许可（演示）', task_type: '行政许可' },
  by_law: '《公共场所卫生管理条例》第四条；《公共场所卫生管理条例实施细则》第二十二条',
  ...{ use_level: '市、县', server_type: '自然人^企业法人', accept_condition: '场所已经建成。' },
  ...{ anticipate_day: 20, anticipate_type: '工作日', result_name: '示例审核结果', is_fee: '否' },
  handle_type: '窗口办理^网上办理',
  materials: [
    {
      ...{ material_name: '申请表', material_code: 'M01', is_need: '必要', source_type: '申请人自备' },
      ...{ material_format: '纸质和电子', original_or_copy: '原件', accept_stand: '填写完整' },
      by_law: '《公共场所卫生管理条例实施细则》第二十三条',
    },
  ],
};

export const nationalItemsIn = { batch: 'demo-2026-01' };
export const nationalItems = `${JSON.stringify(row)}\n`;
