import type { EntityMetadata } from 'typeorm';

/** Rows of one table within a write: inserted, or updated by id. */
export interface Part {
  meta: EntityMetadata;
  how: 'insert' | 'update';
}

const quoted = (meta: EntityMetadata) => `"${meta.schema}"."${meta.tableName}"`;
const columns = (meta: EntityMetadata) => meta.columns.map((column) => `"${column.databaseName}"`);

/**
 * The write set of an act as one statement: records, rows below them, history lines, facts. Rows come as one JSON array a part.
 * Nothing is written unless every record still has the version it was read with; the statement answers how many had.
 */
export function writeStatement(head: Part, parts: readonly Part[]): string {
  const ctes = [
    `head as (${one(head, '$1', '', head.how === 'update' ? 'and t.version = r.version - 1' : '')} returning 1)`,
    `whole as (select 1 where (select count(*) from head) = jsonb_array_length($1::jsonb))`,
    ...parts.map((part, index) => `part${index} as (${one(part, `$${index + 4}`, 'whole, ', '')})`),
    `lines as (insert into kernel.history select r.* from whole, jsonb_populate_recordset(null::kernel.history, $2::jsonb) r)`,
    `facts as (insert into kernel.fact select r.* from whole, jsonb_populate_recordset(null::kernel.fact, $3::jsonb) r returning id)`,
    `pending as (insert into kernel.fact_pending (fact_id) select id from facts)`,
  ];
  return `with ${ctes.join(',\n')}\nselect (select count(*) from head)::int as written`;
}

function one({ meta, how }: Part, rows: string, join: string, guard: string): string {
  const table = quoted(meta);
  const names = columns(meta);
  const from = `${join}jsonb_populate_recordset(null::${table}, ${rows}::jsonb) r`;
  const values = names.map((name) => `r.${name}`).join(', ');
  if (how === 'insert') return `insert into ${table} (${names.join(', ')}) select ${values} from ${from}`;
  return `update ${table} t set (${names.join(', ')}) = row(${values}) from ${from} where t.id = r.id ${guard}`;
}
