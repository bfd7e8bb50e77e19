import { Uuid, Whole } from '../../../kernel/validation/fields';
import type { Offices } from './review-board.entity';

export class ReviewBoardInput implements Offices {
  @Uuid({ says: 'Leads and countersigns: the regional government office 牵头单位' }) leadId: string;
  @Uuid({ says: 'Asked whether it is lawful: the legal office 合法性审核单位' }) legalId: string;
  @Uuid({ says: 'Asked whether it is complete and accurate: the administration body 完整准确性审核单位' })
  administrationId: string;
  @Uuid({
    says: 'Asked whether it is consistent with the power and licensing lists: the establishment office 清单一致性审核单位',
  })
  establishmentId: string;
}

export class ReviewBoardView {
  @Whole(0, 2_147_483_647, { says: 'Version of the record, also the ETag; 0 while no offices are named 记录版本' })
  version: number;
  @Uuid({ optional: true, says: 'Leads and countersigns 牵头单位' }) leadId?: string;
  @Uuid({ optional: true, says: 'Lawful 合法性审核单位' }) legalId?: string;
  @Uuid({ optional: true, says: 'Complete and accurate 完整准确性审核单位' }) administrationId?: string;
  @Uuid({ optional: true, says: 'Consistent with the lists 清单一致性审核单位' }) establishmentId?: string;

  static of(board: (Offices & { version: number }) | undefined): ReviewBoardView {
    if (!board) return { version: 0 };
    const { version, leadId, legalId, administrationId, establishmentId } = board;
    return { version, leadId, legalId, administrationId, establishmentId };
  }
}
