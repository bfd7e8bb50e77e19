const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const swc = require('@swc/core');

const self = readFileSync(__filename, 'utf8') + swc.version;

/** TypeScript is compiled file by file, its types unread: `npm run check` reads them. */
module.exports = {
  getCacheKey: (source, file) => createHash('sha1').update(self).update(file).update('\0').update(source).digest('hex'),
  process(source, filename) {
    if (!filename.endsWith('.ts')) return { code: source };
    return swc.transformSync(source, {
      filename,
      swcrc: false,
      configFile: false,
      sourceMaps: true,
      module: { type: 'commonjs', ignoreDynamic: false },
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, hidden: { jest: true } },
      },
    });
  },
};
