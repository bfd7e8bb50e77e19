import 'reflect-metadata';
import { prepareGround } from './bring-up';
import { createPlatform, stopOnSignal, stopPlatform } from './platform';

/** The queue door: the same modules; it runs listeners, jobs and ticks, and answers nobody. */
async function main(): Promise<void> {
  const { config, release } = await prepareGround();
  const app = await createPlatform(config, true);
  stopOnSignal(config, async () => {
    await stopPlatform(app, config);
    await release();
  });
}

void main();
