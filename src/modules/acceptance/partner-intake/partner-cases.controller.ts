import { Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { AnswersStream, streamed } from '../../../kernel/http/streamed';
import { Rows, type RowFile } from '../../../kernel/jobs/row-file';
import { demoId } from '../../../kernel/persistence/uuid';
import { acceptancePermissions } from '../acceptance.permissions';
import { sentRecords } from './partner-cases.examples';
import { UnplacedQuery } from './partner-cases.inputs';
import { CaseRecordListView, UnplacedRecordPage, UnplacedRecordView } from './partner-cases.views';
import { RecordReading } from './record-reading.service';
import { RecordReadings } from './record-reading.store';
import { RecordStream } from './record-stream.service';

const NDJSON = 'application/x-ndjson';
const as = 'demo-partner';

@ApiTags('acceptance')
@Controller('v1')
export class PartnerCasesController {
  constructor(
    private readonly stream: RecordStream,
    private readonly reading: RecordReading,
    private readonly readings: RecordReadings,
  ) {}

  @Post('partner-cases')
  @AnswersStream(NDJSON)
  @Door({
    ...{
      to: acceptancePermissions['partner-case.send'],
      en: 'Tell of cases that a system of its own runs',
      zh: '报送部门业务系统办件',
    },
    ...{ takes: [NDJSON], keyed: true, as, sends: sentRecords },
    more: 'One record a line, in the words of up_pro_accept, up_pro_process, up_pro_special_procedure, up_pro_material and up_pro_result, with `table`, the sender’s own key `row_guid` and, among records of the same instant, `sequence`; event_name and result_type are national state codes. In any order and as often as need be: one line comes back for each, `{ line, key, outcome, caseNumber, caseId, queryCode, released, problems }`, outcome being accepted, duplicate, parked (until the acceptance of its case comes) or refused; `stopped` ends the answer where the stream cannot be read on. Read while you send. UTF-8, or GB18030 where charset says so; 64 KiB a line, 100,000 lines. 逐行报送，逐行答复，可乱序、可重复。',
  })
  async sendPartnerRecords(@By() by: Actor, @Rows() file: RowFile): Promise<StreamableFile> {
    return streamed(await this.stream.receive(by, file), NDJSON);
  }

  @Get('partner-cases/unplaced')
  @Door({
    ...{ to: acceptancePermissions['partner-case.watch'], en: 'Records that have found no place yet', zh: '未归位的报送记录' },
    ...{ answers: UnplacedRecordPage, as },
    more: 'Oldest first. Those that wait for the acceptance of their case, and those that contradicted it when it came.',
  })
  listUnplacedRecords(@By() by: Actor, @Query() query: UnplacedQuery): Promise<Page<UnplacedRecordView>> {
    return this.readings.unplaced(by, query);
  }

  @Get('cases/:id/partner-records')
  @Door({
    ...{ to: acceptancePermissions['case.see'], en: 'What its own system has told of a case', zh: '业务系统报送的办理过程' },
    ...{ answers: CaseRecordListView, purpose: true, as: 'county-officer', at: { id: demoId('case', 'elsewhere') } },
    more: 'In the order of business, whatever came late. Nothing, where a case is handled on the platform.',
  })
  listCaseRecords(@By() by: Actor, @PathId() id: string): Promise<CaseRecordListView> {
    return this.reading.ofCase(by, id);
  }
}
