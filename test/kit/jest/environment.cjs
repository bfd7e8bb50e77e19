const { ModernFakeTimers } = require('@jest/fake-timers');
const { defaultMetadataStorage } = require('class-transformer/cjs/storage');
const { ModuleMocker } = require('jest-mock');
const vm = require('node:vm');

/** Stands for the context of the worker itself. */
const here = vm.createContext();
const { compileFunction } = vm;
vm.compileFunction = (code, names, options) =>
  compileFunction(code, names, options?.parsingContext === here ? { ...options, parsingContext: undefined } : options);

/**
 * Specs of a worker share its globals, and with them the packages that runtime.cjs loads once: loading NestJS and TypeORM
 * anew would take three seconds a file. Our own modules stay apart, and so does every database.
 */
module.exports = class SharedEnvironment {
  global = globalThis;
  fakeTimers = null;
  moduleMocker = new ModuleMocker(globalThis);
  kept = { console: globalThis.console, exit: process.exit };

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  /** What decorators have written down about the classes of this file goes with them. */
  async teardown() {
    this.fakeTimersModern.dispose();
    globalThis.console = this.kept.console;
    process.exit = this.kept.exit;
    delete globalThis.typeormMetadataArgsStorage;
    delete globalThis.classValidatorMetadataStorage;
    defaultMetadataStorage.clear();
  }

  getVmContext() {
    return here;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
};
