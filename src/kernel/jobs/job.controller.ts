import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../authz/actor';
import { By } from '../authz/door.guard';
import { signedIn } from '../authz/permissions';
import { Door } from '../http/door';
import { type Page, pageOf } from '../http/page';
import { PathId } from '../http/path';
import { AnswersStream, streamed } from '../http/streamed';
import { demoId } from '../persistence/uuid';
import { JobReading } from './job-reading';
import { JobRowQuery, JobRowView, JobView } from './job.views';

const at = { id: demoId('job', 'import') };
const as = 'service-administrator';

/** Long work and what became of it. */
@ApiTags('jobs')
@Controller('v1/jobs/:id')
export class JobController {
  constructor(private readonly jobs: JobReading) {}

  @Get()
  @Door({
    to: signedIn,
    en: 'How far a long piece of work is',
    zh: '任务进度',
    answers: JobView,
    more: 'For whoever started it, and for the administration of its area. Kept for thirty days after its end.',
    ...{ as, at },
  })
  async readJob(@By() by: Actor, @PathId() id: string): Promise<JobView> {
    return JobView.of(await this.jobs.see(by, id));
  }

  @Get('rows')
  @Door({
    to: signedIn,
    en: 'What became of each row',
    zh: '任务逐行报告',
    answers: pageOf(JobRowView),
    more: 'In the order of the rows, those that are done.',
    ...{ as, at },
  })
  listJobRows(@By() by: Actor, @PathId() id: string, @Query() query: JobRowQuery): Promise<Page<JobRowView>> {
    return this.jobs.rows(by, id, query);
  }

  @Get('report')
  @AnswersStream('application/x-ndjson')
  @Door({
    to: signedIn,
    en: 'What became of all rows, as NDJSON',
    zh: '下载任务逐行报告',
    more: 'One row a line, as in the list of rows.',
    ...{ as, at },
  })
  async downloadJobReport(@By() by: Actor, @PathId() id: string): Promise<StreamableFile> {
    return streamed(await this.jobs.report(by, id), 'application/x-ndjson');
  }

  @Post('cancellation')
  @Door({
    to: signedIn,
    en: 'Stop a long piece of work',
    zh: '取消任务',
    answers: JobView,
    more: 'What is done stays done and stands in the report. 409 when it has ended.',
    as,
  })
  async cancelJob(@By() by: Actor, @PathId() id: string): Promise<JobView> {
    return JobView.of(await this.jobs.cancel(by, id));
  }
}
