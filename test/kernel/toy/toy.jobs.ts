import { Controller, Injectable, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../src/kernel/authz/actor';
import { By } from '../../../src/kernel/authz/door.guard';
import { STREAMS } from '../../../src/kernel/http/body';
import { Door } from '../../../src/kernel/http/door';
import { JobIntake } from '../../../src/kernel/jobs/job-intake';
import type { JobFacts, JobRow, RowResult } from '../../../src/kernel/jobs/job-kind';
import { accepted } from '../../../src/kernel/jobs/job-answer';
import { JobView } from '../../../src/kernel/jobs/job.views';
import { Jobs } from '../../../src/kernel/jobs/jobs';
import { Rows, type RowFile } from '../../../src/kernel/jobs/row-file';
import { Db } from '../../../src/kernel/persistence/db';
import { Flag, Name, Part, Whole } from '../../../src/kernel/validation/fields';
import { notePermissions } from './note.policy';

class ToyPart {
  @Name(20) name: string;
}
class ToyRow {
  @Name(100) text: string;
  @Whole(0, 9, { optional: true }) amount?: number;
  @Flag({ optional: true }) urgent?: boolean;
  @Part(() => ToyPart, { optional: true, list: { max: 3 } }) parts?: ToyPart[];
}

/** Leaves one effect for each row: a row that is done twice is to be seen. */
@Injectable()
export class ToyJobs {
  /** What happens before a chunk is done. */
  before: (rows: JobRow[]) => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly db: Db,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'toy.copy', row: ToyRow, seenBy: notePermissions['note.publish'], chunk: 2, take: this.take.bind(this) });
  }

  private async take(_by: Actor, { id }: JobFacts, rows: JobRow[]): Promise<RowResult[]> {
    const titles = rows.map(({ number, value }) => `${number} ${JSON.stringify(value)}`);
    await this.db.query(`insert into kernel_test.effect select $1, 'toy.copy', unnest($2::text[])`, [id, titles]);
    await this.before(rows);
    return rows.map(({ number }) => ({ outcome: 'copied', code: `C${number}` }));
  }
}

@ApiTags('kernel-test')
@Controller('v1/copies')
export class ToyJobController {
  constructor(private readonly intake: JobIntake) {}

  @Post()
  @Door({ to: notePermissions['note.write'], en: 'Copy rows', zh: '抄', answers: JobView, status: 202, takes: STREAMS })
  async copyRows(@By() by: Actor, @Rows() file: RowFile, @Res({ passthrough: true }) reply: FastifyReply): Promise<JobView> {
    return accepted(reply, await this.intake.receive(by, { kind: 'toy.copy', facts: {}, areaPath: ['650000000000'] }, file));
  }
}
