import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { signedIn } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { AnnulLicenceInput } from '../licence/annulment.inputs';
import { AnnulmentService } from '../licence/annulment.service';
import { licencesPermissions } from '../licences.permissions';
import { LicenceHistoryView } from './licence-history.views';
import { LicenceListQuery } from './licence.inputs';
import { LicenceReading } from './licence-reading.service';
import { CredentialView, LicenceLinePage, LicenceLineView, LicencePage, LicenceView } from './licence.views';
import { demoId } from '../../../kernel/persistence/uuid';

const VALID = demoId('licence', 'valid');

@ApiTags('licences')
@Controller('v1')
export class LicenceController {
  constructor(
    private readonly reading: LicenceReading,
    private readonly annulment: AnnulmentService,
  ) {}

  @Get('me/licences')
  @Door({
    to: licencesPermissions['licence.own'],
    en: 'My licences and those of the legal persons whose legal representative I am',
    zh: '我的证照',
    answers: LicencePage,
    more: 'Newest first.',
    as: 'representative',
  })
  listMyLicences(@By() by: Actor, @Query() query: LicenceListQuery): Promise<Page<LicenceView>> {
    return this.reading.own(by, query);
  }

  @Get('licences')
  @Door({
    to: licencesPermissions['licence.list'],
    en: 'Licences of my organization or area, without personal data',
    zh: '证照列表',
    answers: LicenceLinePage,
    more: 'Newest first.',
    as: 'county-officer',
  })
  listLicences(@By() by: Actor, @Query() query: LicenceListQuery): Promise<Page<LicenceLineView>> {
    return this.reading.list(by, query);
  }

  @Get('licences/:id')
  @Door({
    to: signedIn,
    en: 'Read a licence',
    zh: '证照详情',
    answers: LicenceView,
    more: 'In clear for the holder, masked for the issuing organization (with Purpose, logged), without the holder for supervisors.',
    ...{ purpose: true, as: 'county-officer', at: { id: VALID } },
  })
  readLicence(@By() by: Actor, @PathId() id: string): Promise<LicenceView> {
    return this.reading.read(by, id);
  }

  @Get('licences/:id/credential')
  @Door({
    to: signedIn,
    en: 'The signed credential of a licence',
    zh: '证照签名凭证',
    answers: CredentialView,
    more: 'SD-JWT VC. For the holder, and for the issuing organization with Purpose (logged).',
    ...{ purpose: true, as: 'representative', at: { id: VALID } },
  })
  readLicenceCredential(@By() by: Actor, @PathId() id: string): Promise<CredentialView> {
    return this.reading.credential(by, id);
  }

  @Get('licences/:id/history')
  @Door({
    ...{ to: signedIn, en: 'What happened to a licence', zh: '证照沿革', answers: LicenceHistoryView, purpose: true },
    ...{ as: 'county-officer', at: { id: demoId('licence', 'annulled') } },
  })
  async readLicenceHistory(@By() by: Actor, @PathId() id: string): Promise<LicenceHistoryView> {
    return { items: await this.reading.historyOf(by, id) };
  }

  @Post('licences/:id/annulment')
  @Door({
    to: licencesPermissions['licence.annul'],
    en: 'Annul a licence',
    zh: '撤销证照',
    answers: LicenceLineView,
    more: 'Administrative Licensing Law art. 69. The holder is told basis, effect day and remedies.',
    ...{ as: 'health-head', at: { id: demoId('licence', 'to-annul') } },
    sends: {
      ground: 'not-qualified',
      reason: '经查，申请时的经营场所不具备条件。',
      remedy: { review: '六十日内向伊宁县人民政府申请行政复议', lawsuit: '六个月内向人民法院提起行政诉讼' },
    },
  })
  async annulLicence(@By() by: Actor, @PathId() id: string, @Body() input: AnnulLicenceInput): Promise<LicenceLineView> {
    return this.reading.line(by, await this.annulment.annul(by, id, input));
  }
}
