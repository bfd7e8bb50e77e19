import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = (low: number, high: number) => z.coerce.number().int().min(low).max(high);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');
const urls = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.url()));

/** Every setting of the platform. README.md shows this table; `.env.example` holds the same names. */
export const configSchema = z.object({
  /** `demo` unless DATABASE_URL is set. */
  TONGBAN_MODE: z.enum(['demo', 'production']).optional(),
  HOST: z.string().min(1).optional(),
  PORT: port.default(3000),
  /** Address under which people and systems reach the platform; also the issuer of its tokens. */
  PUBLIC_URL: z.url().optional(),
  /** PostgreSQL 15 or newer, application role. Without it an embedded PostgreSQL is started. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Role that owns the schema. Without it DATABASE_URL migrates. */
  MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL_MAX: count(2, 200).default(10),
  /** Redis for BullMQ. Without it BullMQ keeps its jobs in PostgreSQL. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Embedded database and generated keys. */
  DATA_FOLDER: z.string().min(1).default('.data'),
  /** 32 bytes in base64: encrypts personal fields, blind indexes and key files. Generated in demo mode. */
  FIELD_KEY: key.optional(),
  /** intl: AES-256-GCM and HMAC-SHA256. sm: SM4-CBC and HMAC-SM3. */
  CRYPTO_SUITE: z.enum(['intl', 'sm']).default('intl'),
  /** Further OpenID Connect issuers, comma separated; their JWKS is found by discovery. */
  TRUSTED_ISSUERS: urls.default([]),
  /** Browser origins that may call the API, comma separated. */
  ALLOWED_ORIGINS: urls.default([]),
  /** smtp:// or smtps:// address; without it messages stay in the inbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('tongban@localhost.localdomain'),
  /** Seed the demo region. Default: true with the embedded database, false otherwise. */
  SEED_DEMO: flag.optional(),
  /** Days after its day for which a reserved case number can be used. */
  RESERVED_NUMBER_DAYS: count(0, 365).default(30),
  /** Days after which a record that still waits for the acceptance of its case is reported. */
  PARKED_RECORD_DAYS: count(1, 365).default(7),
  /** Requests per minute and caller. */
  RATE_LIMIT: count(1, 1_000_000).default(3_000),
  /** Seconds between readiness going down and the listener closing. */
  DRAIN_SECONDS: count(0, 60).default(0),
  /** Largest file that is taken. */
  UPLOAD_LIMIT_MB: count(1, 1_000).default(20),
  /** Bucket of S3, or of what speaks like it, for the files of people. Without it they lie in the data folder. */
  S3_BUCKET: z.string().min(1).optional(),
  /** Address of the store, unless it is S3 itself. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  /** Without them the store's library looks where it always does: environment, role of the machine. */
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Settings = z.infer<typeof configSchema>;

/** The settings with every default that depends on another one filled in. */
export class Config {
  constructor(readonly settings: Settings) {}

  get demo(): boolean {
    return (this.settings.TONGBAN_MODE ?? (this.settings.DATABASE_URL ? 'production' : 'demo')) === 'demo';
  }
  get host(): string {
    return this.settings.HOST ?? (this.demo ? '127.0.0.1' : '0.0.0.0');
  }
  get publicUrl(): string {
    return (this.settings.PUBLIC_URL ?? `http://localhost:${this.settings.PORT}`).replace(/\/$/, '');
  }
  get embedded(): boolean {
    return !this.settings.DATABASE_URL;
  }
  get seedDemo(): boolean {
    return this.settings.SEED_DEMO ?? this.embedded;
  }
}

export class ConfigError extends Error {}

/** Refuses to start with a line that names each wrong or missing variable. */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const config = new Config(parsed.data);
  if (!config.demo) {
    if (!parsed.data.FIELD_KEY) throw new ConfigError('FIELD_KEY: required in production (32 bytes in base64)');
    if (!parsed.data.DATABASE_URL) throw new ConfigError('DATABASE_URL: required in production');
    if (!parsed.data.PUBLIC_URL) throw new ConfigError('PUBLIC_URL: required in production');
  }
  return config;
}
