import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { DownloadLinks, type LinkProof } from '../../../kernel/files/download-links';
import { Files } from '../../../kernel/files/files';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { refuse } from '../acceptance.errors';
import { Sealing } from '../case/sealing.service';
import { forReader } from './for-reader.rules';
import { CaseReadings, type MaterialRead } from './reading.store';
import type { MaterialView } from './reading.views';

export interface Download {
  name: string;
  mediaType: string;
  size: number;
  bytes: Readable;
}

/** acceptance/A8: materials as those who may see the case read them; the bytes of a file behind a link of their own. */
@Injectable()
export class MaterialReading {
  constructor(
    private readonly readings: CaseReadings,
    private readonly sealing: Sealing,
    private readonly links: DownloadLinks,
    private readonly files: Files,
  ) {}

  async one(by: Actor, id: string, materialId: string): Promise<MaterialView> {
    const {
      file: _bytes,
      uploadId: _upload,
      key: _key,
      ...read
    } = await this.readings.material(by, id, materialId, 'readCaseMaterial');
    const view = this.view(by, read);
    if (!read.mediaType) return view;
    const address = addressOf(id, materialId);
    const { expires, signature } = this.links.prove(by, address);
    const href = `${address}?expires=${expires}&signature=${signature}`;
    return { ...view, download: { href, expiresAt: new Date(expires * 1_000).toISOString() } };
  }

  async download(by: Actor, id: string, materialId: string, proof: LinkProof): Promise<Download> {
    if (!this.links.isProved(by, addressOf(id, materialId), proof)) throw refuse('link-not-valid');
    const read = await this.readings.material(by, id, materialId, 'downloadCaseMaterial');
    const { mediaType, size, file, uploadId, key } = read;
    const { name } = this.view(by, read).content as { name: string };
    if (file) {
      const bytes = Buffer.from(this.sealing.open<string>('material_file', { id: materialId, sealed: file }), 'base64');
      return { name, mediaType: mediaType!, size: size!, bytes: Readable.from([bytes]) };
    }
    if (!uploadId || !key) throw refuseKernel('not-found');
    return { name, mediaType: mediaType!, size: size!, bytes: await this.files.open({ id: uploadId, key }) };
  }

  view(by: Actor, { sealed, mediaType, size, sha256, licenceId, id, code, kind, at }: MaterialRead): MaterialView {
    const content = this.sealing.open<Record<string, unknown>>('material', { id, sealed });
    const file = mediaType && { mediaType, size: size!, sha256: sha256! };
    return { id, code, kind, at, ...file, ...(licenceId && { licenceId }), content: forReader(by, content) };
  }
}

const addressOf = (id: string, materialId: string): string => `/v1/cases/${id}/materials/${materialId}/file`;
