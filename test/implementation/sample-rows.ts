const material = {
  ...{ material_name: '申请表', material_code: 'M01', is_need: '必要', source_type: '申请人自备', material_type: '申请表' },
  ...{
    material_format: '纸质和电子',
    original_or_copy: '原件',
    page_num: 1,
    by_law: '《公共场所卫生管理条例实施细则》第二十三条',
  },
};

const licence = {
  ...{ catalog_code: '000123901000', task_name: '示例场所卫生许可（新办）', task_type: '行政许可' },
  ...{ by_law: '《公共场所卫生管理条例》第八条', use_level: '市、县', anticipate_day: 20, anticipate_type: '工作日' },
  ...{
    promise_day: 10,
    promise_type: '工作日',
    project_type: '承诺件',
    is_fee: '否',
    handle_flow: '1.申请；2.受理；3.审查；4.办结。',
  },
  ...{ handle_type: '窗口办理^网上办理', special_procedure: { is_special: '否' }, materials: [material] },
};

type Row = Record<string, unknown> & { catalog_code: string; variant?: string };

/** Ten fictional rows in the words of the national exchange tables: two sound, eight each wrong in a way of its own. */
const samples: Row[] = [
  licence,
  // A confirmation on its own basis, on the spot, without materials.
  {
    ...licence,
    ...{ catalog_code: '000723902000', task_name: '示例身份确认', task_type: '行政确认', promise_day: 0, project_type: '即办件' },
    ...{ procedure_by_law: '《示例确认办法》第三条', materials: [] },
  },
  { ...licence, catalog_code: '000123999000' },
  { ...licence, variant: '04', handle_flow: '按照受理、初审、审核、审批、办结五环节进行。' },
  {
    ...licence,
    variant: '05',
    materials: [{ ...material, material_code: 'M09', material_name: '无据证明', by_law: undefined }],
  },
  { ...licence, variant: '06', promise_day: 21 },
  {
    ...licence,
    ...{ catalog_code: '000123903000', task_name: '示例检验许可', is_fee: '是', is_pay_online: '否' },
    fees: [{ fee_name: '检验费', fee_stand: '每件 60 元', by_law: '《关于收费标准的通知》（示例〔2019〕1号）' }],
  },
  { ...licence, variant: '08', handle_type: '飞鸽传书', is_fee: '也许' },
  { ...licence, variant: '09', task_name: '另一许可', anticipate_day: 30 },
  { ...licence, variant: '10', materials: undefined, unheard_of: 1 },
];

/** The rows as an organ's, at county level; what the exchange tables do not carry is `extend`. */
export function sampleRows(uscc: string, extend: object): Record<string, unknown>[] {
  return samples.map(({ variant = '01', ...row }) => {
    const task_code = `${uscc}4${row.catalog_code}`;
    return { task_code, task_handle_item: task_code + variant, ...row, extend };
  });
}
