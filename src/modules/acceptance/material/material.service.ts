import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { isCalled } from '../../../kernel/files/file-types';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Guide } from '../../implementation/implementation.facade';
import { LicencesFacade } from '../../licences/licences.facade';
import { Sealing } from '../case/sealing.service';
import { DEFERRAL_TEXT, digestOf } from '../deferral/deferral.rules';
import type { Upload } from '../upload/upload.entity';
import { HandedUploads } from '../upload/handed-uploads.service';
import { Material } from './material.entity';
import type { MaterialInput } from './material.inputs';
import { beyondTheGuide, type MaterialFault, misshapen, refuseMaterials } from './material.rules';

/** For whom materials are handed in, and by which act. */
export interface HandingIn {
  by: Actor;
  caseId: string;
  /** Cases of one journey share what is handed in once. */
  journeyRef: string | null;
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
    private readonly uploads: HandedUploads,
  ) {}

  /** Checks what is handed in, names everything that is wrong, and makes its rows; the case's act writes them. */
  async take(of: HandingIn, given: readonly MaterialInput[]): Promise<Material[]> {
    const errors = given.flatMap((one, index) => misshapen(one, `/materials/${index}`));
    if (errors.length) throw refuseKernel('invalid', { errors });
    const to = of.journeyRef ?? of.caseId;
    const uploads = await this.uploads.found(of.by, to, given);
    const rows: Material[] = [];
    const faults: MaterialFault[] = [];
    for (const [index, one] of given.entries()) {
      const found = await this.facts(of, one, uploads);
      if ('refusal' in found) faults.push({ pointer: `/materials/${index}`, ...found });
      else rows.push(this.row(of, one, found));
    }
    if (faults.length) throw refuseMaterials(faults);
    await this.uploads.bind(of.by, to, uploads);
    return rows;
  }

  private row({ caseId, seq }: HandingIn, { code, kind }: MaterialInput, { sealed, ...open }: Facts): Material {
    const id = uuidv7();
    const row = { id, caseId, seq, code, kind, at: this.tx.now, ...NOTHING, ...open };
    return Object.assign(new Material(), row, { sealed: this.sealing.seal('material', id, sealed) });
  }

  private async facts(
    of: HandingIn,
    given: MaterialInput,
    uploads: Map<string, Upload>,
  ): Promise<Facts | Omit<MaterialFault, 'pointer'>> {
    const { kind, text, textVersion } = given;
    const beyond = beyondTheGuide(of.guide, given);
    if (beyond) return { refusal: 'beyond-the-guide', what: beyond };
    if (kind === 'certificate-reference') return this.reference(of, given);
    if (kind === 'deferred') return promise(given);
    return kind === 'file' ? fileFacts(of, given, uploads) : { sealed: { text, textVersion } };
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

/** acceptance/A8: a file is in the hands of whoever sent it, for one case; its name ends as its type does. */
function fileFacts(
  { caseId, journeyRef }: HandingIn,
  { code: what, name, uploadId }: MaterialInput,
  uploads: Map<string, Upload>,
): Facts | Omit<MaterialFault, 'pointer'> {
  const upload = uploads.get(uploadId!);
  if (!upload) return { refusal: 'no-such-upload', what };
  if (upload.boundTo !== null && upload.boundTo !== (journeyRef ?? caseId)) return { refusal: 'upload-taken', what };
  if (!isCalled(name!, upload.mediaType)) return { refusal: 'file-mismatch', what };
  const { id, mediaType, size, sha256 } = upload;
  return { uploadId: id, mediaType, size: size!, sha256: sha256!, sealed: { name: name!.normalize('NFC') } };
}

const NOTHING = { mediaType: null, size: null, sha256: null, licenceId: null, uploadId: null };

/** What a row keeps of a material besides its code and kind. */
type Facts = Partial<Pick<Material, 'mediaType' | 'size' | 'sha256' | 'licenceId' | 'uploadId'>> & { sealed: object };
