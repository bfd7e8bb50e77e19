import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { PathCode } from '../../../kernel/http/path';
import { GUIDE_CODE } from '../guide/guide.inputs';
import { ResolutionInput } from './resolution.inputs';
import { ResolutionService } from './resolution.service';
import { GuideResolutionView } from './resolution.views';

@ApiTags('implementation')
@Controller('v1/guides/:code')
export class ResolutionController {
  constructor(private readonly resolutions: ResolutionService) {}

  @Post('resolution')
  @Door({
    ...{ to: open, reads: true, en: 'What do I need?', zh: '按情形告知所需材料', answers: GuideResolutionView },
    more: 'Takes the answers given so far and says what they decide, what is still asked, and why. A case is accepted by the same answers and the same judgement. 受理时按同一判断办理。',
    at: { code: '1165402199X800233G400012302000003' },
    sends: { answers: [{ situation: 'Q1', options: ['name', 'layout'] }] },
  })
  async resolveGuide(
    @PathCode('code', GUIDE_CODE, 33) code: string,
    @Body() input: ResolutionInput,
  ): Promise<GuideResolutionView> {
    return this.resolutions.resolve(code, input);
  }
}
