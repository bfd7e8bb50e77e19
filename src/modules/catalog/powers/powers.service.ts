import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, type PageQuery, pageFrom, readCursor } from '../../../kernel/http/page';
import type { FieldError } from '../../../kernel/http/problem';
import { Tx } from '../../../kernel/persistence/tx';
import {
  type ArrangeInput,
  type ArrangementCard,
  type ArrangementView,
  type DelegationView,
  DirectoryFacade,
  type GrantDelegationInput,
} from '../../directory/directory.facade';
import { IdentityFacade } from '../../identity/identity.facade';
import { refuse } from '../catalog.errors';
import { ItemVersions } from '../item/item-version.store';
import type { PlaceItemView } from './powers.views';

/** Powers over items that an organ hands on: to its chief affairs representatives, and down to townships and villages. */
@Injectable()
export class Powers {
  constructor(
    private readonly tx: Tx,
    private readonly directory: DirectoryFacade,
    private readonly identity: IdentityFacade,
    private readonly versions: ItemVersions,
  ) {}

  /** directory/D4: to somebody who works there, for items that exist. */
  delegate(by: Actor, organizationId: string, input: GrantDelegationInput): Promise<DelegationView> {
    return this.tx.run(async () => {
      // Who may not grant learns nothing about items and people.
      const delegation = await this.directory.grantDelegation(by, organizationId, input);
      if (!(await this.identity.worksAt(input.staffId, organizationId))) throw refuse('delegate-elsewhere');
      const errors = await this.unknown('basicCodes', input.basicCodes ?? []);
      if (errors.length) throw refuse('delegated-item-unknown', { errors });
      return delegation;
    });
  }

  /** directory/D5 */
  arrange(by: Actor, input: ArrangeInput): Promise<ArrangementView> {
    return this.tx.run(async () => {
      const arrangement = await this.directory.arrange(by, input);
      const errors = await this.unknown('itemCodes', input.itemCodes);
      if (errors.length) throw refuse('downward-item-unknown', { errors });
      return arrangement;
    });
  }

  /** directory/D5: the items in force that came down to a place, with mode, decider and liability, by basic code. */
  async itemsAt(by: Actor, placeId: string, query: PageQuery): Promise<Page<PlaceItemView>> {
    const arrangements = await this.directory.arrangementsAt(by, placeId);
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const codes = [...new Set(arrangements.flatMap(({ itemCodes }) => itemCodes))];
    const items = await this.versions.among(codes, String(after), limit + 1);
    const page = pageFrom(items, limit, ({ basicCode }) => [basicCode]);
    const organs = arrangements.flatMap(({ grantorId, receiverId }) => [grantorId, receiverId]);
    const names = await this.directory.organizationNames([...new Set(organs)]);
    const organ = (id: string) => ({ id, name: names.get(id)! });
    const line = ({ basicCode, name }: { basicCode: string; name: string }): PlaceItemView => {
      const arrangement = arrangements.find(({ itemCodes }) => itemCodes.some((code) => basicCode.startsWith(code)))!;
      const { id: arrangementId, mode, documentNumber, fromOn, toOn, grantorId, receiverId } = arrangement;
      const side = (which: ArrangementCard['decides']) => organ(which === 'grantor' ? grantorId : receiverId);
      return {
        ...{ basicCode, name, mode, arrangementId, documentNumber, fromOn, ...(toOn && { toOn }) },
        ...{ grantor: organ(grantorId), receiver: organ(receiverId) },
        ...{ decides: side(arrangement.decides), liable: side(arrangement.liable) },
      };
    };
    return { items: page.items.map(line), nextCursor: page.nextCursor };
  }

  /** Codes of no item in force, nor of the main item of one. */
  private async unknown(field: string, codes: string[]): Promise<FieldError[]> {
    const known = new Set(await this.versions.standing(codes));
    return codes.flatMap((code, index) =>
      known.has(code) ? [] : [{ pointer: `/${field}/${index}`, code: 'unknown', detail: 'no item in force has this code' }],
    );
  }
}
