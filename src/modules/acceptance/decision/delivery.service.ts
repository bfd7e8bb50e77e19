import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide } from '../../implementation/implementation.facade';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { Documents } from '../document/document.service';
import { windowShown, Windows } from '../window/windows.service';
import type { DeliveryMethod } from './decision.rules';

export interface Delivered {
  method: DeliveryMethod;
  /** Who took it at the window, or the number of the parcel. */
  note?: string;
  windowId?: string;
}

/** 送达: the case is complete (办结). */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly windows: Windows,
  ) {}

  deliver(by: Actor, id: string, input: Delivered, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'deliver', id, expected);
      if (kase.dueOn) await this.clocks.meet(by, id);
      await this.deliverNow(by, kase, await this.guides.of(kase), input);
      return kase;
    });
  }

  async deliverNow(by: Actor, kase: Case, guide: Guide, { method, note, windowId }: Delivered): Promise<void> {
    const window = await this.windows.named(by, kase, guide, { windowId, overTheCounter: method === 'window' });
    const content = { method, ...(note && { note }), granted: kase.granted, ...(window && windowShown(window)) };
    const document = await this.documents.draw(kase, guide, 'delivery', content);
    kase.deliver(by, this.tx.now, { method, ...(windowId && { windowId }) }, document);
    await this.cases.save(by, kase);
  }
}
