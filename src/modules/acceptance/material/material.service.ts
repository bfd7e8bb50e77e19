import { Injectable } from '@nestjs/common';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Guide } from '../../implementation/implementation.facade';
import { LicencesFacade } from '../../licences/licences.facade';
import { Sealing } from '../case/sealing.service';
import { DEFERRAL_TEXT, digestOf } from '../deferral/deferral.rules';
import { type HandedIn, Material, MaterialFile } from './material.entity';
import type { MaterialInput } from './material.inputs';
import { beyondTheGuide, isItself, type MaterialFault, misshapen, refuseMaterials } from './material.rules';

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

  /** Checks what is handed in, names everything that is wrong, and makes its rows; the case's act writes them. */
  async take(of: HandingIn, given: readonly MaterialInput[]): Promise<HandedIn> {
    const errors = given.flatMap((one, index) => misshapen(one, `/materials/${index}`));
    if (errors.length) throw refuseKernel('invalid', { errors });
    const taken: HandedIn = { rows: [], files: [] };
    const faults: MaterialFault[] = [];
    for (const [index, one] of given.entries()) {
      const found = await this.facts(of, one);
      if ('refusal' in found) faults.push({ pointer: `/materials/${index}`, ...found });
      else this.put(taken, of, one, found);
    }
    if (faults.length) throw refuseMaterials(faults);
    return taken;
  }

  private put({ rows, files }: HandedIn, { caseId, seq }: HandingIn, { code, kind, content }: MaterialInput, facts: Facts): void {
    const id = uuidv7();
    const { sealed, ...open } = facts;
    const row = { id, caseId, seq, code, kind, at: this.tx.now, ...NOTHING, ...open };
    rows.push(Object.assign(new Material(), row, { sealed: this.sealing.seal('material', id, sealed) }));
    if (kind !== 'file') return;
    files.push(Object.assign(new MaterialFile(), { id, sealed: this.sealing.seal('material_file', id, content) }));
  }

  private async facts(of: HandingIn, given: MaterialInput): Promise<Facts | Omit<MaterialFault, 'pointer'>> {
    const { kind, code: what, text, textVersion, name, mediaType, size, sha256 } = given;
    const beyond = beyondTheGuide(of.guide, given);
    if (beyond) return { refusal: 'beyond-the-guide', what: beyond };
    if (kind === 'certificate-reference') return this.reference(of, given);
    if (kind === 'deferred') return promise(given);
    if (kind !== 'file') return { sealed: { text, textVersion } };
    return isItself(given) ? { mediaType, size, sha256, sealed: { name } } : { refusal: 'file-mismatch', what };
  }

  /** acceptance/A8: looked up only where the guide names the type (A4), used only once confirmed, kept as it was that day. */
  private async reference(
    { applicantId, guide }: HandingIn,
    { code: what, confirmed }: MaterialInput,
  ): Promise<Facts | Omit<MaterialFault, 'pointer'>> {
    if (confirmed !== true) return { refusal: 'certificate-not-confirmed', what };
    const type = guide.materials.find(({ code }) => code === what)!.replaceableBy.certificateType!;
    const held = await this.licences.heldBy(applicantId, type);
    if (!held) return { refusal: 'certificate-not-held', what };
    const { id, identifier, number, typeCode, typeName, validFrom, validUntil } = held;
    return { licenceId: id, sealed: { identifier, number, typeCode, typeName, validFrom, validUntil } };
  }
}

/** acceptance/A9: a promise names the text that stands today, which is kept with it. */
function promise({ code: what, textVersion }: MaterialInput): Facts | Omit<MaterialFault, 'pointer'> {
  if (textVersion !== DEFERRAL_TEXT.version) return { refusal: 'commitment-text-not-current', what };
  return { sealed: { text: DEFERRAL_TEXT.text, textVersion, textDigest: digestOf(DEFERRAL_TEXT) } };
}

const NOTHING = { mediaType: null, size: null, sha256: null, licenceId: null };

/** What a row keeps of a material besides its code and kind. */
type Facts = Pick<MaterialInput, 'mediaType' | 'size' | 'sha256'> & { licenceId?: string; sealed: object };
