import { Logger } from '@nestjs/common';
import { types } from 'pg';
import { type DataSourceOptions, DefaultNamingStrategy } from 'typeorm';
import { column } from '../authz/policy';
import type { Config } from '../config/config';

const logger = new Logger('database');
const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;

// Instants and days stay text (sessions run in UTC): a JavaScript Date loses microseconds and invents time zones.
const readers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, (text) => `${text.replace(' ', 'T')}:00`],
  [DATE, (text) => text],
  [BIGINT, Number],
]);

const reading = {
  getTypeParser: (oid: number, format?: 'text') =>
    readers.get(oid) ?? (types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown),
};

/** `areaPath` is `area_path` in the database. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string): string {
    return column(property);
  }
}

/** One definition of the connection for the application, the command line and the tests. */
export function databaseOptions(config: Config): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url: config.settings.DATABASE_URL,
    applicationName: 'tongban',
    poolSize: config.settings.DATABASE_POOL_MAX,
    connectTimeoutMS: 2_000,
    namingStrategy: new SnakeCase(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    // TypeORM would write to the console, with values in it.
    logging: false,
    poolErrorHandler: (error: Error) => logger.warn(error.message),
    extra: {
      options: '-c TimeZone=UTC',
      types: reading,
      idleTimeoutMillis: 30_000,
      query_timeout: 30_000,
      statement_timeout: 25_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
      keepAlive: true,
    },
  };
}
