import { Code, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';

const KEY = /^[a-z][a-z0-9-]{0,29}$/;
const FIELD = /^[A-Za-z][A-Za-z0-9_]{0,59}$/;
const MATERIAL = /^[0-9A-Za-z-]{1,40}$/;
/** 业务办理项编码, 33 digits; the check characters inside are proved by being published. */
const VARIANT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}[1-7]\d{9}(\d{3}|0\dY|W\d{2})\d{2}$/;

const Key = (says: string) => Code(KEY, 30, { says, example: 'household' });

/** 联办事项 */
export class BundleMember {
  @Key('Short name within the bundle 成员代号') key: string;
  @Code(VARIANT_CODE, 33, { says: 'Code of the handling variant 业务办理项编码' }) code: string;
}

export class FieldAsk {
  @Key('Member 成员代号') member: string;
  @Name(100, { says: 'Field of its form 表单字段' }) field: string;
}

/** A field of the merged form: what it says goes into every member field of the same meaning. */
export class MergedField {
  @Code(FIELD, 60, { says: 'Name in the merged form 字段名', example: 'childName' }) name: string;
  @Name(100, { says: 'Title 字段标题', example: '新生儿姓名' }) title: string;
  @Part(() => FieldAsk, { list: { max: 20, min: 1 }, says: 'Where it goes 对应字段' }) asks: FieldAsk[];
}

export class MaterialAsk {
  @Key('Member 成员代号') member: string;
  @Code(MATERIAL, 40, { says: 'Material of its guide 材料编码' }) material: string;
}

/** A material of the merged set: handed in once for every member that asks for it. */
export class MergedMaterial {
  @Code(MATERIAL, 40, { says: 'Code in the merged set 材料编码', example: 'M01' }) code: string;
  @Name(200, { says: 'Name 材料名称', example: '结婚证' }) name: string;
  @Part(() => MaterialAsk, { list: { max: 20, min: 1 }, says: 'Who asks for it 对应材料' }) asks: MaterialAsk[];
}

/** 先后关系: `to` is submitted when `from` has come so far, and uses what it has issued. */
export class BundleEdge {
  @Key('Predecessor 前置事项') from: string;
  @Key('Successor 后续事项') to: string;
  @OneOf(['granted', 'completed'], { says: 'How far the predecessor must have come 前置事项须达到的状态' })
  after: 'granted' | 'completed';
  @Code(MATERIAL, 40, {
    ...{ optional: true, list: { max: 5 } },
    says: 'Materials of the successor that the certificate serves as 用作后续事项的材料',
  })
  certificateFor?: string[];
  @Name(100, {
    ...{ optional: true, list: { max: 5 } },
    says: 'Fields of the successor that its number fills 证照编号填入的字段',
  })
  numberFor?: string[];
}

/** bundles/B1: the content as it is worked on; what publication demands is checked then. */
export class BundleContent {
  @Name(100, { says: 'Theme 主题', example: '新生儿出生' }) theme: string;
  @Name(200, { says: 'Name 名称', example: '新生儿出生“一件事”' }) name: string;
  @Part(() => BundleMember, { list: { max: 20 }, says: 'Members 联办事项' }) members: BundleMember[];
  @Part(() => MergedField, { list: { max: 200 }, says: 'Merged form 合并表单' }) fields: MergedField[];
  @Part(() => MergedMaterial, { list: { max: 100 }, says: 'Merged materials 合并材料' }) materials: MergedMaterial[];
  @Part(() => BundleEdge, { list: { max: 60 }, says: 'Order; what stands in none runs in parallel 先后关系' })
  edges: BundleEdge[];
  @Whole(0, 365, { says: 'Promise in working days 承诺办结时限（工作日）', example: 5 }) promisedDays: number;
}
