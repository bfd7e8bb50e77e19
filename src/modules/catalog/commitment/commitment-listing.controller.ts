import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { catalogPermissions } from '../catalog.permissions';
import type { CommitmentListing } from './commitment-listing.entity';
import { proposal } from './commitment-listing.examples';
import { CommitmentListingQuery, ProposeCommitmentInput, RevokeCommitmentInput } from './commitment-listing.inputs';
import { CommitmentListingService } from './commitment-listing.service';
import { CommitmentListings } from './commitment-listing.store';
import { CommitmentListingPage, CommitmentListingView } from './commitment-listing.views';

const publishers = catalogPermissions['commitment.publish'];
const at = (name: string) => ({ at: { id: demoId('commitment', name) } });

/** Items that may be handled on notification and commitment. */
@ApiTags('catalog')
@Controller('v1/catalog/commitment-listings')
export class CommitmentListingController {
  constructor(
    private readonly service: CommitmentListingService,
    private readonly listings: CommitmentListings,
  ) {}

  @Post()
  @Door({
    to: catalogPermissions['commitment.propose'],
    en: 'Propose an item for handling on commitment',
    zh: '提出告知承诺事项',
    answers: CommitmentListingView,
    more: 'With the assessments of the risk and of the cost of correction. An item of the excluded fields needs a law that names it.',
    ...{ status: 201, as: 'catalogue-editor', sends: proposal },
  })
  async proposeCommitment(@By() by: Actor, @Body() input: ProposeCommitmentInput): Promise<CommitmentListingView> {
    return this.view(by, await this.service.propose(by, input));
  }

  @Get()
  @Door({ to: open, en: 'List items for handling on commitment', zh: '告知承诺事项', answers: CommitmentListingPage })
  async listCommitmentListings(@By() by: Actor, @Query() query: CommitmentListingQuery): Promise<Page<CommitmentListingView>> {
    const { items, nextCursor } = await this.listings.list(by, query);
    return { items: items.map((listing) => this.view(by, listing)), nextCursor };
  }

  @Get(':id')
  @Door({ to: open, en: 'Read a listing', zh: '告知承诺事项详情', answers: CommitmentListingView, ...at('to-revoke') })
  async readCommitmentListing(@By() by: Actor, @PathId() id: string): Promise<CommitmentListingView> {
    return this.view(by, await this.listings.see(by, id));
  }

  @Post(':id/publication')
  @Door({
    ...{ to: publishers, en: 'Publish a listing', zh: '公布告知承诺事项', answers: CommitmentListingView },
    ...{ more: 'Not by whoever proposed it.', as: 'service-administrator', ...at('to-publish') },
  })
  async publishCommitmentListing(@By() by: Actor, @PathId() id: string): Promise<CommitmentListingView> {
    return this.view(by, await this.service.publish(by, id));
  }

  @Post(':id/revocation')
  @Door({
    ...{ to: publishers, en: 'Revoke a listing', zh: '撤销告知承诺事项', answers: CommitmentListingView },
    ...{ as: 'service-administrator', ...at('to-revoke'), sends: { reason: '事中事后核查条件不具备' } },
  })
  async revokeCommitmentListing(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: RevokeCommitmentInput,
  ): Promise<CommitmentListingView> {
    return this.view(by, await this.service.revoke(by, id, input));
  }

  private view(by: Actor, listing: CommitmentListing): CommitmentListingView {
    return CommitmentListingView.of(listing, this.listings.actsFor(by, listing));
  }
}
