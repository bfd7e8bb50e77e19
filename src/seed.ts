import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { prepareGround } from './bring-up';
import { seedDemoRegion, tellDemoSignIns } from './seed/demo-region';

/**
 * `npm run seed`: makes the demo region in the database of DATABASE_URL, which `npm run migrate` has brought up to date, when
 * SEED_DEMO=true asks for it. Its accounts have a password that everybody knows.
 */
async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { config, release } = await prepareGround(process.env, say);
  if (config.seedDemo) {
    const app = await NestFactory.createApplicationContext(AppModule.with(config, true), { logger: ['error'] });
    await seedDemoRegion(app, say).finally(() => app.close());
    tellDemoSignIns(say);
  } else {
    process.stderr.write('The demo region goes into an external database only when SEED_DEMO=true says so.\n');
    process.exitCode = 1;
  }
  await release();
}

void main();
