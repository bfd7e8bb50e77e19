import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import { isDay, isInstant, isUuid } from '../../../kernel/validation/text';
import { applicant, watching } from '../case/case.policy';
import { helps } from '../help/help.policy';
import { FIRST_TODAY } from '../priority/priority.store';
import { LINE } from './case-json.rules';
import type { CaseFilter, DeskQuery, MyCasesQuery } from './reading.inputs';

/** A page of JSON lines as Postgres made them. */
interface Row {
  line: string;
  keys: string[];
}

/** What a list is sorted by: the key, how it is told in a cursor, and what a cursor may tell. */
interface Sort {
  key: string;
  told: string;
  type: 'date' | 'timestamptz' | 'uuid';
  accepts: (text: string) => boolean;
  step: '>' | '<';
  order: 'asc' | 'desc';
}

const due: Sort = {
  ...{
    key: `coalesce(t.due_on, 'infinity')`,
    told: `coalesce(t.due_on, 'infinity')::text`,
    type: 'date',
    step: '>',
    order: 'asc',
  },
  accepts: (text) => text === 'infinity' || isDay(text),
};
const newest: Sort = {
  ...{ key: 't.submitted_at', told: `to_json(t.submitted_at) #>> '{}'`, type: 'timestamptz', step: '<', order: 'desc' },
  accepts: isInstant,
};
const youngest: Sort = { key: 't.id', told: 't.id::text', type: 'uuid', step: '<', order: 'desc', accepts: isUuid };

// What still asks for work. The partial indexes of open cases have the same words, so they stand here as words and no parameters.
const openStates = ['submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended', 'decided'];
const OPEN = `t.state in (${openStates.map((state) => `'${state}'`).join(', ')})`;

// Drafts have not reached the organization. In the words of the partial indexes case_new and case_of_desk_new.
const RECEIVED = 't.submitted_at is not null';

const PARTS = ['first', 'then'];

type Bind = (value: unknown) => string;

/** Lists of cases: narrow lines, by keyset, one statement. */
@Injectable()
export class DeskLists {
  constructor(private readonly db: Db) {}

  /** What is due first, or what came in last; all open work unless a state is asked for. */
  desk(by: Actor, query: DeskQuery): Promise<string> {
    const conditions = (bind: Bind) => [
      RECEIVED,
      ...(query.state ? [`t.state = any(${bind(query.state)}::text[])`] : []),
      ...(query.state?.some((state) => !openStates.includes(state)) ? [] : [OPEN]),
      ...filters(query, bind),
      watching.where(by, bind),
    ];
    return query.sort === 'newest' ? this.list(query, newest, conditions) : this.firstThen(query, due, conditions);
  }

  /** By what must not stand in an address: whose case, which number. */
  search(by: Actor, query: DeskQuery & { applicantId?: string; caseNumber?: string }): Promise<string> {
    return this.list(query, newest, (bind) => [
      RECEIVED,
      ...(query.state ? [`t.state = any(${bind(query.state)}::text[])`] : []),
      ...(query.applicantId ? [`t.applicant_id = ${bind(query.applicantId)}::uuid`] : []),
      ...(query.caseNumber ? [`t.case_number = ${bind(query.caseNumber)}::text`] : []),
      ...filters(query, bind),
      watching.where(by, bind),
    ]);
  }

  /** One's own and those one acts for, drafts included, newest first; discarded ones only when asked for. */
  mine(by: Actor, query: MyCasesQuery): Promise<string> {
    return this.list(query, youngest, (bind) => [
      applicant.where(by, bind),
      query.state ? `t.state = any(${bind(query.state)}::text[])` : `t.state <> 'discarded'`,
    ]);
  }

  /** acceptance/A27: those that somebody of the staff helps with, as long as they run. */
  helped(by: Actor, query: MyCasesQuery): Promise<string> {
    return this.list(query, youngest, (bind) => [
      helps.where(by, bind),
      ...(query.state ? [`t.state = any(${bind(query.state)}::text[])`] : []),
    ]);
  }

  /** acceptance/A26: what comes first today, then the rest: two pages in one statement, each by its index. */
  private async firstThen(
    query: DeskQuery,
    { key, told, type, accepts }: Sort,
    conditions: (bind: Bind) => string[],
  ): Promise<string> {
    const limit = limitOf(query);
    const values: unknown[] = [limit + 1];
    const bind: Bind = (value) => `$${values.push(value)}`;
    const where = conditions(bind).join(' and ');
    const [part, ...place] = readCursor(query, 3)?.map(String) ?? ['first'];
    if (place.length && !(PARTS.includes(part!) && accepts(place[0]!) && isUuid(place[1]!))) throw refuse('bad-cursor');
    const after = place.length ? `(${key}, t.id) > (${bind(place[0])}::${type}, ${bind(place[1])}::uuid)` : 'true';
    const page = (name: string, which: string, more: string, rest: string) => `(
      select '${name}' as part, ${key} as key, t.id, (${LINE}${more})::text as line, array['${name}', ${told}, t.id::text] as keys
      from acceptance."case" t where ${which} and ${rest} and ${where} order by ${key}, t.id limit $1)`;
    const pages = [
      ...(part === 'first' ? [page('first', `t.id = any(${FIRST_TODAY})`, ` || '{"prioritised": true}'`, after)] : []),
      page('then', `t.id <> all(${FIRST_TODAY})`, '', part === 'then' ? after : 'true'),
    ];
    const rows = await this.db.query<Row>(
      `select line, keys from (${pages.join(' union all ')}) page order by part, key, id limit $1`,
      values,
    );
    return asText(pageFrom(rows, limit, ({ keys }) => keys));
  }

  private async list(
    query: DeskQuery | MyCasesQuery,
    { key, told, type, accepts, step, order }: Sort,
    conditions: (bind: Bind) => string[],
  ): Promise<string> {
    const limit = limitOf(query);
    const values: unknown[] = [limit + 1];
    const bind: Bind = (value) => `$${values.push(value)}`;
    const where = conditions(bind);
    const after = readCursor(query, 2)?.map(String);
    if (after && !(accepts(after[0]!) && isUuid(after[1]!))) throw refuse('bad-cursor');
    if (after) where.push(`(${key}, t.id) ${step} (${bind(after[0])}::${type}, ${bind(after[1])}::uuid)`);
    const rows = await this.db.query<Row>(
      `select (${LINE})::text as line, array[${told}, t.id::text] as keys from acceptance."case" t
      where ${where.join(' and ')} order by ${key} ${order}, t.id ${order} limit $1`,
      values,
    );
    return asText(pageFrom(rows, limit, ({ keys }) => keys));
  }
}

function filters({ organization, division, basicCode, dueBefore }: CaseFilter, bind: Bind): string[] {
  return [
    ...(organization ? [`t.organization_id = ${bind(organization)}::uuid`] : []),
    ...(division ? [`t.area_path && array[${bind(division)}::text]`] : []),
    ...(basicCode ? [`t.basic_code = ${bind(basicCode)}::text`] : []),
    ...(dueBefore ? [`t.due_on < ${bind(dueBefore)}::date`] : []),
  ];
}

const asText = ({ items, nextCursor }: Page<Row>): string =>
  `{"items":[${items.map(({ line }) => line).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`;
