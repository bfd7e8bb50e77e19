import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ConfigError, loadConfig } from '../../src/kernel/config/config';

interface Service {
  command?: string[];
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
}

const secrets: Record<string, string> = {
  APP_PASSWORD: 'app',
  OWNER_PASSWORD: 'owner',
  FIELD_KEY: Buffer.alloc(32, 1).toString('base64'),
};

/** `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as Compose reads them. */
const filled = (text: string): string =>
  text.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, how: string, rest: string) => secrets[name] ?? (how === '-' ? rest : ''),
  );

const { services } = parse(readFileSync(join(__dirname, '../../docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

test.each(['migrate', 'api', 'worker'])(
  'the environment of %s is a complete production configuration on PostgreSQL and Redis',
  (name) => {
    const environment = Object.fromEntries(
      Object.entries(services[name]!.environment).map(([key, value]) => [key, filled(String(value))]),
    );
    const config = loadConfig(environment);
    expect(config.demo).toBe(false);
    expect(config.embedded).toBe(false);
    expect(config.settings.REDIS_URL).toBe('redis://redis:6379');
    expect(config.settings.DATABASE_URL).toContain('@postgres:5432/tongban');
  },
);

test('the schema is migrated by its owner before the application role serves or works', () => {
  expect(filled(services.migrate!.environment.MIGRATION_DATABASE_URL!)).toContain('tongban_owner');
  for (const name of ['api', 'worker']) {
    expect(services[name]!.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
    expect(services[name]!.environment.MIGRATION_DATABASE_URL).toBeUndefined();
  }
});

test('a production configuration without its key does not start, and says which variable', () => {
  const environment = { TONGBAN_MODE: 'production', DATABASE_URL: 'postgres://a@b/c', PUBLIC_URL: 'http://localhost' };
  expect(() => loadConfig(environment)).toThrow(ConfigError);
  expect(() => loadConfig(environment)).toThrow(/^FIELD_KEY/);
});
