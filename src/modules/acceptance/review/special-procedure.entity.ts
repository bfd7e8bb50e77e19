import { Entity } from 'typeorm';
import { Id, Instant, Ref, Whole, Words, YesNo } from '../../../kernel/persistence/columns';

/** A special procedure of the guide while a case is in it (特别程序). Only those of art. 45 stop the clock. */
@Entity({ schema: 'acceptance', name: 'special_procedure' })
export class SpecialProcedure {
  @Id() readonly id: string;
  @Ref() readonly caseId: string;
  @Words() readonly kind: string;
  @Words() readonly name: string;
  @YesNo() readonly stopsClock: boolean;
  @Words({ nullable: true }) readonly article: string | null;
  /** The time told to the applicant. */
  @Whole() readonly days: number;
  @Words() readonly unit: 'working-day' | 'calendar-day';
  @Instant() readonly begunAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
  /** Reason and result, sealed. */
  @Words() sealed: string;
}
