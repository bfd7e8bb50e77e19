import { checkImplementationCode, checkVariantCode, type ImplementationCode, variantCode } from '../../catalog/catalog.facade';
import type { FieldError } from '../../../kernel/http/problem';
import type { ListRowKey } from './list-row.inputs';

export interface ReadCode {
  code: ImplementationCode;
  variantCode: string;
  variantNumber: number;
}

/** implementation/I12: of which organ, level, item and handling variant the row is; what the row says besides must agree with its code. */
export function readCode(row: ListRowKey): { read?: ReadCode; faults: FieldError[] } {
  const checked = checkImplementationCode(row.task_code);
  if (!checked.ok) return { faults: [fault('/task_code', checked.reason, `an implementation code (wrong: ${checked.reason})`)] };
  const code = checked.value;
  const item = row.task_handle_item ?? variantCode(row.task_code, 1);
  const variant = checkVariantCode(item);
  const faults: FieldError[] = [];
  if (!variant.ok || !item.startsWith(row.task_code))
    faults.push(fault('/task_handle_item', 'inconsistent', 'the implementation code and a number from 01 to 99'));
  if (row.catalog_code !== undefined && row.catalog_code !== code.basic.code)
    faults.push(fault('/catalog_code', 'inconsistent', `the basic code in the implementation code (${code.basic.code})`));
  if (row.dept_code !== undefined && row.dept_code !== code.organization)
    faults.push(fault('/dept_code', 'inconsistent', `the organization in the implementation code (${code.organization})`));
  if (!variant.ok || faults.length) return { faults };
  return { read: { code, variantCode: item, variantNumber: variant.value.number }, faults };
}

const fault = (pointer: string, code: string, detail: string): FieldError => ({ pointer, code, detail });
