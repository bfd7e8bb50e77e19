import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';

/** How long an actor is believed without asking the database: a role taken away is gone in every process within this time. */
const BELIEVED_MS = 5_000;
const MOST = 10_000;

/** Actors as they were read a moment ago. */
@Injectable()
export class KnownActors {
  private readonly known = new Map<string, { actor: Actor; until: number }>();

  constructor(private readonly tx: Tx) {}

  get(key: string): Actor | undefined {
    const known = this.known.get(key);
    return known && known.until > Date.now() ? known.actor : undefined;
  }

  put(key: string, actor: Actor): Actor {
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(key, { actor, until: Date.now() + BELIEVED_MS });
    return actor;
  }

  /** What the running act changes about this actor holds in this process as soon as it has committed. */
  forget(id: string): void {
    this.tx.afterCommit(() => {
      for (const [key, { actor }] of this.known) if (actor.id === id) this.known.delete(key);
    });
  }
}
