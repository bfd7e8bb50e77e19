import { type DynamicModule, Module } from '@nestjs/common';
import { type FloorModule, floors } from './floors';
import type { Config } from './kernel/config/config';
import { KernelModule } from './kernel/kernel.module';

/** The kernel, and the modules in floor order. */
@Module({})
export class AppModule {
  /** `works`: whether this process also works through the queue. `extra`: modules above the top floor, for specs. */
  static with(config: Config, works: boolean, extra: FloorModule[] = []): DynamicModule {
    const modules: FloorModule[] = [...floors.flat(), ...extra];
    const entities = modules.flatMap((module) => module.entities);
    return { module: AppModule, imports: [KernelModule.with(config, works, entities), ...modules] };
  }
}
