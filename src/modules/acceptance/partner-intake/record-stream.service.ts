import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Clock } from '../../../kernel/clock/clock';
import { type Context, context, runIn } from '../../../kernel/http/context';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { toRefusal } from '../../../kernel/http/problem.filter';
import { lineBatches, textReader, withoutMark } from '../../../kernel/jobs/lines';
import type { RowFile } from '../../../kernel/jobs/row-file';
import { rowProblems } from '../../../kernel/jobs/row-problems';
import type { OrganizationCard } from '../../directory/directory.facade';
import { type Outcome, PartnerIntake } from './partner-intake.service';
import { type ReadRecord, readRecord, type RefusedLine } from './record-reading.rules';

const CHUNK = 100;
const MOST = { line: 64 * 1024, records: 100_000 };

interface Sender {
  by: Actor;
  home: OrganizationCard | undefined;
}

/** Takes records while they are being sent, and tells of each what became of it. */
@Injectable()
export class RecordStream {
  private readonly log = new Logger(RecordStream.name);

  constructor(
    private readonly intake: PartnerIntake,
    private readonly clock: Clock,
  ) {}

  async receive(by: Actor, file: RowFile): Promise<AsyncGenerator<string>> {
    return this.outcomes({ by, home: await this.intake.homeOf(by) }, file, context());
  }

  /** Records that are here already; in one go, and within the caller's transaction. */
  async takeAll(by: Actor, records: object[]): Promise<Outcome[]> {
    const lines = records.map((record, index) => ({ line: index + 1, text: JSON.stringify(record), tooLong: false }));
    return (await this.take({ by, home: await this.intake.homeOf(by) }, 'utf-8', lines)) as Outcome[];
  }

  /**
   * One line for one record, in their order. Whatever a piece of the stream completes is answered before the next is waited for. A
   * stream that breaks off leaves whole records; what cannot go on says so in its last line.
   */
  private async *outcomes(sender: Sender, file: RowFile, request: Context): AsyncGenerator<string> {
    let [line, count] = [0, 0];
    const read = textReader(file.charset);
    try {
      for await (const batch of lineBatches(file.pieces, MOST.line)) {
        const lines = batch.flatMap((bytes) => {
          const text = bytes && read(bytes);
          line++;
          return text?.trim() === '' ? [] : [{ line, text: line === 1 && text ? withoutMark(text) : text, tooLong: !bytes }];
        });
        for (let begin = 0; begin < lines.length; begin += CHUNK) {
          const chunk = lines.slice(begin, begin + CHUNK);
          if ((count += chunk.length) > MOST.records) throw refuseKernel('too-large');
          const outcomes = await runIn(request, () => this.take(sender, file.charset, chunk));
          yield outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join('');
        }
      }
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.type.status === 500) this.log.error(error);
      const problems = runIn(request, () => rowProblems(refusal));
      yield `${JSON.stringify({ line: line + 1, outcome: 'stopped', problems })}\n`;
    }
  }

  private async take(
    sender: Sender,
    charset: string,
    lines: { line: number; text: string | undefined; tooLong: boolean }[],
  ): Promise<(Outcome | (RefusedLine & { outcome: 'refused' }))[]> {
    const now = await this.clock.now();
    const read = lines.map(({ line, text, tooLong }) =>
      text === undefined ? unread(line, charset, tooLong) : readRecord(line, text, now),
    );
    const outcomes = await this.safely(
      sender,
      read.filter((one): one is ReadRecord => 'value' in one),
    );
    const taken = new Map(outcomes.map((outcome) => [outcome.line, outcome]));
    return read.map((one) => taken.get(one.line) ?? { ...(one as RefusedLine), outcome: 'refused' as const });
  }

  /** Somebody who wrote the same at the same moment makes a transaction fail as a whole; then its records are taken one by one. */
  private async safely({ by, home }: Sender, records: ReadRecord[], again = true): Promise<Outcome[]> {
    if (!records.length) return [];
    try {
      return await this.intake.take(by, home, records);
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.type.status === 503) throw error;
      if (again && records.length === 1) return this.safely({ by, home }, records, false);
      const outcomes: Outcome[] = [];
      for (const record of records.length > 1 ? records : []) outcomes.push(...(await this.safely({ by, home }, [record])));
      if (outcomes.length) return outcomes;
      if (refusal.type.status === 500) this.log.error(error);
      return records.map(({ line, key }) => ({ line, key, outcome: 'refused' as const, problems: rowProblems(refusal) }));
    }
  }
}

function unread(line: number, charset: string, tooLong: boolean): RefusedLine {
  const [code, detail] = tooLong ? ['line', `a line of at most ${MOST.line} bytes`] : ['charset', charset.toUpperCase()];
  return { line, problems: [{ pointer: '', code: code, rule: 'acceptance/A22', detail: detail }] };
}
