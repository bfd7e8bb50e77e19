import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../../kernel/config/config';
import { refuse } from '../../../kernel/http/kernel.errors';
import { readCursor } from '../../../kernel/http/page';
import { Ticks } from '../../../kernel/jobs/ticks';
import { signJws } from '../../../kernel/signing/jws';
import { GuideChangeStore, type GuideSet, type Head } from './guide-change.store';
import type { GuideChangesQuery, GuideManifestQuery, GuideSetQuery } from './guide-changes.inputs';
import type { GuideChanges } from './guide-changes.views';
import { GuideKeys } from './guide-keys';

/** Seconds for which a signed manifest is shown again, and after which nobody should take it for the present. */
const SIGNED_ANEW_AFTER = 60;
export const LIFETIME = 3_600;
const MOST = 500;

interface Signed {
  set: GuideSet;
  at: number;
  token: string;
}

/** implementation/I10: the feed by which a channel follows what is published, and the manifest by which it proves that it has. */
@Injectable()
export class GuideFeed implements OnModuleInit {
  private readonly signed = new Map<string, Promise<Signed>>();

  constructor(
    private readonly config: Config,
    private readonly changes: GuideChangeStore,
    private readonly keys: GuideKeys,
    private readonly ticks: Ticks,
  ) {}

  /** Who reads sees to it as well; the beat only keeps the time of telling near the time of effect. */
  onModuleInit(): void {
    this.ticks.add('guides that take effect', () => this.changes.tellDue());
  }

  async read({ after, limit = 100, ...filter }: GuideChangesQuery): Promise<GuideChanges> {
    const begin = positionOf(after);
    const { items, head, position } = await this.changes.after(begin, limit, filter);
    // Of a feed that has been there and is no more: the database was set back. Its reader must not miss what comes instead.
    if (begin > head) throw refuse('bad-cursor');
    return { items, next: cursorAt(position), more: position < head };
  }

  /** The digest over what is in force is made once for each filter and change; the signature also when it grows old. */
  async manifest({ asOf, ...filter }: GuideManifestQuery): Promise<string> {
    const head = await this.changes.head();
    if (asOf) return this.manifestAt(asOf, filter, head);
    const key = [head.position, filter.division, filter.organization].join(' ');
    const known = this.signed.get(key);
    if (known) {
      const { set, at, token } = await known;
      if (secondsOf(head) - at < SIGNED_ANEW_AFTER) return token;
      return this.keep(key, this.sign(filter, { ...set, now: head.now }));
    }
    return this.keep(
      key,
      this.changes.inForce(filter).then((set) => this.sign(filter, set)),
    );
  }

  /** Of an instant that is over: it belongs to no place in the feed. */
  private async manifestAt(asOf: string, filter: GuideSetQuery, head: Head): Promise<string> {
    if (Date.parse(asOf) > Date.parse(head.now))
      throw refuse('bad-query', { errors: [{ pointer: 'asOf', code: 'future', detail: 'an instant that is not to come' }] });
    const set = await this.changes.inForce(filter, asOf);
    return (await this.sign(filter, { ...set, now: head.now }, set.now)).token;
  }

  private async keep(key: string, signing: Promise<Signed>): Promise<string> {
    this.signed.delete(key);
    if (this.signed.size >= MOST) this.signed.delete(this.signed.keys().next().value!);
    this.signed.set(key, signing);
    try {
      return (await signing).token;
    } catch (error) {
      this.signed.delete(key);
      throw error;
    }
  }

  private async sign({ division, organization }: GuideSetQuery, set: GuideSet, asOf?: string): Promise<Signed> {
    const at = secondsOf(set);
    const { now, position, count, digest, suspended, suspendedDigest } = set;
    const token = await signJws(this.keys.current(), 'guide-manifest+jwt', {
      ...{ iss: this.config.publicUrl, iat: at, exp: at + LIFETIME, asOf: asOf ?? now },
      ...(asOf === undefined && { cursor: cursorAt(position) }),
      ...{ division, organization, count, digest, suspended, suspendedDigest },
    });
    return { set, at, token };
  }
}

const secondsOf = ({ now }: Head): number => Math.floor(Date.parse(now) / 1000);

const cursorAt = (position: number): string => Buffer.from(JSON.stringify([position])).toString('base64url');

function positionOf(cursor: string | undefined): number {
  const [position] = readCursor({ cursor }, 1) ?? [0];
  if (typeof position === 'number' && Number.isSafeInteger(position) && position >= 0) return position;
  throw refuse('bad-cursor');
}
