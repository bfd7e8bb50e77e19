import { ConfigError, loadConfig } from './config';

const key = Buffer.alloc(32, 1).toString('base64');
const production = {
  TONGBAN_MODE: 'production',
  DATABASE_URL: 'postgres://u:secret-word@db/x',
  PUBLIC_URL: 'https://gov.example',
  FIELD_KEY: key,
};

function refusal(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
}

it('starts from nothing as a demo with the embedded database on the loopback address', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({
    demo: true,
    embedded: true,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    seedDemo: true,
  });
});

it('with a database of its own it is in production, reachable from outside, and not seeded', () => {
  const config = loadConfig({ ...production, TONGBAN_MODE: '' });
  expect(config).toMatchObject({
    demo: false,
    embedded: false,
    host: '0.0.0.0',
    publicUrl: 'https://gov.example',
    seedDemo: false,
  });
});

it.each<[string, Record<string, string>]>([
  ['TONGBAN_MODE', { TONGBAN_MODE: 'test' }],
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '70000' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'gov.example' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://u:secret-word@db/x' }],
  ['MIGRATION_DATABASE_URL', { MIGRATION_DATABASE_URL: 'secret-word' }],
  ['DATABASE_POOL_MAX', { DATABASE_POOL_MAX: '1' }],
  ['REDIS_URL', { REDIS_URL: 'http://:secret-word@redis' }],
  ['FIELD_KEY', { FIELD_KEY: 'secret-word' }],
  ['FIELD_KEY', { FIELD_KEY: Buffer.alloc(16, 1).toString('base64') }],
  ['CRYPTO_SUITE', { CRYPTO_SUITE: 'md5' }],
  ['TRUSTED_ISSUERS', { TRUSTED_ISSUERS: 'https://ok.example,nonsense' }],
  ['ALLOWED_ORIGINS', { ALLOWED_ORIGINS: '*' }],
  ['SMTP_URL', { SMTP_URL: 'http://mail' }],
  ['MAIL_FROM', { MAIL_FROM: 'nobody' }],
  ['SEED_DEMO', { SEED_DEMO: 'yes' }],
  ['RATE_LIMIT', { RATE_LIMIT: '0' }],
  ['DRAIN_SECONDS', { DRAIN_SECONDS: '-1' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
])('a wrong %s is named, its value is not repeated: %j', (name, environment) => {
  const message = refusal(environment);
  expect(message).toMatch(new RegExp(`^${name}(\\.\\d+)?: `));
  expect(message).not.toContain('secret-word');
});

it.each(['FIELD_KEY', 'DATABASE_URL', 'PUBLIC_URL'] as const)('production does not start without %s', (name) => {
  expect(refusal({ ...production, [name]: '' })).toMatch(new RegExp(`^${name}: required in production`));
});

it('every wrong variable is named at once', () => {
  expect(
    refusal({ PORT: 'x', RATE_LIMIT: 'y' })
      .split('\n')
      .map((line) => line.split(':')[0]),
  ).toEqual(['PORT', 'RATE_LIMIT']);
});
