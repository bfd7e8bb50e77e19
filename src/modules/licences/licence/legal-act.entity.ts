import { Entity } from 'typeorm';
import { Day, Id, Instant, Json, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { LicenceAct } from './licence.lifecycle';

export interface Remedy {
  /** 行政复议: to whom and within how long. */
  review: string;
  /** 行政诉讼 */
  lawsuit: string;
}

export interface LegalActFacts {
  ground: string;
  /** Provision of law. */
  basis: string;
  effectOn: string;
  remedy: Remedy;
}

/** What was decided on a licence after its issue: basis, effect day, remedy. The reason may speak of the holder and is sealed. */
@Entity({ schema: 'licences', name: 'legal_act' })
export class LegalAct {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly licenceId: string;
  /** Number of the history line. */
  @Whole() readonly seq: number;
  @Words() readonly act: LicenceAct;
  @Words() readonly ground: string;
  @Words() readonly basis: string;
  @Words() readonly reasonSealed: string;
  @Day() readonly effectOn: string;
  @Json() readonly remedy: Remedy;
  @Instant() readonly decidedAt: string;
}

export const reasonPlace = (id: string) => ({ table: 'licences.legal_act', column: 'reason', id });
