// What the drill stands on: a PostgreSQL of its own, migrated; an organ with a published guide whose result is a licence; people.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importJWK, SignJWT } from 'jose';

const require = createRequire(import.meta.url);
require('reflect-metadata');
export const fromDist = (path) => require(resolve(import.meta.dirname, '../dist', path));

const TYPE = '11100000000013338W001';
const DISTRICT = '650102000000';
const LAW = '《公共场所卫生管理条例》第八条';

/** @param {{ ports: number[], redis?: string, persons: number }} wanted */
export async function layGround({ ports, redis = '', persons }) {
  const { startEmbeddedPostgres } = fromDist('embedded/embedded-postgres');
  const folder = mkdtempSync(join(tmpdir(), 'tongban-drill-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  const settings = {
    ...{ TONGBAN_MODE: 'demo', DATABASE_URL: postgres.appUrl, MIGRATION_DATABASE_URL: postgres.ownerUrl, REDIS_URL: redis },
    ...{ DATA_FOLDER: folder, FIELD_KEY: randomBytes(32).toString('base64'), PUBLIC_URL: `http://127.0.0.1:${ports[0]}` },
    ...{ RATE_LIMIT: '1000000', SEED_DEMO: 'false', LOG_LEVEL: 'warn' },
  };
  const config = fromDist('kernel/config/config').loadConfig(settings);
  await fromDist('kernel/persistence/migrate').migrate(config);
  await fromDist('reference-data').loadReferenceData(config);
  const platform = await fromDist('platform').createPlatform(config, false);
  const people = await settle(platform, config, persons);
  const listeners = platform.get(fromDist('kernel/events/listeners').Listeners, { strict: false }).all;
  await platform.get(fromDist('kernel/events/relay').Relay, { strict: false }).pump();
  await platform.close();
  const leave = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, settings, ownerUrl: postgres.ownerUrl, listeners, ...people, leave };
}

/** Through the facades, as the seed does it. */
async function settle(platform, config, persons) {
  const facade = (path, name) => platform.get(fromDist(`modules/${path}.facade`)[name], { strict: false });
  const by = fromDist('kernel/authz/actor').platform('drill');
  const checks = fromDist('kernel/validation/check-digits');
  const organ = '11650102' + '99X90001' + checks.gb11714Check('99X90001');
  const organization = await facade('directory/directory', 'DirectoryFacade').registerOrganization(by, {
    ...{ uscc: organ + checks.gb32100Check(organ), name: '演练机构', divisionCode: DISTRICT },
  });
  await facade('licences/licences', 'LicencesFacade').publishType(by, {
    ...{ typeCode: TYPE, name: '演练卫生许可证', selectivelyDisclosable: [], oneValidPerHolder: false, template: 'plain' },
    metadata: { type: 'object', properties: { placeName: { type: 'string' } }, additionalProperties: false },
  });
  await facade('catalog/catalog', 'CatalogFacade').takeNational(by, item(), 'drill');
  const adopted = { division: DISTRICT, basicCodes: [item().basicCode] };
  await facade('catalog/standing', 'StandingFacade').adopt(by, adopted);
  const guide = await facade('implementation/implementation', 'ImplementationFacade').publish(by, {
    ...{
      organizationId: organization.id,
      basicCode: item().basicCode,
      level: '4',
      content: content(),
      approvedUnder: '演练〔2026〕1号',
    },
  });
  const identity = facade('identity/identity', 'IdentityFacade');
  const keys = platform.get(fromDist('modules/identity/sign-in/issuer-keys.store').IssuerKeys, { strict: false });
  const [key] = await keys.all();
  const token = async (sub, kind) =>
    new SignJWT({ client_id: 'command-line', scope: 'api', sub, kind })
      .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' })
      .setIssuer(`${config.publicUrl}/oidc`)
      .setAudience(fromDist('modules/identity/sign-in/sign-in').AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('12h')
      .sign(await importJWK(key, 'ES256'));
  const staff = async (role, unit) => {
    const { id } = await identity.registerStaff(by, { name: '演练职员', organizationId: unit, grants: [{ role, unit }] });
    return { id, token: await token(id, 'staff') };
  };
  const applicants = [];
  for (let serial = 1; serial <= persons; serial++) {
    const { id } = await identity.registerPerson(by, { name: '演练居民', idNumber: idNumber(serial) });
    applicants.push({ id, token: await token(id, 'person') });
  }
  const { id: unit } = organization;
  const [clerk, officer, operator] = [await staff('clerk', unit), await staff('officer', unit), await staff('platform-operator')];
  return { code: guide.variantCode, clerk, officer, operator, applicants };
}

const item = () => ({
  ...{ name: '演练场所卫生许可', basicCode: '000123901001', itemType: '01', legalBasis: [LAW], exerciseLevels: ['3', '4'] },
  ...{ audiences: ['1'], acceptanceConditions: '场所已经建成。', statutoryLimit: { days: 20, unit: 'working-day' } },
  ...{ resultName: '演练卫生许可证', resultType: 'licence', resultCertificateType: TYPE, fees: { charged: false } },
  ...{
    materials: [material('M01', '申请表', 'applicant'), material('M02', '检测报告', 'third-party')],
    reviewStandard: '材料齐全。',
  },
});

const material = (code, name, source) => ({
  ...{ code, name, source, necessity: 'required', replaceableBy: {}, legalBasis: LAW },
  form: { medium: 'either', document: 'original', originals: 1, copies: 0 },
});

const content = () => ({
  regulatingOrganization: { uscc: '11650000010183859F', name: '演练卫生健康委员会' },
  ...{ promisedLimit: { days: 10, unit: 'working-day' }, handling: 'promised', channels: ['window', 'online'] },
  steps: ['受理', '审查', '办结'].map((name, index) => ({ code: `S${index + 1}`, name, countsAsStep: true })),
  form: { type: 'object', properties: { placeName: { type: 'string' } }, required: ['placeName'], additionalProperties: false },
  windows: [{ name: '综合窗口', address: '示例路 1 号', hours: '工作日 10:00-19:00', phone: '0991-0000000' }],
  specialProcedures: [
    ...[{ kind: 'testing', name: '检测', stopsClock: true, article: LAW, days: 5, unit: 'working-day' }],
    ...[{ kind: 'publication', name: '公示', stopsClock: false, article: LAW, days: 3, unit: 'working-day' }],
  ],
  result: { kind: 'licence', name: '演练卫生许可证', certificateType: TYPE, validityMonths: 48, fields: ['placeName'] },
  ...{
    remedies: { review: '示例区人民政府', lawsuit: '示例区人民法院' },
    phones: { enquiry: '0991-0000000', complaint: '0991-0000001' },
  },
});

/** Numbers of nobody, with a check character that agrees (GB 11643). */
function idNumber(serial) {
  const body = `65010219900101${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index], 0) % 11];
}
