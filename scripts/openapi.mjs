// Writes openapi/openapi.json from the compiled application; with --check only tells whether it is up to date. Needs no database.
//   npm run build && node scripts/openapi.mjs [--check]
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { keep } from './keep.mjs';

const require = createRequire(import.meta.url);
const dist = resolve(import.meta.dirname, '../dist');
require('reflect-metadata');
const { NestFactory } = require('@nestjs/core');
const { AppModule } = require(`${dist}/app.module`);
const { loadConfig } = require(`${dist}/kernel/config/config`);
const { openApi } = require(`${dist}/kernel/http/open-api`);
const { fastifyAdapter } = require(`${dist}/kernel/http/server`);

/** The document of the API as the code makes it. Nothing is started: `preview` looks at modules and doors only. */
export async function apiDocument() {
  const options = { preview: true, logger: false, abortOnError: false };
  const app = await NestFactory.create(AppModule.with(loadConfig({}), false), fastifyAdapter(), options);
  return openApi(app);
}

if (process.argv[1] === import.meta.filename) {
  await keep('openapi/openapi.json', `${JSON.stringify(await apiDocument(), null, 2)}\n`);
}
