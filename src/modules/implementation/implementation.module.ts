import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { TimeLimitsModule } from '../time-limits/time-limits.module';
import { AdministrationBodies } from './audit/administration-bodies.service';
import { AuditClock } from './audit/audit-clock.service';
import { AuditLimits } from './audit/audit-limits.listener';
import { PassingUp } from './audit/passing-up.listener';
import { DelegationRateController } from './delegation-rate/delegation-rate.controller';
import { DelegationRates } from './delegation-rate/delegation-rate.store';
import { StepApprovalController } from './step-approval/step-approval.controller';
import { StepApprovals } from './step-approval/step-approval.service';
import { CatalogModule } from '../catalog/catalog.module';
import { DirectoryModule } from '../directory/directory.module';
import { FollowingController } from './following/following.controller';
import { Following } from './following/following.service';
import { GuideChangeStore } from './feed/guide-change.store';
import { ListRuleController } from './cross-field/list-rule.controller';
import { ListRule } from './cross-field/list-rule.entity';
import { ListRuleService } from './cross-field/list-rule.service';
import { ListRules } from './cross-field/list-rule.store';
import { GuideFeedController } from './feed/guide-feed.controller';
import { GuideFeed } from './feed/guide-feed.service';
import { GuideKeys } from './feed/guide-keys';
import { GuideHistoryController } from './guide/guide-history.controller';
import { GuideController } from './guide/guide.controller';
import { GuideShelf } from './guide/guide-shelf.service';
import { GuideVersions } from './guide/guide-version.store';
import { ImplementationFacade } from './implementation.facade';
import { ListExportController } from './exporting/list-export.controller';
import { ListExport } from './exporting/list-export.service';
import { ListExportStore } from './exporting/list-export.store';
import { ListImportController } from './importing/list-import.controller';
import { ListImportJob } from './importing/list-import.job';
import { ListImport } from './importing/list-import.service';
import { ListTaking } from './importing/list-taking.service';
import { GuideVersion } from './list/guide-version.entity';
import { ImplementationController } from './list/implementation.controller';
import { Implementation } from './list/implementation.entity';
import { ImplementationService } from './list/implementation.service';
import { Implementations } from './list/implementation.store';
import { ListsOfItem } from './list/lists-of-item.store';
import { DroppedVersions } from './list/dropped-versions.listener';
import { ListEditors } from './list/list-editors.service';
import { WithdrawnItems } from './list/withdrawn-items.listener';
import { ListSecrecyController } from './list/list-secrecy.controller';
import { ListSecrecy } from './list/list-secrecy.service';
import { GuidePageWriter } from './people/guide-page.service';
import { GuidePrinter } from './people/guide-print.service';
import { PeopleController } from './people/people.controller';
import { GuideSearchController } from './search/guide-search.controller';
import { GuideSearch } from './search/guide-search.service';
import { GuideSearchStore } from './search/guide-search.store';
import { ListDesk } from './list/list-desk.service';
import { Derivation } from './managed-list/derivation.store';
import { ManagedListController } from './managed-list/managed-list.controller';
import { ManagedList } from './managed-list/managed-list.entity';
import { ManagedListService } from './managed-list/managed-list.service';
import { ManagedLists } from './managed-list/managed-list.store';
import { PublicationController } from './list/publication.controller';
import { Suspension } from './list/suspension.entity';
import { ResolutionController } from './situations/resolution.controller';
import { ResolutionService } from './situations/resolution.service';

/** Implementation lists and guides (实施清单、办事指南). */
@Module({
  imports: [DirectoryModule, IdentityModule, NotificationsModule, TimeLimitsModule, CatalogModule],
  controllers: [
    ...[
      ListImportController,
      ListRuleController,
      ListExportController,
      ImplementationController,
      ListSecrecyController,
      PublicationController,
      StepApprovalController,
      DelegationRateController,
    ],
    ...[
      GuideFeedController,
      GuideHistoryController,
      GuideController,
      FollowingController,
      GuideSearchController,
      PeopleController,
      ManagedListController,
    ],
    ResolutionController,
  ],
  providers: [
    AdministrationBodies,
    AuditClock,
    AuditLimits,
    PassingUp,
    StepApprovals,
    DelegationRates,
    Derivation,
    ManagedListService,
    ManagedLists,
    GuideChangeStore,
    GuideFeed,
    GuideKeys,
    GuidePageWriter,
    GuidePrinter,
    Following,
    GuideSearch,
    GuideSearchStore,
    GuideShelf,
    GuideVersions,
    ImplementationFacade,
    ImplementationService,
    Implementations,
    ListDesk,
    ListExport,
    ListExportStore,
    ListImport,
    ListSecrecy,
    ListImportJob,
    ListsOfItem,
    WithdrawnItems,
    DroppedVersions,
    ListEditors,
    ListRuleService,
    ListRules,
    ListTaking,
    ResolutionService,
  ],
  exports: [ImplementationFacade],
})
export class ImplementationModule {
  static readonly entities = [ManagedList, ListRule, Implementation, GuideVersion, Suspension];
}
