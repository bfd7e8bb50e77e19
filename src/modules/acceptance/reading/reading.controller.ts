import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { attachment } from '../../../kernel/files/download-links';
import { fileTypes } from '../../../kernel/files/file-types';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { acceptancePermissions } from '../acceptance.permissions';
import { MaterialReading } from './material-reading.service';
import { DownloadQuery } from './reading.inputs';
import { ReadingService } from './reading.service';
import {
  CaseClockView,
  CaseDetailView,
  HistoryView,
  MaterialListView,
  MaterialView,
  OpinionListView,
  ReceiptListView,
} from './reading.views';
import { demoId } from '../../../kernel/persistence/uuid';

const to = acceptancePermissions['case.see'];
const at = { id: demoId('case', 'completed') };
const seen = { to, purpose: true, as: 'county-officer', at } as const;

@ApiTags('acceptance')
@Controller('v1/cases/:id')
export class ReadingController {
  constructor(
    private readonly readings: ReadingService,
    private readonly materials: MaterialReading,
  ) {}

  @Get()
  @Door({ ...seen, en: 'Read a case', zh: '办件详情', answers: CaseDetailView })
  async readCase(
    @By() by: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDetailView> {
    const { version, text } = await this.readings.one(by, id);
    void reply.type('application/json; charset=utf-8').header('etag', `"${version}"`);
    return text as unknown as CaseDetailView;
  }

  @Get('history')
  @Door({ ...seen, en: 'Every act on a case', zh: '办件过程', answers: HistoryView })
  readCaseHistory(@By() by: Actor, @PathId() id: string): Promise<HistoryView> {
    return this.readings.historyOf(by, id);
  }

  @Get('clock')
  @Door({ ...seen, en: 'Its limits, day by day', zh: '办件时限逐日说明', answers: CaseClockView })
  readCaseClock(@By() by: Actor, @PathId() id: string): Promise<CaseClockView> {
    return this.readings.clock(by, id);
  }

  @Get('materials')
  @Door({ ...seen, en: 'What was handed in', zh: '申请材料', answers: MaterialListView })
  listCaseMaterials(@By() by: Actor, @PathId() id: string): Promise<MaterialListView> {
    return this.readings.materials(by, id);
  }

  @Get('materials/:materialId')
  @Door({
    ...{ ...seen, en: 'Read one material, a file with a link to its bytes', zh: '查看材料内容', answers: MaterialView },
    // What is handed in with an application is made right after it.
    at: { ...at, materialId: demoId('case', 'completed', 1) },
  })
  readCaseMaterial(@By() by: Actor, @PathId() id: string, @PathId('materialId') materialId: string): Promise<MaterialView> {
    return this.materials.one(by, id, materialId);
  }

  @Get('materials/:materialId/file')
  @Door({
    ...{ to, purpose: true, as: 'county-officer', en: 'Fetch a file by its link', zh: '下载材料文件', gives: fileTypes },
    more: 'The link is told by the material; it is good for ten minutes and for the one who was given it. 链接十分钟内仅对本人有效。',
    at: { ...at, materialId: demoId('case', 'completed', 1) },
  })
  async downloadCaseMaterial(
    @By() by: Actor,
    @PathId() id: string,
    @PathId('materialId') materialId: string,
    @Query() proof: DownloadQuery,
  ): Promise<StreamableFile> {
    const { name, mediaType, size, bytes } = await this.materials.download(by, id, materialId, proof);
    return new StreamableFile(bytes, { type: mediaType, length: size, disposition: attachment(name) });
  }

  @Get('receipts')
  @Door({ ...seen, en: 'Documents of a case', zh: '办件文书', answers: ReceiptListView })
  listCaseReceipts(@By() by: Actor, @PathId() id: string): Promise<ReceiptListView> {
    return this.readings.receipts(by, id);
  }

  @Get('opinions')
  @Door({
    ...{ ...seen, to: acceptancePermissions['case.watch'] },
    ...{ en: 'Opinions of the review', zh: '审查意见', answers: OpinionListView },
  })
  listCaseOpinions(@By() by: Actor, @PathId() id: string): Promise<OpinionListView> {
    return this.readings.opinions(by, id);
  }
}
