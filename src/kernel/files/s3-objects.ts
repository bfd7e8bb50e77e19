import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Settings } from '../config/config';
import { ObjectStore } from './object-store';

/** A part in the making and one on its way; what is smaller than a part goes as one request. */
const PART = 5 * 2 ** 20;
const PATIENCE = { connectionTimeout: 3_000, requestTimeout: 30_000 };

/** Objects of a bucket of S3, or of what speaks like it. The library is loaded by whoever has a bucket. */
export class S3Objects extends ObjectStore {
  private client?: S3Client;

  constructor(private readonly settings: Settings) {
    super();
  }

  async put(id: string, pieces: Readable): Promise<void> {
    const { Upload } = await import('@aws-sdk/lib-storage');
    const params = { ...this.at(id), Body: pieces };
    // A part that was sent is not forgotten by the bucket, unless told so when the rest fails.
    await new Upload({ client: await this.connect(), params, partSize: PART, queueSize: 1, leavePartsOnError: false }).done();
  }

  async get(id: string): Promise<Readable> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { Body } = await (await this.connect()).send(new GetObjectCommand(this.at(id)));
    return Body as Readable;
  }

  async remove(id: string): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    await (await this.connect()).send(new DeleteObjectCommand(this.at(id)));
  }

  private at(id: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.S3_BUCKET!, Key: id };
  }

  private async connect(): Promise<S3Client> {
    const { S3Client: Client } = await import('@aws-sdk/client-s3');
    const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = this.settings;
    return (this.client ??= new Client({
      region: S3_REGION,
      maxAttempts: 2,
      requestHandler: PATIENCE,
      // Not every store knows the checksums of AWS; what it gives back is proved by its seal.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT, forcePathStyle: true }),
      ...(S3_ACCESS_KEY_ID && { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY! } }),
    }));
  }
}
