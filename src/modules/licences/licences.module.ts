import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { IdentityModule } from '../identity/identity.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { TimeLimitsModule } from '../time-limits/time-limits.module';
import { AnnulmentService } from './licence/annulment.service';
import { IssuedCredential } from './licence/issued-credential.entity';
import { IssuingService } from './licence/issuing.service';
import { LegalAct } from './licence/legal-act.entity';
import { Licence } from './licence/licence.entity';
import { Licences } from './licence/licence.store';
import { LicencesFacade } from './licences.facade';
import { LicenceKeys } from './publishing/licence-keys';
import { PublishingController } from './publishing/publishing.controller';
import { Signing } from './publishing/signing.service';
import { StatusListStore } from './publishing/status-list.store';
import { StatusLists } from './publishing/status-lists.service';
import { LicenceReading } from './reading/licence-reading.service';
import { LicenceController } from './reading/licence.controller';
import { RenewalReminders } from './renewal/renewal.listener';
import { LicenceType } from './type/licence-type.entity';
import { LicenceTypeController } from './type/licence-type.controller';
import { LicenceTypeService } from './type/licence-type.service';
import { LicenceTypes } from './type/licence-type.store';
import { LicenceTypeVersion } from './type/licence-type-version.entity';
import { MetadataCheck } from './type/metadata-check.service';
import { VerificationCodes } from './verification/verification-code.store';
import { VerificationController } from './verification/verification.controller';
import { VerificationService } from './verification/verification.service';

/** E-licences: types, issuing, annulment, signed credentials, verification (电子证照). */
@Module({
  imports: [DirectoryModule, IdentityModule, NotificationsModule, TimeLimitsModule],
  controllers: [LicenceTypeController, PublishingController, LicenceController, VerificationController],
  providers: [
    LicencesFacade,
    LicenceTypes,
    LicenceTypeService,
    MetadataCheck,
    Licences,
    IssuingService,
    AnnulmentService,
    LicenceKeys,
    Signing,
    StatusListStore,
    StatusLists,
    LicenceReading,
    RenewalReminders,
    VerificationCodes,
    VerificationService,
  ],
  exports: [LicencesFacade],
})
export class LicencesModule {
  static readonly entities = [LicenceType, LicenceTypeVersion, Licence, LegalAct, IssuedCredential];
}
