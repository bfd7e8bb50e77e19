import 'reflect-metadata';
import { prepareGround } from './bring-up';
import { migrate } from './kernel/persistence/migrate';
import { loadReferenceData } from './reference-data';

/** `npm run migrate`: brings the database up to date and loads the reference data. */
async function main(): Promise<void> {
  const { config, release } = await prepareGround();
  const done = await migrate(config);
  await loadReferenceData(config);
  process.stdout.write(done.length ? `${done.join('\n')}\n` : 'Nothing to migrate.\n');
  await release();
}

void main();
