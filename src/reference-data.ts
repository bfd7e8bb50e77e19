import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import type { Config } from './kernel/config/config';
import { DirectoryFacade } from './modules/directory/directory.facade';
import { TimeLimitsFacade } from './modules/time-limits/time-limits.facade';

/** Loads what every region needs and nobody enters by hand: divisions, calendars. Safe to run again. */
export async function loadReferenceData(config: Config): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config, false), { logger: false });
  try {
    await app.get(DirectoryFacade).loadDivisions();
    await app.get(TimeLimitsFacade).loadCalendars();
  } finally {
    await app.close();
  }
}
