import 'reflect-metadata';
import { prepareGround } from './bring-up';
import { migrate } from './kernel/persistence/migrate';
import { createPlatform, stopOnSignal, stopPlatform } from './platform';
import { loadReferenceData } from './reference-data';
import { seedDemoRegion, showDemoSignIns, tellDemoSignIns } from './seed/demo-region';

/**
 * The HTTP door. With the embedded database it also migrates, seeds and works through the queue, so that one process is the
 * whole platform; otherwise `npm run migrate` and `worker.ts` do that.
 */
async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { config, release } = await prepareGround(process.env, say);
  // From here on: a start that is broken off, or fails, must not leave the embedded PostgreSQL behind.
  const stops = [release];
  stopOnSignal(config, async () => {
    for (const stop of stops) await stop();
  });
  const alone = !process.env.DATABASE_URL;
  if (alone) {
    say('Bringing the database up to date ...');
    await migrate(config);
    await loadReferenceData(config);
  }
  const app = await createPlatform(config, alone);
  stops.unshift(() => stopPlatform(app, config));
  if (config.seedDemo) {
    // An external database gets it by `npm run seed`.
    if (alone) await seedDemoRegion(app, say);
    showDemoSignIns(app);
  }
  await app.listen(config.settings.PORT, config.host);
  say(`API            ${config.publicUrl}/v1`);
  say(`Swagger        ${config.publicUrl}/docs`);
  if (config.seedDemo) tellDemoSignIns(say);
}

void main();
