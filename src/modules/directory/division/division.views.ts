import { pageOf } from '../../../kernel/http/page';
import { Code, Name, Part, Whole } from '../../../kernel/validation/fields';
import { DIVISION } from './division.inputs';

const PARTIAL_DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export class DivisionStep {
  @Code(DIVISION, 12, { says: 'Code 区划代码' }) code: string;
  @Name(100, { says: 'Name 名称' }) name: string;
  @Whole(1, 5, { says: 'Level 层级' }) level: number;
}

export class DivisionLine extends DivisionStep {
  @Name(50, { says: 'Kind 类型', example: '县级市' }) kind: string;
  @Code(DIVISION, 12, { optional: true, says: 'Parent by code 代码上级' }) parent?: string;
  @Code(DIVISION, 12, { optional: true, says: 'Superior in administration 行政上级' }) administrativeSuperior?: string;
  @Code(PARTIAL_DAY, 10, { optional: true, says: 'Stands from this day, month or year, where known 设立' }) validFrom?: string;
  @Code(PARTIAL_DAY, 10, { optional: true, says: 'First day, month or year it stands no more 撤销' }) validTo?: string;
  @Code(DIVISION, 12, { optional: true, says: 'What it has become 后继区划' }) succeededBy?: string;
}

export class DivisionView extends DivisionLine {
  @Part(() => DivisionStep, { list: { max: 10 }, says: 'All above it along both relations, nearest first 上级路径' })
  path: DivisionStep[];
}

export const DivisionPage = pageOf(DivisionLine);
