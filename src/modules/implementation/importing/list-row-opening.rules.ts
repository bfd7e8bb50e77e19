import { digest } from '../../../kernel/history/history';
import { mustBeShort, unreadable } from '../../../kernel/jobs/row-problems';
import type { Opened } from '../../../kernel/jobs/row-runs';
import { faults } from '../../../kernel/validation/input.pipe';
import { type ReadCode, readCode } from './list-code.rules';
import { ListRowInput, ListRowKey } from './list-row.inputs';

/** A row whose fields are sound and whose code is known; one that withdraws has nothing but the code. */
export interface OpenedRow extends ReadCode, Opened {
  key: ListRowKey;
  row?: ListRowInput;
}

const KEYS = ['cd_operation', 'task_code', 'task_handle_item', 'catalog_code', 'dept_code'];

const UNREAD: ReturnType<typeof readCode> = { faults: [] };

/** implementation/I12: what is wrong with a row by itself is told at once, with every field. */
export function openRow(value: Record<string, unknown>): OpenedRow {
  mustBeShort('implementation/I12', { '': value, '/extend': (value.extend as object | null) ?? {} });
  const withdraws = value.cd_operation === 'D';
  const given = withdraws ? Object.fromEntries(KEYS.flatMap((key) => (key in value ? [[key, value[key]]] : []))) : value;
  const { instance, errors } = faults(withdraws ? ListRowKey : ListRowInput, given);
  const key = instance as ListRowKey;
  const code = errors.some(({ pointer }) => KEYS.includes(pointer.slice(1))) ? UNREAD : readCode(key);
  const wrong = [...code.faults, ...errors];
  if (wrong.length || !code.read) throw unreadable('implementation/I12', wrong);
  return {
    ...code.read,
    about: code.read.variantCode,
    key,
    ...(!withdraws && { row: key as ListRowInput }),
    digest: digest(given),
  };
}
