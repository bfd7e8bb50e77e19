import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import { context } from './context';

/** Nest's log lines as JSON, one per event, with the request and trace they belong to. User text cannot start a line. */
export class JsonLogger implements LoggerService {
  private readonly pino;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    });
  }

  // Nest tells its own wiring at length; that is worth reading only when debugging.
  log = (message: unknown, part?: string) =>
    /^(InstanceLoader|RoutesResolver|RouterExplorer|Nest\w+)$/.test(part ?? '')
      ? this.write('debug', message, part)
      : this.write('info', message, part);
  error = (message: unknown, ...rest: string[]) => this.write('error', message, rest.at(-1));
  warn = (message: unknown, part?: string) => this.write('warn', message, part);
  debug = (message: unknown, part?: string) => this.write('debug', message, part);
  verbose = (message: unknown, part?: string) => this.write('debug', message, part);
  fatal = (message: unknown, part?: string) => this.write('fatal', message, part);

  private write(level: 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, part?: string): void {
    const { requestId, traceId } = context();
    const where = requestId === 'none' ? {} : { requestId, traceId };
    this.pino[level]({ part, ...where }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  }
}
