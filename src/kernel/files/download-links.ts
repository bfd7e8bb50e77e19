import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../authz/actor';
import { Vault } from '../persistence/vault';

const MINUTES = 10;

/** What a link to a file carries besides its address. */
export interface LinkProof {
  /** Seconds since 1970; real time, as of tokens. */
  expires: number;
  signature: string;
}

/** Links to files: good for the one who was given them, for ten minutes. */
@Injectable()
export class DownloadLinks {
  constructor(private readonly vault: Vault) {}

  prove(by: Actor, address: string): LinkProof {
    const expires = Math.floor(Date.now() / 1_000) + MINUTES * 60;
    return { expires, signature: this.sign(by, address, expires) };
  }

  isProved(by: Actor, address: string, { expires, signature }: LinkProof): boolean {
    const [given, right] = [Buffer.from(signature), Buffer.from(this.sign(by, address, expires))];
    return given.length === right.length && timingSafeEqual(given, right) && expires * 1_000 > Date.now();
  }

  private sign({ kind, id }: Actor, address: string, expires: number): string {
    const text = JSON.stringify([kind, id, address, expires]);
    return createHmac('sha256', this.vault.key('download links', 32)).update(text).digest('base64url');
  }
}

/** RFC 6266: always saved, never shown; the name as it is, in UTF-8. */
export const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
