import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, type PageQuery, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { LicenceType, type LicenceTypeContent } from './licence-type.entity';
import { type LicenceTypeAct, licenceTypeLifecycle } from './licence-type.lifecycle';
import { licenceTypePolicy } from './licence-type.policy';

export interface PublishedContent {
  typeCode: string;
  number: number;
  content: LicenceTypeContent;
  publishedAt: string;
}

const VERSION = `
  select t.type_code as "typeCode", v.number, v.content, v.published_at as "publishedAt"
  from licences.licence_type t join licences.licence_type_version v on v.type_id = t.id where t.type_code = $1 and v.number = $2`;

@Injectable()
export class LicenceTypes extends Store<LicenceType, LicenceTypeAct> {
  constructor() {
    super({ entity: LicenceType, policy: licenceTypePolicy, lifecycle: licenceTypeLifecycle });
  }

  async byCode(typeCode: string, lock: '' | 'for update' = ''): Promise<LicenceType | undefined> {
    return (await this.find('t.type_code = $1', [typeCode], lock))[0];
  }

  async seeCode(by: Actor, typeCode: string): Promise<LicenceType> {
    return this.see(by, await this.idOf(typeCode));
  }

  async lookupCodeFor(by: Actor, act: LicenceTypeAct, typeCode: string, expected?: number): Promise<LicenceType> {
    return this.lookupFor(by, act, await this.idOf(typeCode), expected);
  }

  /** By code, ascending. */
  async list(by: Actor, query: PageQuery): Promise<Page<LicenceType>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const values: unknown[] = [after, limit + 1];
    const visible = this.of.policy.see.where(by, (value) => `$${values.push(value)}`);
    const rows = await this.find(`t.type_code > $1 and ${visible}`, values, 'order by t.type_code limit $2');
    return pageFrom(rows, limit, ({ typeCode }) => [typeCode]);
  }

  version(typeCode: string, number: number): Promise<PublishedContent | undefined> {
    return this.db.one<PublishedContent>(VERSION, [typeCode, number]);
  }

  private async idOf(typeCode: string): Promise<string> {
    const found = await this.db.one<{ id: string }>(`select id from ${this.table()} where type_code = $1`, [typeCode]);
    if (!found) throw refuse('not-found');
    return found.id;
  }
}
