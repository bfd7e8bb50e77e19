import { Module } from '@nestjs/common';
import { AcceptanceModule } from '../acceptance/acceptance.module';
import { DirectoryModule } from '../directory/directory.module';
import { TimeLimitsModule } from '../time-limits/time-limits.module';
import { CardLimits } from './card/card-limits.service';
import { CardController } from './card/card.controller';
import { Card } from './card/card.entity';
import { CardService } from './card/card.service';
import { Cards } from './card/card.store';
import { LimitsRunningOut } from './card/limits.listener';
import { Raising } from './card/raising.service';
import { RuleController } from './rule/rule.controller';
import { SupervisionFacade } from './supervision.facade';

/** What goes wrong while cases are handled, and what becomes of it (电子监察). */
@Module({
  imports: [DirectoryModule, TimeLimitsModule, AcceptanceModule],
  controllers: [RuleController, CardController],
  providers: [SupervisionFacade, Cards, CardLimits, CardService, Raising, LimitsRunningOut],
  exports: [SupervisionFacade],
})
export class SupervisionModule {
  static readonly entities = [Card];
}
