import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** As much of S3 as objects need, over HTTP: objects, and objects sent in parts. */
export class FakeS3 {
  readonly objects = new Map<string, Buffer>();
  readonly unfinished = new Map<string, Buffer[]>();
  /** The status of every answer while it is out of order. */
  broken?: number;
  private readonly server = createServer((request, answer) => void this.serve(request, answer));

  static async open(): Promise<FakeS3> {
    const fake = new FakeS3();
    await once(fake.server.listen(0, '127.0.0.1'), 'listening');
    return fake;
  }

  get settings() {
    const { port } = this.server.address() as AddressInfo;
    return {
      ...{ S3_BUCKET: 'files', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_REGION: 'us-east-1' },
      ...{ S3_ACCESS_KEY_ID: 'test', S3_SECRET_ACCESS_KEY: 'test' },
    };
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname, searchParams: asked } = new URL(request.url!, 'http://fake');
    const [, bucket, key = ''] = /^\/(\w+)\/(.+)$/.exec(pathname) ?? [];
    const [upload, part] = [asked.get('uploadId'), asked.get('partNumber')];
    const body = await buffer(request).catch(() => undefined);
    const end = (status: number, text: string | Buffer = '') => answer.writeHead(status, { etag: '"x"' }).end(text);
    if (!body) return;
    if (this.broken || bucket !== 'files' || !request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) {
      end(this.broken ?? 403);
    } else if (request.method === 'POST' && asked.has('uploads')) {
      const id = randomUUID();
      this.unfinished.set(id, []);
      end(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    } else if (request.method === 'PUT' && upload) {
      this.unfinished.get(upload)![Number(part) - 1] = body;
      end(200);
    } else if (request.method === 'POST' && upload) {
      this.objects.set(key, Buffer.concat(this.unfinished.get(upload)!));
      this.unfinished.delete(upload);
      end(200, '<CompleteMultipartUploadResult><Key>x</Key></CompleteMultipartUploadResult>');
    } else if (request.method === 'PUT') {
      this.objects.set(key, body);
      end(200);
    } else if (request.method === 'DELETE') {
      if (upload) this.unfinished.delete(upload);
      else this.objects.delete(key);
      end(204);
    } else {
      const found = this.objects.get(key);
      end(found ? 200 : 404, found);
    }
  }
}
