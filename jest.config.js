/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/kit/jest/environment.cjs',
  runtime: '<rootDir>/test/kit/jest/runtime.cjs',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  transform: { '\\.ts$': '<rootDir>/test/kit/jest/transform.cjs' },
  globalSetup: '<rootDir>/test/kit/global-setup.ts',
  globalTeardown: '<rootDir>/test/kit/global-teardown.ts',
  testTimeout: 60_000,
  // Half of the time is spent waiting for PostgreSQL.
  maxWorkers: '100%',
  // What specs leave behind in shared packages goes with the worker.
  workerIdleMemoryLimit: '1GB',
};
