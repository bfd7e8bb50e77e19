import fc from 'fast-check';
import {
  LICENCE_ROOT,
  checkLicenceIdentifier,
  checkLicenceTypeCode,
  licenceIdentifier,
  licenceTypeCode,
  nextVersion,
} from './identifier.rules';

const REAL = [
  '11100000000013338W009.11330105002500287C.2025052201.002.0',
  '11100000000013338W011.11430000006122244L.20230000403.001.U',
  '11100000MB03271699022.340100.000000016.001.9',
].map((parts) => `${LICENCE_ROOT}.${parts}`);

describe('licence identifier', () => {
  it.each(REAL)('licences/L1: %s is sound and can be built again', (identifier) => {
    const checked = checkLicenceIdentifier(identifier);
    expect(checked.ok && licenceIdentifier(checked.value)).toBe(identifier);
  });

  it.each([
    ['1.2.156.3005.3.11100000MB03271699022.340100.000000016.001.9', 'root'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.000000016.0019', 'parts'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9.1', 'parts'],
    ['1.2.156.3005.2.11100000MB03271698022.340100.000000016.001.9', 'type'],
    ['1.2.156.3005.2.11100000MB03271699022.34010.000000016.001.9', 'issuer'],
    ['1.2.156.3005.2.11100000MB03271699022.11370500004311394A.000000016.001.9', 'issuer'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.00000001a.001.9', 'serial'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.000000016.000.9', 'version'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.000000016.01.9', 'version'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.M', 'check-digit'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.000000061.001.9', 'check-digit'],
  ])('licences/L1: %s is refused (%s)', (identifier, reason) =>
    expect(checkLicenceIdentifier(identifier)).toEqual({ ok: false, reason }),
  );

  it('licences/L1: the version grows on each change and the check character with it', () => {
    expect(nextVersion(REAL[2]!)).toMatch(/\.000000016\.002\.[0-9A-Z]$/);
    expect(checkLicenceIdentifier(nextVersion(REAL[2]!))).toMatchObject({ ok: true, value: { version: 2 } });
    expect(() => licenceIdentifier({ type: '11100000MB03271699022', issuer: '340100', serial: '1', version: 1000 })).toThrow(
      RangeError,
    );
  });

  it('licences/L1: every identifier that is built is read back', () => {
    const serial = fc.stringMatching(/^[0-9A-Z]{1,32}$/);
    fc.assert(
      fc.property(serial, fc.integer({ min: 1, max: 999 }), (serial, version) => {
        const parts = { type: '1165000099X900015W001', issuer: '1165010099X900023W', serial, version };
        expect(checkLicenceIdentifier(licenceIdentifier(parts))).toEqual({ ok: true, value: parts });
      }),
    );
  });
});

describe('licence type code', () => {
  it.each([
    ...['11100000000013127D001', '11100000MB0143028R001', '11100000000013338W001', '11100000000013338W011'],
    ...['11100000000013338W032', '11100000000013338W050', '11100000000013338W059', '11100000000013338W082'],
    ...['11100000MB03271699022', '11100000000013661B006'],
  ])('licences/L1: %s is an organ and a number', (code) => {
    const checked = checkLicenceTypeCode(code);
    expect(checked.ok && licenceTypeCode(checked.value.definedBy, checked.value.number)).toBe(code);
  });

  it.each([
    ['11100000000013127D', 'length'],
    ['11100000000013127D000', 'number'],
    ['11100000000013127D0A1', 'number'],
    ['11100000000013127E001', 'organization-check-digit'],
  ])('licences/L1: %s is refused (%s)', (code, reason) => expect(checkLicenceTypeCode(code)).toEqual({ ok: false, reason }));
});
