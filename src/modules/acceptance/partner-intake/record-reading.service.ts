import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { Sealing } from '../case/sealing.service';
import { masked } from '../intake/form.rules';
import { CaseReadings } from '../reading/reading.store';
import type { CaseRecordListView } from './partner-cases.views';
import { RecordReadings } from './record-reading.store';

const TEXTS = ['handle_explain', 'special_reason', 'result_explain'] as const;

/** What its own system has told of a case, in the order of business; who reads it is on record (P10). */
@Injectable()
export class RecordReading {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly cases: CaseReadings,
    private readonly records: RecordReadings,
  ) {}

  ofCase(by: Actor, caseId: string): Promise<CaseRecordListView> {
    return this.tx.run(async () => {
      await this.cases.seen(by, caseId, 'listCaseRecords');
      const rows = await this.records.ofCase(caseId);
      const items = rows.map(({ line, sealed }) => {
        const content = this.sealing.open<Partial<Record<(typeof TEXTS)[number], string>>>('partner_record', {
          id: line.id,
          sealed,
        });
        const text = TEXTS.map((name) => content[name]).find((one) => one !== undefined);
        return { ...line, ...(text !== undefined && { text: masked(text) as string }) };
      });
      return { items };
    });
  }
}
