import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Fact, FactKind } from './fact';

export const LISTENS = 'tongban:listens';

export interface ListenerOptions {
  /**
   * Works on something outside this database (a mail server): no transaction is open while it waits. Its effect happens at least once,
   * so it keeps its own mark, in transactions of its own.
   */
  outside?: true;
}

/** A method that hears a kind of fact. `name` is stored with pending deliveries: it stays when the method is renamed. */
export const On = <P>(kind: FactKind<P>, name: string, options: ListenerOptions = {}) =>
  SetMetadata(LISTENS, { fact: kind.called, name, ...options });

export interface Listener extends ListenerOptions {
  fact: string;
  name: string;
  hear(fact: Fact): Promise<void>;
}

/** All listeners of the house, found at boot. */
@Injectable()
export class Listeners implements OnModuleInit {
  private readonly byName = new Map<string, Listener>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = (instance as Record<string, unknown>)[method] as (fact: Fact) => Promise<void>;
        const listens = this.reflector.get<Omit<Listener, 'hear'> | undefined>(LISTENS, handler);
        if (!listens) continue;
        if (this.byName.has(listens.name)) throw new Error(`two listeners are called ${listens.name}`);
        this.byName.set(listens.name, { ...listens, hear: (fact) => handler.call(instance, fact) });
      }
    }
  }

  called(name: string): Listener | undefined {
    return this.byName.get(name);
  }

  get all(): Listener[] {
    return [...this.byName.values()];
  }
}
