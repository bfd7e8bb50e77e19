import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../../kernel/clock/clock';
import { Door } from '../../../kernel/http/door';
import { DirectoryFacade } from '../../directory/directory.facade';
import { ratingsPermissions } from '../ratings.permissions';
import { InvitationService } from './invitation.service';
import { InvitationCodeInput, InvitationView } from './invitation.views';

@ApiTags('ratings')
@Controller('v1/rating-invitations')
export class InvitationController {
  constructor(
    private readonly service: InvitationService,
    private readonly directory: DirectoryFacade,
    private readonly clock: Clock,
  ) {}

  @Post('resolution')
  @Door({
    to: ratingsPermissions['rating.give'],
    reads: true,
    en: 'What an invitation is for',
    zh: '查询评价邀请',
    more: 'The code goes in the body: addresses are logged.',
    answers: InvitationView,
  })
  async resolveInvitation(@Body() { invitation: code }: InvitationCodeInput): Promise<InvitationView> {
    const { invitation, kase } = await this.service.resolve(code, await this.clock.now());
    const [organization] = await this.directory.organizationsById([kase.organizationId]);
    const { state, expiresAt } = invitation;
    return { itemName: kase.itemName, organizationName: organization!.name, state, expiresAt };
  }
}
