import { grantsUnder } from './received.rules';

const own = [
  { role: 'department-head', unit: 'township' },
  { role: 'officer', unit: 'township' },
  { role: 'clerk', unit: 'township' },
  { role: 'implementation-editor', unit: 'township' },
  { role: 'officer', unit: 'elsewhere' },
  { role: 'officer' },
];

test.each([
  ['authorized-handling', ['officer', 'clerk']],
  ['entrusted-acceptance', ['clerk']],
  ['assisted-handling', []],
] as const)('directory/D5: under %s those of the receiver are at the grantor %j', (mode, roles) => {
  const grants = grantsUnder({ mode, grantorId: 'bureau', receiverId: 'township' }, own);
  expect(grants).toEqual(roles.map((role) => ({ role, unit: 'bureau' })));
});
