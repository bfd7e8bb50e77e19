// Jest runs everything as CommonJS. TypeScript and the ESM-only dependencies (NestJS 12, oidc-provider, jose ...)
// are compiled by swc; CommonJS dependencies pass untouched. Node before 24.9 has no require(esm) inside Jest.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');

const self = fs.readFileSync(__filename, 'utf8') + swc.version;
const packageTypes = new Map();

function packageType(folder) {
  if (!packageTypes.has(folder)) {
    const file = path.join(folder, 'package.json');
    const parent = path.dirname(folder);
    const type = fs.existsSync(file)
      ? (JSON.parse(fs.readFileSync(file, 'utf8')).type ?? 'commonjs')
      : parent === folder
        ? 'commonjs'
        : packageType(parent);
    packageTypes.set(folder, type);
  }
  return packageTypes.get(folder);
}

const isEsm = (file) => file.endsWith('.mjs') || (!file.endsWith('.cjs') && packageType(path.dirname(file)) === 'module');

module.exports = {
  getCacheKey: (source, file) => createHash('sha1').update(self).update(file).update('\0').update(source).digest('hex'),
  process(source, file) {
    const typescript = file.endsWith('.ts');
    if (!typescript && !isEsm(file)) return { code: source };
    // `const __dirname = ...` is the usual idiom of ESM packages and clashes with the CommonJS wrapper.
    const input = source.replace(/\b(?:const|let)(\s+(?:__dirname|__filename)\s*=)/g, 'var$1');
    const decorators = { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false };
    return swc.transformSync(input, {
      filename: file,
      swcrc: false,
      configFile: false,
      sourceMaps: true,
      module: { type: 'commonjs', ignoreDynamic: false },
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: typescript ? { syntax: 'typescript', decorators: true } : { syntax: 'ecmascript' },
        transform: { ...(typescript ? decorators : {}), hidden: { jest: true } },
      },
    });
  },
};
