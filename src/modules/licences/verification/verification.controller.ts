import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { licencesPermissions } from '../licences.permissions';
import { VerifyLicenceInput } from './verification.inputs';
import { VerificationService } from './verification.service';
import { VerificationCodeView, VerificationView } from './verification.views';
import { demoId } from '../../../kernel/persistence/uuid';

@ApiTags('licences')
@Controller('v1')
export class VerificationController {
  constructor(private readonly service: VerificationService) {}

  @Post('licence-verifications')
  @Door({
    to: open,
    reads: true,
    en: 'Verify a licence by its credential or by a code',
    zh: '核验证照',
    answers: VerificationView,
    more: 'One word and the time, whatever was sent. `unknown`: no such code, no key of ours, or not valid yet.',
    sends: { code: 'AAAAAAAAAAAAAAAAAAAAAA' },
  })
  verifyLicence(@Body() input: VerifyLicenceInput): Promise<VerificationView> {
    return this.service.verify(input);
  }

  @Post('licences/:id/verification-codes')
  @Door({
    to: licencesPermissions['licence.own'],
    en: 'Make a code by which others verify my licence for 60 seconds',
    zh: '生成证照核验码',
    answers: VerificationCodeView,
    status: 201,
    as: 'representative',
    at: { id: demoId('licence', 'valid') },
  })
  makeVerificationCode(@By() by: Actor, @PathId() id: string): Promise<VerificationCodeView> {
    return this.service.makeCode(by, id);
  }
}
