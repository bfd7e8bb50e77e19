import { createWriteStream, mkdirSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ObjectStore } from './object-store';

/** Objects as files of a folder, spread by the end of their id: its beginning is the time. */
export class FolderObjects extends ObjectStore {
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  async put(id: string, pieces: Readable): Promise<void> {
    const file = this.at(id);
    const part = `${file}.part`;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      await pipeline(pieces, createWriteStream(part, { mode: 0o600, flush: true }));
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async get(id: string): Promise<Readable> {
    return (await open(this.at(id))).createReadStream();
  }

  async remove(id: string): Promise<void> {
    await rm(this.at(id), { force: true });
    await rm(`${this.at(id)}.part`, { force: true });
  }

  private at(id: string): string {
    return path.join(this.folder, id.slice(-2), id);
  }
}
