import { Module } from '@nestjs/common';
import { AcceptanceModule } from '../acceptance/acceptance.module';
import { CatalogModule } from '../catalog/catalog.module';
import { DirectoryModule } from '../directory/directory.module';
import { ImplementationModule } from '../implementation/implementation.module';
import { LicencesModule } from '../licences/licences.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { TimeLimitsModule } from '../time-limits/time-limits.module';
import { BundleCheck } from './bundle/bundle-check.service';
import { BundleVersion } from './bundle/bundle-version.entity';
import { BundleController } from './bundle/bundle.controller';
import { Bundle } from './bundle/bundle.entity';
import { BundleService } from './bundle/bundle.service';
import { Bundles } from './bundle/bundle.store';
import { BundlesFacade } from './bundles.facade';
import { ItemWithdrawalController } from './item-withdrawal/item-withdrawal.controller';
import { ItemImpact } from './item-withdrawal/item-impact.service';
import { ItemImpactStore } from './item-withdrawal/item-impact.store';
import { WithdrawnMembers } from './item-withdrawal/withdrawn-members.listener';
import { CasesOfJourneys } from './journey/cases.listener';
import { JourneyBeginning } from './journey/journey-beginning.service';
import { JourneyMember } from './journey/journey-member.entity';
import { JourneyProgress } from './journey/journey-progress.service';
import { JourneyPromise } from './journey/journey-promise.service';
import { JourneyReading } from './journey/journey-reading.service';
import { JourneyController } from './journey/journey.controller';
import { Journey } from './journey/journey.entity';
import { Journeys } from './journey/journey.store';
import { MemberSubmission } from './journey/member-submission.service';
import { JourneyMessages } from './journey/messages.listener';
import { BundleVersionController } from './reading/bundle-version.controller';
import { BundleVersions } from './reading/bundle-version.store';
import { OfferedBundles } from './reading/offered-bundles.service';

const DEFINITION = [Bundles, BundleService, BundleCheck, BundleVersions, OfferedBundles];
const JOURNEY = [Journeys, JourneyBeginning, JourneyProgress, JourneyPromise, JourneyReading, MemberSubmission];
const WITHDRAWAL = [ItemImpact, ItemImpactStore, WithdrawnMembers];
const REACTIONS = [CasesOfJourneys, JourneyMessages];

/** One matter that needs several items, applied for once (一件事一次办). */
@Module({
  imports: [
    DirectoryModule,
    CatalogModule,
    NotificationsModule,
    TimeLimitsModule,
    LicencesModule,
    ImplementationModule,
    AcceptanceModule,
  ],
  controllers: [BundleController, BundleVersionController, ItemWithdrawalController, JourneyController],
  providers: [BundlesFacade, ...DEFINITION, ...JOURNEY, ...WITHDRAWAL, ...REACTIONS],
  exports: [BundlesFacade],
})
export class BundlesModule {
  static readonly entities = [Bundle, BundleVersion, Journey, JourneyMember];
}
