import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Guide } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import type { Case } from '../case/case.entity';
import { detailsOf, mustConcernNewlySupplied } from '../case/case.rules';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { Sealing } from '../case/sealing.service';
import { Documents } from '../document/document.service';
import { fieldsOf } from './form.rules';
import { SupplementRequest } from './supplement-request.entity';

/** One point of a notice: a material of the guide or a field of its form, and what is wrong with it. */
export interface NoticePoint {
  material?: string;
  field?: string;
  problem: string;
}

/** acceptance/A3: the one-time notice (一次性告知). */
@Injectable()
export class NoticeService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly sealing: Sealing,
  ) {}

  request(by: Actor, id: string, points: NoticePoint[], expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'request-supplement', id, expected);
      const guide = await this.guides.lightened(kase);
      const named = pointsNamed(guide, points);
      mustConcernNewlySupplied(kase, points);
      if (kase.intakeLimitId) await this.clocks.meet(by, id);
      const document = await this.documents.draw(kase, guide, 'supplement-notice', { points });
      kase.requestSupplement(by, this.tx.now, this.row(kase, named, points), document);
      await this.cases.save(by, kase);
      return kase;
    });
  }

  private row(kase: Case, named: { materialCodes: string[]; formFields: string[] }, points: NoticePoint[]): SupplementRequest {
    const id = uuidv7();
    const about = { id, caseId: kase.id, receiptSeq: kase.receiptSeq!, orderId: null, ...named };
    const sealed = this.sealing.seal('supplement_request', id, { points });
    return Object.assign(new SupplementRequest(), { ...about, sealed, requestedAt: this.tx.now, suppliedAt: null });
  }
}

/** acceptance/A4: each point is a material or a form field that the published version names. */
function pointsNamed(guide: Guide, points: NoticePoint[]): { materialCodes: string[]; formFields: string[] } {
  const faults = (code: string, wrong: (point: NoticePoint) => boolean) =>
    points.flatMap((point, index) =>
      wrong(point)
        ? [{ pointer: `/points/${index}`, code, detail: point.material ?? point.field ?? 'a material or a field' }]
        : [],
    );
  const nothing = faults('names-nothing', ({ material, field }) => (material === undefined) === (field === undefined));
  if (nothing.length) throw refuse('notice-names-nothing', { errors: nothing });
  const materialCodes = unique(points.flatMap(({ material }) => material ?? []));
  const formFields = unique(points.flatMap(({ field }) => field ?? []));
  const known = { materials: guide.materials.map(({ code }) => code), fields: fieldsOf(guide.form) };
  const beyond = faults('unknown', ({ material, field }) =>
    material === undefined ? !known.fields.includes(field!) : !known.materials.includes(material),
  );
  if (beyond.length) throw refuse('beyond-the-guide', { values: { what: detailsOf(beyond) }, errors: beyond });
  return { materialCodes, formFields };
}

const unique = (texts: string[]): string[] => [...new Set(texts)];
