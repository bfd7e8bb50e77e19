import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DoorGuard } from './authz/door.guard';
import { Clock } from './clock/clock';
import { ClockController } from './clock/clock.controller';
import { Config } from './config/config';
import { DownloadLinks } from './files/download-links';
import { Files, objectStore } from './files/files';
import { ObjectStore } from './files/object-store';
import { Deliveries } from './events/deliveries';
import { Listeners } from './events/listeners';
import { Relay } from './events/relay';
import { History } from './history/history';
import { BodyGate } from './http/body';
import { ContextInterceptor } from './http/context.interceptor';
import { HealthController } from './http/health.controller';
import { Idempotency } from './http/idempotency';
import { ProblemFilter } from './http/problem.filter';
import { InputGate } from './http/input-gate';
import { JobController } from './jobs/job.controller';
import { JobIntake } from './jobs/job-intake';
import { JobReading } from './jobs/job-reading';
import { JobStore } from './jobs/job.store';
import { Jobs } from './jobs/jobs';
import { JobQueue, WORKS } from './jobs/queue';
import { TakenRows } from './jobs/taken-rows';
import { Ticks } from './jobs/ticks';
import { Numbering } from './numbering/numbering';
import { AccessLog } from './history/access-log';
import { databaseOptions } from './persistence/database';
import { Db } from './persistence/db';
import { Tx } from './persistence/tx';
import { Vault } from './persistence/vault';
import { InputPipe } from './validation/input.pipe';

const SERVICES = [
  AccessLog,
  Clock,
  Db,
  Deliveries,
  DownloadLinks,
  Files,
  History,
  JobIntake,
  JobQueue,
  JobReading,
  Jobs,
  JobStore,
  Listeners,
  Numbering,
  Relay,
  TakenRows,
  Ticks,
  Tx,
  Vault,
];

/** Floor 0: mechanism that every module uses, without one word of the public service. */
@Global()
@Module({})
export class KernelModule {
  static with(config: Config, works: boolean, entities: (new () => object)[]): DynamicModule {
    return {
      module: KernelModule,
      imports: [DiscoveryModule, TypeOrmModule.forRoot({ ...databaseOptions(config), entities })],
      controllers: [HealthController, JobController, ...(config.demo ? [ClockController] : [])],
      providers: [
        { provide: Config, useValue: config },
        { provide: WORKS, useValue: works },
        { provide: ObjectStore, useFactory: () => objectStore(config) },
        ...SERVICES,
        { provide: APP_GUARD, useClass: DoorGuard },
        { provide: APP_GUARD, useClass: BodyGate },
        { provide: APP_GUARD, useClass: InputGate },
        { provide: APP_INTERCEPTOR, useClass: ContextInterceptor },
        { provide: APP_INTERCEPTOR, useClass: Idempotency },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Config, ...SERVICES],
    };
  }
}
