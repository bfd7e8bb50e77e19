const { createRequire } = require('node:module');
const { default: Runtime } = require('jest-runtime');

/** Packages and ES modules are loaded by Node itself, once for all specs of a worker; the files of the project belong to their spec. */
class SharedRuntime extends Runtime {
  requireModuleOrMock(from, name) {
    const ofSpec = name === '@jest/globals' || (/^[./]/.test(name) && !name.endsWith('.mjs'));
    return ofSpec ? super.requireModuleOrMock(from, name) : createRequire(from)(name);
  }
}

module.exports = { __esModule: true, default: SharedRuntime };
