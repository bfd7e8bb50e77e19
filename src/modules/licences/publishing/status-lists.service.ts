import { Injectable } from '@nestjs/common';
import { Config } from '../../../kernel/config/config';
import { buildStatusList } from '../credential/status-list';
import { LicenceKeys } from './licence-keys';
import { LIST_SIZE, StatusListStore } from './status-list.store';

/** Seconds after which a verifier fetches the list anew, and after which it no longer trusts it. */
export const TTL = 300;
const LIFETIME = 86_400;
const SIGNED_ANEW_AFTER = 6 * 3_600_000;

/**
 * licences/L4: status lists, signed when a status has changed or the signature grows old. The truth and the signed list are in Postgres:
 * all processes serve the same bytes, and none serves a list that an act has left behind.
 */
@Injectable()
export class StatusLists {
  constructor(
    private readonly config: Config,
    private readonly keys: LicenceKeys,
    private readonly store: StatusListStore,
  ) {}

  reserve(): Promise<{ list: number; place: number }> {
    return this.store.reserve();
  }

  /** In the transaction that changes a status. */
  changed(list: number): Promise<void> {
    return this.store.changed(list);
  }

  address(list: number): string {
    return `${this.config.publicUrl}/v1/licence-status-lists/${list}`;
  }

  /** The list as signed; nothing when there is none of this number. */
  async token(list: number): Promise<string | undefined> {
    const published = await this.store.read(list);
    if (!published) return undefined;
    const { token, revision, signedRevision, signedAt, now } = published;
    const fresh = signedAt !== null && Date.parse(now) - Date.parse(signedAt) < SIGNED_ANEW_AFTER;
    return token !== null && fresh && signedRevision === revision ? token : this.sign(list);
  }

  /** For verification: the list that one of our credentials names. */
  async tokenAt(address: string): Promise<string> {
    const number = Number(/\/([1-9]\d{0,8})$/.exec(address)?.[1] ?? 0);
    const token = address === this.address(number) ? await this.token(number) : undefined;
    if (token === undefined) throw new Error('no such status list');
    return token;
  }

  private async sign(list: number): Promise<string> {
    const state = await this.store.entries(list);
    const token = await buildStatusList({
      ...{ uri: this.address(list), key: this.keys.current(), size: LIST_SIZE, entries: state.entries },
      ...{ now: new Date(state.now), lifetime: LIFETIME, ttl: TTL },
    });
    await this.store.keep(list, state, token);
    return token;
  }
}
