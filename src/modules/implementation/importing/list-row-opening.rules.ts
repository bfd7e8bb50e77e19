import { digest } from '../../../kernel/history/history';
import { faults } from '../../../kernel/validation/input.pipe';
import { unreadable } from '../../catalog/catalog.facade';
import { type ReadCode, readCode } from './list-code.rules';
import { ListRowInput, ListRowKey } from './list-row.inputs';

/** A row whose fields are sound and whose code is known; one that withdraws has nothing but the code. */
export interface OpenedRow extends ReadCode {
  key: ListRowKey;
  row?: ListRowInput;
  digest: string;
}

const KEYS = ['cd_operation', 'task_code', 'task_handle_item', 'catalog_code', 'dept_code'];

/** No list of a row has so many items; to look at each of them would take longer than all other rows together. */
const MOST = 100;

function mustBeShort(value: Record<string, unknown>): void {
  const lists = [['', value] as const, ['/extend', value.extend ?? {}] as const].flatMap(([above, part]) =>
    Object.entries(part).flatMap(([name, list]) => (Array.isArray(list) && list.length > MOST ? [`${above}/${name}`] : [])),
  );
  if (lists.length)
    throw unreadable(
      'implementation/I12',
      lists.map((pointer) => ({ pointer, code: 'list', detail: `a list of at most ${MOST} items` })),
    );
}

const UNREAD: ReturnType<typeof readCode> = { faults: [] };

/** implementation/I12: what is wrong with a row by itself is told at once, with every field. */
export function openRow(value: Record<string, unknown>): OpenedRow {
  mustBeShort(value);
  const withdraws = value.cd_operation === 'D';
  const given = withdraws ? Object.fromEntries(KEYS.flatMap((key) => (key in value ? [[key, value[key]]] : []))) : value;
  const { instance, errors } = faults(withdraws ? ListRowKey : ListRowInput, given);
  const key = instance as ListRowKey;
  const code = errors.some(({ pointer }) => KEYS.includes(pointer.slice(1))) ? UNREAD : readCode(key);
  const wrong = [...code.faults, ...errors];
  if (wrong.length || !code.read) throw unreadable('implementation/I12', wrong);
  return { ...code.read, key, ...(!withdraws && { row: key as ListRowInput }), digest: digest(given) };
}
