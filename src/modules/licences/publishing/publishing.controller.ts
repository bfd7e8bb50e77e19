import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../../../kernel/authz/permissions';
import { Config } from '../../../kernel/config/config';
import { Door } from '../../../kernel/http/door';
import { contentDigest, IfNoneMatch, isKnown, withDigest } from '../../../kernel/http/etag';
import { refuse } from '../../../kernel/http/kernel.errors';
import { PathCode } from '../../../kernel/http/path';
import { LicenceKeys } from './licence-keys';
import { LicenceIssuerView, LicenceKeysView } from './publishing.views';
import { StatusLists, TTL } from './status-lists.service';

const MEDIA_TYPE = 'application/statuslist+jwt';

/** What anybody needs to verify a licence without asking the platform about it. */
@ApiTags('licences')
@Controller()
export class PublishingController {
  constructor(
    private readonly config: Config,
    private readonly keys: LicenceKeys,
    private readonly lists: StatusLists,
  ) {}

  @Get('v1/licences/keys')
  @Door({
    to: open,
    en: 'Public keys of licences and status lists',
    zh: '证照验签公钥',
    answers: LicenceKeysView,
    more: 'A JSON Web Key Set. Credentials name their key by `kid`; examples/verify-licence.mjs shows how to verify with nothing else.',
  })
  readLicenceKeys(@Res({ passthrough: true }) reply: FastifyReply): LicenceKeysView | undefined {
    return withDigest(reply, this.keys.jwks());
  }

  @Get('.well-known/jwt-vc-issuer')
  @Door({
    to: open,
    en: 'Metadata of the issuer of licences',
    zh: '证照颁发者元数据',
    answers: LicenceIssuerView,
    more: 'draft-ietf-oauth-sd-jwt-vc section 5: leads from `iss` of a credential to the keys.',
  })
  readLicenceIssuer(@Res({ passthrough: true }) reply: FastifyReply): LicenceIssuerView | undefined {
    return withDigest(reply, { issuer: this.config.publicUrl, jwks_uri: `${this.config.publicUrl}/v1/licences/keys` });
  }

  @Get('v1/licence-status-lists/:number')
  @IfNoneMatch()
  @ApiOkResponse({ description: 'The list', content: { [MEDIA_TYPE]: { schema: { type: 'string', maxLength: 100_000 } } } })
  @Door({
    to: open,
    en: 'A status list of licences',
    zh: '证照状态列表',
    more: `A signed token (draft-ietf-oauth-status-list), two bits a licence: 0 valid, 1 revoked, 2 suspended, 3 annulled. May be kept for ${TTL} seconds; If-None-Match answers 304.`,
    at: { number: '1' },
  })
  async readLicenceStatusList(
    @PathCode('number', /^[1-9]\d{0,8}$/, 9) number: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const token = await this.lists.token(Number(number));
    if (token === undefined) throw refuse('not-found');
    if (isKnown(reply, `"${contentDigest(token)}"`, `public, max-age=${TTL}`)) return undefined;
    void reply.type(MEDIA_TYPE);
    return token;
  }
}
