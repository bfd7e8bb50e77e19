import { Module } from '@nestjs/common';
import { AcceptanceModule } from '../acceptance/acceptance.module';
import { DirectoryModule } from '../directory/directory.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { CasesOver } from './invitation/cases.listener';
import { InvitationController } from './invitation/invitation.controller';
import { Invitation } from './invitation/invitation.entity';
import { InvitationService } from './invitation/invitation.service';
import { Invitations } from './invitation/invitation.store';
import { RatingController } from './rating/rating.controller';
import { Rating } from './rating/rating.entity';
import { RatingService } from './rating/rating.service';
import { Ratings } from './rating/rating.store';
import { RatingsFacade } from './ratings.facade';

/** What the people served say about it (好差评). */
@Module({
  imports: [DirectoryModule, NotificationsModule, AcceptanceModule],
  controllers: [InvitationController, RatingController],
  providers: [RatingsFacade, Invitations, InvitationService, CasesOver, Ratings, RatingService],
  exports: [RatingsFacade],
})
export class RatingsModule {
  static readonly entities = [Invitation, Rating];
}
