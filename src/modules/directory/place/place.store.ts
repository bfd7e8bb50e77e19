import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { ServicePlace } from './place.entity';
import type { PlaceQuery, WindowQuery } from './place.inputs';
import { type PlaceAct, placeLifecycle } from './place.lifecycle';
import { placePolicy } from './place.policy';
import type { PlaceKind, WindowKind } from './place-kind.rules';
import { ServiceWindow } from './service-window.entity';

/** A window as other modules know it. */
export interface WindowCard {
  id: string;
  state: 'open' | 'closed';
  label: string;
  name: string;
  kind: WindowKind;
  organizationId: string | null;
  placeId: string;
  placeName: string;
  placeKind: PlaceKind;
  divisionCode: string;
  areaPath: string[];
}

@Injectable()
export class ServicePlaces extends Store<ServicePlace, PlaceAct> {
  constructor() {
    const below = { windows: { entity: ServiceWindow, column: 'place_id', order: 'label' } };
    super({ entity: ServicePlace, policy: placePolicy, lifecycle: placeLifecycle, below });
  }

  /** By division, then in the order of registration. */
  async list(query: PlaceQuery): Promise<Page<ServicePlace>> {
    const limit = limitOf(query);
    const [code = '', id = null] = readCursor(query, 2) ?? [];
    const rows = await this.find(
      `($1 = '' or (t.division_code, t.id) > ($1, $2::uuid)) and ($3::text is null or $3 = any(t.area_path))
        and ($4::text is null or t.kind = $4) and ($5::uuid is null or $5 in (t.host_id, t.responsible_id))
        and ($6::text is null or t.state = $6)`,
      [code, id, query.division ?? null, query.kind ?? null, query.organizationId ?? null, query.state ?? null, limit + 1],
      'order by t.division_code, t.id limit $7',
    );
    return pageFrom(rows, limit, (place) => [place.divisionCode, place.id]);
  }

  /** Windows of a place by label; closed ones only when asked for. */
  async windows(placeId: string, query: WindowQuery): Promise<Page<ServiceWindow>> {
    const limit = limitOf(query);
    const [label = '', id = null] = readCursor(query, 2) ?? [];
    const rows = await this.db.query<{ row: object }>(
      `select ${this.row(ServiceWindow)} as row from ${this.table(ServiceWindow)} t
      where t.place_id = $1 and ($2 = '' or (t.label, t.id) > ($2, $3::uuid)) and ($4::text is null or t.kind = $4) and t.state = $5
      order by t.label, t.id limit $6`,
      [placeId, label, id, query.kind ?? null, query.state ?? 'open', limit + 1],
    );
    return pageFrom(
      rows.map(({ row }) => windowOf(row)),
      limit,
      (window) => [window.label, window.id],
    );
  }

  /** The open centre of a division that has this window, locked until the transaction ends. */
  async centreOfWindow(windowId: string, divisionCode: string): Promise<ServicePlace | undefined> {
    const where = `t.kind = 'centre' and t.state = 'open' and t.division_code = $2
      and t.id = (select w.place_id from ${this.table(ServiceWindow)} w where w.id = $1)`;
    const [centre] = await this.find(where, [windowId, divisionCode], '');
    return centre && this.load(centre.id, 'for update');
  }

  /** directory/D6: open halls outside the centre that are accepted at these windows. */
  hallsAt(windowIds: string[]): Promise<ServicePlace[]> {
    const where = `t.centre_window_id = any($1::uuid[]) and t.state = 'open'`;
    return this.find(where, [windowIds], 'order by t.id limit 1');
  }

  /** directory/D6: open halls outside the centre that this organ supervises. */
  hallsUnder(organizationId: string): Promise<ServicePlace[]> {
    const where = `$1::uuid in (t.competent_department_id, t.administration_id) and t.state = 'open'`;
    return this.find(where, [organizationId], 'order by t.id limit 1');
  }

  openOnes(ids: string[]): Promise<ServicePlace[]> {
    return this.find(`t.id = any($1::uuid[]) and t.state = 'open'`, [ids]);
  }

  window(id: string): Promise<WindowCard | undefined> {
    return this.db.one<WindowCard>(
      `select t.id, t.state, t.label, t.name, t.kind, t.organization_id as "organizationId", t.place_id as "placeId",
        p.name as "placeName", p.kind as "placeKind", p.division_code as "divisionCode", p.area_path as "areaPath"
      from ${this.table(ServiceWindow)} t join ${this.table()} p on p.id = t.place_id where t.id = $1`,
      [id],
    );
  }
}

const windowOf = (row: object): ServiceWindow =>
  Object.assign(Object.create(ServiceWindow.prototype as object) as ServiceWindow, row);
