import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { FloorModule } from './floors';
import type { Config } from './kernel/config/config';
import { JsonLogger } from './kernel/http/json-logger';
import { serveConsole } from './kernel/http/open-api';
import { draining, fastifyAdapter, prepareServer } from './kernel/http/server';

export type Platform = NestFastifyApplication;

/** The platform as an application that has not begun to listen. */
export async function createPlatform(config: Config, works: boolean, extra: FloorModule[] = []): Promise<Platform> {
  const adapter = fastifyAdapter();
  await prepareServer(adapter, config);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, works, extra), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: new JsonLogger(config.settings.LOG_LEVEL),
  });
  if (config.settings.ALLOWED_ORIGINS.length) app.enableCors({ origin: config.settings.ALLOWED_ORIGINS });
  serveConsole(app, config);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** Stops in order: no new work, answers in flight, listeners, database. After the drain, twenty seconds at most. */
export async function stopPlatform(app: Platform, config: Config): Promise<void> {
  draining.now = true;
  const server = app.getHttpServer();
  await sleep(config.settings.DRAIN_SECONDS * 1_000);
  // Nest would let the queue finish first, while requests go on making work for it.
  const late = setTimeout(() => server.closeAllConnections(), 10_000);
  if (server.listening) await new Promise((closed) => server.close(closed));
  clearTimeout(late);
  await app.close();
}

/** Stops once on SIGTERM or SIGINT, or when something broke that nobody caught. */
export function stopOnSignal({ settings }: Config, stop: () => Promise<void>): void {
  const logger = new Logger('process');
  let stopping = false;
  const end = (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), settings.DRAIN_SECONDS * 1_000 + 20_000).unref();
    stop().then(
      () => process.exit(code),
      (error: Error) => {
        logger.error(error.stack);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      logger.error(error instanceof Error ? error.stack : String(error));
      end(1);
    });
  }
}
