import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { SplittingStandard } from './splitting-standard.entity';
import type { SplittingStandardQuery } from './splitting-standard.inputs';
import { type SplittingStandardAct, splittingStandardLifecycle } from './splitting-standard.lifecycle';
import { splittingStandardPolicy } from './splitting-standard.policy';
import type { StandardInForce } from './splitting-standard.rules';

const NO_ID = '00000000-0000-0000-0000-000000000000';
const IN_FORCE = `
  select distinct on (s.basic_code) s.basic_code as "basicCode", s.number, s.content -> 'variants' as variants from catalog.splitting_standard s
  where s.basic_code = any($1::text[]) and s.state = 'published' and s.effective_from <= (kernel.now() at time zone 'Asia/Shanghai')::date
  order by s.basic_code, s.number desc`;
const LAST = `
  select s.number, s.effective_from as "effectiveFrom" from catalog.splitting_standard s
  where s.basic_code = $1 and s.state = 'published' order by s.number desc limit 1`;

@Injectable()
export class SplittingStandards extends Store<SplittingStandard, SplittingStandardAct> {
  constructor() {
    super({ entity: SplittingStandard, policy: splittingStandardPolicy, lifecycle: splittingStandardLifecycle });
  }

  async list(by: Actor, query: SplittingStandardQuery): Promise<Page<SplittingStandard>> {
    const limit = limitOf(query);
    const [code, id] = readCursor(query, 2) ?? ['', NO_ID];
    if (!isUuid(String(id))) throw refuse('bad-cursor');
    const values: unknown[] = [code, id, query.state ?? null, query.basicCode ?? null, limit + 1];
    const visible = splittingStandardPolicy.see.where(by, (value) => `$${values.push(value)}`);
    const where = `(t.basic_code, t.id) > ($1, $2::uuid) and ($3::text is null or t.state = $3)
      and ($4::text is null or t.basic_code = $4) and ${visible}`;
    const rows = await this.find(where, values, 'order by t.basic_code, t.id limit $5');
    return pageFrom(rows, limit, (row) => [row.basicCode, row.id]);
  }

  /** By basic code, the version that lists cite today. */
  async inForce(basicCodes: string[]): Promise<Map<string, StandardInForce>> {
    const rows = await this.db.query<StandardInForce & { basicCode: string }>(IN_FORCE, [basicCodes]);
    return new Map(rows.map(({ basicCode, number, variants }) => [basicCode, { number, variants }]));
  }

  last(basicCode: string): Promise<{ number: number; effectiveFrom: string } | undefined> {
    return this.db.one<{ number: number; effectiveFrom: string }>(LAST, [basicCode]);
  }

  /** The version that is being worked on; two who begin one follow each other. */
  async open(basicCode: string): Promise<SplittingStandard | undefined> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('catalog.splitting-standard ' || $1))`, [basicCode]);
    return (await this.find(`t.basic_code = $1 and t.state not in ('published', 'discarded')`, [basicCode]))[0];
  }

  /** catalog/C10: nobody is offered to sign or publish what they wrote. */
  override actsFor(by: Actor, standard: SplittingStandard): SplittingStandardAct[] {
    const own = standard.authors.includes(by.id);
    return super.actsFor(by, standard).filter((act) => !(own && (act === 'countersign' || act === 'publish')));
  }
}
