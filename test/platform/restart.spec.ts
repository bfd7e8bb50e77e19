import { migrate } from '../../src/kernel/persistence/migrate';
import { loadReferenceData } from '../../src/reference-data';
import { createPlatform } from '../../src/platform';
import { eventually } from '../kit/given-calendar';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => {
  // Only the queue on PostgreSQL makes itself sequences.
  w = await World.open({ REDIS_URL: '' });
});
afterAll(() => w.close());

const queueSequences = `
  select c.relname from pg_class c where c.relkind = 'S' and c.relnamespace = 'bullmq'::regnamespace
    and pg_get_userbyid(c.relowner) = current_user`;

describe('a platform that starts again', () => {
  it('brings its database up to date although the queue has made itself sequences as the application', async () => {
    await eventually(async () => expect(await w.rows(queueSequences)).not.toEqual([]));
    expect(await migrate(w.config)).toEqual([]);
    await loadReferenceData(w.config);
    const again = await createPlatform(w.config, true);
    await again.close();
  });

  it('may do so several times at once', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(w.config).then(() => loadReferenceData(w.config))));
  });
});
