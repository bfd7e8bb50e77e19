import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { contentDigest, IfNoneMatch, isKnown, withDigest } from '../../../kernel/http/etag';
import { GuideChangesQuery, GuideManifestQuery } from './guide-changes.inputs';
import { GuideChanges, GuideKeysView } from './guide-changes.views';
import { GuideFeed, LIFETIME } from './guide-feed.service';
import { GuideKeys } from './guide-keys';

const MEDIA_TYPE = 'application/jwt';

/** implementation/I10: how a channel keeps what it shows current, and proves it. */
@ApiTags('implementation')
@Controller('v1/guides')
export class GuideFeedController {
  constructor(
    private readonly feed: GuideFeed,
    private readonly keys: GuideKeys,
  ) {}

  @Get('changes')
  @Door({
    to: open,
    en: 'Follow what is published and withdrawn',
    zh: '办事指南变更',
    answers: GuideChanges,
    more: 'In the order of commits; a version that was published for a later day comes when it takes effect. Nothing is ever added before a cursor that you hold. A division that an organization leaves reads of it as withdrawn. examples/mirror-guides.mjs follows it.',
  })
  listGuideChanges(@Query() query: GuideChangesQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<GuideChanges> {
    void reply.header('cache-control', 'no-cache');
    return this.feed.read(query);
  }

  @Get('manifest')
  @IfNoneMatch()
  @ApiOkResponse({ description: 'The manifest', content: { [MEDIA_TYPE]: { schema: { type: 'string', maxLength: 2_000 } } } })
  @Door({
    to: open,
    en: 'The signed manifest of what is in force',
    zh: '现行办事指南签名清单',
    more: `A JWS (RFC 7515, type guide-manifest+jwt) by a key of /v1/guides/keys. \`digest\` is the SHA-256 of one line \`<code> <digest>\` with a line feed for each guide in force, in the order of codes; \`count\` their number; \`cursor\` the end of the feed at \`asOf\`, unless you ask for an instant that is over. \`suspended\` of them take no new case; \`suspendedDigest\` is over one line \`<code>\` for each. Good for ${LIFETIME} seconds.`,
  })
  async readGuideManifest(
    @Query() query: GuideManifestQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const token = await this.feed.manifest(query);
    if (isKnown(reply, `"${contentDigest(token)}"`, 'public, no-cache')) return undefined;
    void reply.type(MEDIA_TYPE);
    return token;
  }

  @Get('keys')
  @Door({
    to: open,
    en: 'Public keys of manifests',
    zh: '签名清单验签公钥',
    answers: GuideKeysView,
    more: 'A JSON Web Key Set. Manifests name their key by `kid`.',
  })
  readGuideKeys(@Res({ passthrough: true }) reply: FastifyReply): GuideKeysView | undefined {
    return withDigest(reply, this.keys.jwks());
  }
}
