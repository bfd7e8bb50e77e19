import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { Provider } from './provider.entity';
import type { ProviderQuery } from './provider.inputs';
import { type ProviderAct, providerLifecycle } from './provider.lifecycle';
import { providerPolicy } from './provider.policy';

@Injectable()
export class Providers extends Store<Provider, ProviderAct> {
  constructor() {
    super({ entity: Provider, policy: providerPolicy, lifecycle: providerLifecycle });
  }

  /** By division, then in the order of registration. */
  async list(query: ProviderQuery): Promise<Page<Provider>> {
    const limit = limitOf(query);
    const [code = '', id = null] = readCursor(query, 2) ?? [];
    const rows = await this.find(
      `($1 = '' or (t.division_code, t.id) > ($1, $2::uuid)) and ($3::text is null or $3 = any(t.area_path))
        and ($4::text is null or t.kind = $4) and t.state = $5`,
      [code, id, query.division ?? null, query.kind ?? null, query.state ?? 'active', limit + 1],
      'order by t.division_code, t.id limit $6',
    );
    return pageFrom(rows, limit, (provider) => [provider.divisionCode, provider.id]);
  }
}
