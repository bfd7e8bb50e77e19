import { Entity } from 'typeorm';
import { Id, Instant, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import type { MaterialKind } from './material.rules';

/** Something handed in (申请材料). Nothing handed in is changed, or removed but with a discarded draft: newer rows of a code take its place. */
@Entity({ schema: 'acceptance', name: 'material' })
export class Material {
  @Id() readonly id: string;
  @Ref() readonly caseId: string;
  /** Number of the act that handed it in: tells what a supplement newly supplied. */
  @Whole() readonly seq: number;
  /** Material code of the guide. */
  @Words() readonly code: string;
  @Words() readonly kind: MaterialKind;
  @Words({ nullable: true }) readonly mediaType: string | null;
  @Whole({ nullable: true }) readonly size: number | null;
  @Words({ nullable: true }) readonly sha256: string | null;
  @Ref({ nullable: true }) readonly licenceId: string | null;
  /** The file that was sent for it. Files of before it lie in `material_file`. */
  @Ref({ nullable: true }) readonly uploadId: string | null;
  /** Text, file name or certificate snapshot, sealed. */
  @Words() readonly sealed: string;
  @Instant() readonly at: string;
}
