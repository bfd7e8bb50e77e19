import { Injectable } from '@nestjs/common';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Guide } from '../../implementation/implementation.facade';
import { LicencesFacade } from '../../licences/licences.facade';
import { refuse } from '../acceptance.errors';
import { Sealing } from '../case/sealing.service';
import { type HandedIn, Material, MaterialFile } from './material.entity';
import type { MaterialInput } from './material.inputs';
import { incomplete, mustBeItself, namedInGuide } from './material.rules';

/** For whom materials are handed in, and by which act. */
export interface HandingIn {
  caseId: string;
  applicantId: string;
  guide: Guide;
  /** Number of the act. */
  seq: number;
}

@Injectable()
export class MaterialService {
  constructor(
    private readonly tx: Tx,
    private readonly licences: LicencesFacade,
    private readonly sealing: Sealing,
  ) {}

  /** Checks what is handed in and makes its rows; the case's act writes them. */
  async take(of: HandingIn, given: readonly MaterialInput[]): Promise<HandedIn> {
    const errors = given.flatMap((one, index) => incomplete(one, `/materials/${index}`));
    if (errors.length) throw refuseKernel('invalid', { errors });
    const taken: HandedIn = { rows: [], files: [] };
    for (const one of given) {
      const material = namedInGuide(of.guide, one);
      const id = uuidv7();
      const facts =
        one.kind === 'certificate-reference'
          ? await this.reference(of, one, material.replaceableBy.certificateType!)
          : factsOf(one);
      const { sealed, ...open } = facts;
      const row = { id, caseId: of.caseId, seq: of.seq, code: one.code, kind: one.kind, at: this.tx.now, ...NOTHING, ...open };
      taken.rows.push(Object.assign(new Material(), row, { sealed: this.sealing.seal('material', id, sealed) }));
      if (one.kind !== 'file') continue;
      mustBeItself(one);
      taken.files.push(Object.assign(new MaterialFile(), { id, sealed: this.sealing.seal('material_file', id, one.content) }));
    }
    return taken;
  }

  /** acceptance/A8: looked up only where the guide names the type (A4), used only once confirmed, kept as it was that day. */
  private async reference({ applicantId }: HandingIn, { confirmed }: MaterialInput, type: string) {
    if (confirmed !== true) throw refuse('certificate-not-confirmed');
    const held = await this.licences.heldBy(applicantId, type);
    if (!held) throw refuse('certificate-not-held');
    const { id, identifier, number, typeCode, typeName, validFrom, validUntil } = held;
    return { licenceId: id, sealed: { identifier, number, typeCode, typeName, validFrom, validUntil } };
  }
}

const NOTHING = { mediaType: null, size: null, sha256: null, licenceId: null };

const factsOf = ({ kind, text, textVersion, name, mediaType, size, sha256 }: MaterialInput) =>
  kind === 'file' ? { mediaType, size, sha256, sealed: { name } } : { sealed: { text, textVersion } };
