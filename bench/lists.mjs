// Fictional lists in the words of the exchange tables, the same ones at every run: organs x items x five handling variants.
const BASIS = '《示例管理条例》第二十三条';

const form = {
  type: 'object',
  properties: { placeName: { type: 'string', minLength: 1, maxLength: 100, title: '场所名称' } },
  required: ['placeName'],
  additionalProperties: false,
};
const material = (number, name) => ({
  ...{ material_name: name, material_code: `M0${number}`, is_need: '1', source_type: '10', material_format: '3' },
  ...{ original_or_copy: '1', page_num: 1, by_law: BASIS },
});

export const VARIANTS = ['新办', '变更', '延续', '补证', '注销'];

export const basicCode = (n) => `000123${900 + Math.floor(n / 99)}${String(1 + (n % 99)).padStart(3, '0')}`;
export const itemName = (n) => `示例场所许可第${n + 1}号`;

/** What the catalogue lays down about the n-th item. */
export const elements = (n) => ({
  ...{ name: itemName(n), basicCode: basicCode(n), itemType: '01', legalBasis: ['《示例管理条例》第八条'] },
  ...{ exerciseLevels: ['3', '4'], audiences: ['1', '2'], acceptanceConditions: '场所已经建成并符合标准。' },
  ...{ statutoryLimit: { days: 20, unit: 'working-day' }, resultName: '示例许可决定', resultType: 'document' },
  ...{ fees: { charged: false }, reviewStandard: '材料齐全，检测结果合格。' },
  materials: [
    ['M01', '申请表'],
    ['M02', '检测报告'],
  ].map(([code, name]) => ({
    ...{ code, name, necessity: 'required', source: 'applicant', replaceableBy: {}, legalBasis: BASIS },
    form: { medium: 'either', document: 'original', originals: 1, copies: 0 },
  })),
});

export function row(uscc, item, variant) {
  const task_code = `${uscc}4${basicCode(item)}`;
  return {
    ...{ cd_operation: 'I', task_code, task_handle_item: `${task_code}0${variant + 1}`, task_type: '01' },
    ...{
      task_name: `${itemName(item)}（${VARIANTS[variant]}）`,
      use_level: '4',
      promise_day: 5 + variant,
      promise_type: '工作日',
    },
    ...{ project_type: '2', is_fee: '0', handle_flow: '1.受理；2.审查；3.决定', handle_type: '1^2' },
    ...{
      transact_addr: '示例区示例路 1 号',
      limit_scene_num: 0,
      result_guid: 'urn:demo:sample',
      transact_time: '工作日 10:00-19:00',
      link_way: '0991-0000000',
    },
    ...{ supervise_way: '0991-0000001', materials: [material(1, '申请表'), material(2, '检测报告')] },
    questions: [{ question: '可以委托他人办理吗？', answer: '可以，请出示授权委托书。' }],
    extend: {
      ...{ form, remedies: { review: '示例区人民政府', lawsuit: '示例区人民法院' } },
      regulatingOrganization: { uscc: '11650000010183859F', name: '示例主管委员会' },
    },
  };
}

/** `count` rows as NDJSON, in pieces, never all of them in memory. */
export function* lists(usccs, items, count) {
  let [left, piece] = [count, ''];
  for (const uscc of usccs)
    for (let item = 0; item < items; item++)
      for (let variant = 0; variant < VARIANTS.length; variant++) {
        if (left-- <= 0) return void (piece && (yield Buffer.from(piece)));
        piece += `${JSON.stringify(row(uscc, item, variant))}\n`;
        if (piece.length > 65_536) {
          yield Buffer.from(piece);
          piece = '';
        }
      }
  if (piece) yield Buffer.from(piece);
}
