import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, WordList, Words } from '../../../kernel/persistence/columns';
import { ArrangementGranted, ArrangementRevoked } from '../directory.events';
import { refuse } from '../directory.errors';
import type { DivisionLevel } from '../identifiers.rules';
import { arrangementLifecycle, type ArrangementState } from './arrangement.lifecycle';
import { namedTwice } from '../twice.rules';
import { decidesRightly, isLiableRightly, type Mode, MODES_ZH, type Side } from './modes.rules';

export interface ArrangementFacts {
  mode: Mode;
  itemCodes: string[];
  decides: Side;
  liable: Side;
  documentNumber: string;
  /** Both days belong to it. */
  fromOn: string;
  toOn?: string;
}

/** Who receives: an organ, perhaps at one of its places only. */
export interface Receiver {
  id: string;
  placeId: string | null;
  level: DivisionLevel;
  areaPath: string[];
}

/** Items that an organ lets a township or village accept, handle or help with (下放, directory/D5). */
@Entity({ schema: 'directory', name: 'arrangement' })
export class Arrangement extends Aggregate<ArrangementState> {
  @Ref() readonly grantorId: string;
  @Ref() readonly receiverId: string;
  @Ref({ nullable: true }) readonly placeId: string | null;
  /** Where the receiver stands. */
  @WordList() readonly areaPath: string[];
  @Words() readonly mode: Mode;
  /** Basic codes, and nine digits for a main item with all below it. */
  @WordList() readonly itemCodes: string[];
  @Words() readonly decides: Side;
  @Words() readonly liable: Side;
  @Words() readonly documentNumber: string;
  @Day() readonly fromOn: string;
  @Day({ nullable: true }) readonly toOn: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Words({ nullable: true }) revocationReason: string | null;

  static grant(
    grantor: { id: string; divisionCode: string },
    { id: receiverId, placeId, level, areaPath }: Receiver,
    facts: ArrangementFacts,
    today: string,
  ): Arrangement {
    const { mode, itemCodes, decides, liable, documentNumber, fromOn, toOn = null } = facts;
    if (level < 4) throw refuse('not-downward', { values: { level } });
    if (!areaPath.slice(1).includes(grantor.divisionCode)) throw refuse('grantor-not-above');
    const errors = namedTwice('itemCodes', itemCodes);
    if (errors.length) throw refuse('item-code-twice', { errors });
    const values = { mode, modeZh: MODES_ZH[mode] };
    if (!decidesRightly(mode, decides)) throw refuse('wrong-decider', { values });
    if (!isLiableRightly(mode, liable)) throw refuse('wrong-liability', { values });
    if (toOn !== null && (toOn < fromOn || toOn < today)) throw refuse('arrangement-period');
    const arrangement = Object.assign(new Arrangement(), {
      ...{ state: 'granted', grantorId: grantor.id, receiverId, placeId, areaPath, revokedAt: null, revocationReason: null },
      ...{ mode, itemCodes, decides, liable, documentNumber, fromOn, toOn },
    });
    arrangement.mark('grant', { mode, itemCodes, decides, liable, documentNumber, fromOn, toOn });
    arrangement.tell(ArrangementGranted({ arrangementId: arrangement.id, grantorId: grantor.id, receiverId, mode }));
    return arrangement;
  }

  revoke(reason: string, now: string): void {
    this.move(arrangementLifecycle, 'revoke', { reason });
    Object.assign(this, { revokedAt: now, revocationReason: reason });
    const { id: arrangementId, grantorId, receiverId, mode } = this;
    this.tell(ArrangementRevoked({ arrangementId, grantorId, receiverId, mode }));
  }
}
