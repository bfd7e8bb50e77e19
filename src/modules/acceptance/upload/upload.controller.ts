import { Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { FileBody, type SentFile } from '../../../kernel/files/file-body';
import { fileTypes } from '../../../kernel/files/file-types';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { acceptancePermissions } from '../acceptance.permissions';
import { UploadService } from './upload.service';
import { UploadView } from './upload.views';

const to = acceptancePermissions['case.apply'];

@ApiTags('acceptance')
@Controller('v1/uploads')
export class UploadController {
  constructor(private readonly uploads: UploadService) {}

  @Post()
  @Door({
    ...{ to, en: 'Send a file for a material', zh: '上传申请材料文件', answers: UploadView, status: 201 },
    more: `The body is the file itself, at most 20 MB unless configured; its Content-Type says what it is. What the content does not agree with is
refused. A case takes it by its id within a day (\`uploadId\` of a material of kind file). 请求体即文件本身，24 小时内提交办件时以 uploadId 引用。`,
    ...{ takes: fileTypes, as: 'citizen', sends: '%PDF-1.7\n% 演示材料\n%%EOF\n' },
  })
  async sendFile(
    @By() by: Actor,
    @FileBody() file: SentFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    const { upload, replayed } = await this.uploads.receive(by, file);
    void reply.header('location', `/v1/uploads/${upload.id}`);
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return UploadView.of(upload);
  }

  @Get(':id')
  @Door({
    ...{ to, en: 'What became of a file that one sent', zh: '查看已上传文件的状态', answers: UploadView },
    ...{ as: 'citizen', at: { id: demoId('upload', 'sent') } },
  })
  async readUpload(@By() by: Actor, @PathId() id: string): Promise<UploadView> {
    return UploadView.of(await this.uploads.see(by, id));
  }
}
