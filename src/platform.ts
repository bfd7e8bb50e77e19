import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { FloorModule } from './floors';
import type { Config } from './kernel/config/config';
import { JsonLogger } from './kernel/http/json-logger';
import { openApi, serveConsole } from './kernel/http/open-api';
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
  serveConsole(app, openApi(app), config);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** Stops in order: no new work, answers in flight, listeners, database. Twenty seconds at most. */
export async function stopPlatform(app: Platform, config: Config): Promise<void> {
  draining.now = true;
  const late = setTimeout(() => app.getHttpServer().closeAllConnections(), 15_000);
  await new Promise((resolve) => setTimeout(resolve, config.settings.DRAIN_SECONDS * 1_000));
  app.getHttpServer().closeIdleConnections();
  await app.close();
  clearTimeout(late);
}

/** Stops once on SIGTERM or SIGINT, or when something broke that nobody caught. */
export function stopOnSignal(stop: () => Promise<void>): void {
  const logger = new Logger('process');
  let stopping = false;
  const end = (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
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
