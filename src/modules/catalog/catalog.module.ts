import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { IdentityModule } from '../identity/identity.module';
import { LicencesModule } from '../licences/licences.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { TimeLimitsModule } from '../time-limits/time-limits.module';
import { AdoptionController } from './adoption/adoption.controller';
import { Adoption } from './adoption/adoption.entity';
import { AdoptionService } from './adoption/adoption.service';
import { Adoptions } from './adoption/adoption.store';
import { CatalogFacade } from './catalog.facade';
import { ItemImportController } from './importing/item-import.controller';
import { ItemImportJob } from './importing/item-import.job';
import { ItemImport } from './importing/item-import.service';
import { ItemController } from './item/item.controller';
import { Item } from './item/item.entity';
import { ItemService } from './item/item.service';
import { ItemShelf } from './item/item-shelf.service';
import { Items } from './item/item.store';
import { ItemVersion } from './item/item-version.entity';
import { ItemVersions } from './item/item-version.store';
import { CommitmentListingController } from './commitment/commitment-listing.controller';
import { CommitmentListing } from './commitment/commitment-listing.entity';
import { CommitmentListingService } from './commitment/commitment-listing.service';
import { CommitmentListings } from './commitment/commitment-listing.store';
import { PowersController } from './powers/powers.controller';
import { Powers } from './powers/powers.service';
import { Agreement } from './outside-list/agreement.service';
import { Differences } from './outside-list/difference.store';
import { OutsideListController } from './outside-list/outside-list.controller';
import { OutsideList } from './outside-list/outside-list.entity';
import { OutsideListService } from './outside-list/outside-list.service';
import { OutsideLists } from './outside-list/outside-list.store';
import { OutsideResolution } from './outside-list/outside-resolution.entity';
import { OutsideRow } from './outside-list/outside-row.entity';
import { ItemSecrecyController } from './review/item-secrecy.controller';
import { ItemSecrecy } from './review/item-secrecy.service';
import { JointReviewController } from './review/joint-review.controller';
import { JointReview } from './review/joint-review.service';
import { ReviewBoardController } from './review/review-board.controller';
import { ReviewBoard } from './review/review-board.entity';
import { ReviewBoardService } from './review/review-board.service';
import { ReviewBoards } from './review/review-board.store';
import { ReviewClocks } from './review/review-clocks.service';
import { ReviewLimitsListener } from './review/review-limits.listener';
import { ReviewReading } from './review/review-reading.service';
import { SubmissionCheck } from './review/submission-check.service';
import { ReviewRequest } from './item/review-request.entity';
import { CatalogReadingController } from './reading/catalog-reading.controller';
import { SplittingStandardController } from './splitting-standard/splitting-standard.controller';
import { SplittingStandard } from './splitting-standard/splitting-standard.entity';
import { SplittingStandardService } from './splitting-standard/splitting-standard.service';
import { SplittingStandards } from './splitting-standard/splitting-standard.store';
import { StandingFacade } from './standing.facade';

/** The basic catalogue of service items (事项基本目录). */
@Module({
  imports: [DirectoryModule, IdentityModule, NotificationsModule, TimeLimitsModule, LicencesModule],
  controllers: [
    PowersController,
    ItemController,
    ItemSecrecyController,
    JointReviewController,
    ReviewBoardController,
    ItemImportController,
    CatalogReadingController,
    OutsideListController,
    SplittingStandardController,
    CommitmentListingController,
    AdoptionController,
  ],
  providers: [
    StandingFacade,
    Powers,
    Adoptions,
    AdoptionService,
    SplittingStandardService,
    SplittingStandards,
    Agreement,
    CommitmentListingService,
    CommitmentListings,
    Differences,
    OutsideListService,
    OutsideLists,
    CatalogFacade,
    ItemImport,
    ItemImportJob,
    ItemSecrecy,
    ItemService,
    ItemShelf,
    JointReview,
    ReviewBoards,
    ReviewBoardService,
    ReviewClocks,
    ReviewLimitsListener,
    ReviewReading,
    SubmissionCheck,
    Items,
    ItemVersions,
  ],
  exports: [CatalogFacade, StandingFacade],
})
export class CatalogModule {
  static readonly entities = [
    Item,
    ItemVersion,
    ReviewRequest,
    ReviewBoard,
    OutsideList,
    OutsideRow,
    OutsideResolution,
    CommitmentListing,
    SplittingStandard,
    Adoption,
  ];
}
