import { Ajv2020 } from 'ajv/dist/2020';
import type { Offer } from '../../implementation/implementation.facade';
import { mergedForm } from './merged-form.rules';
import type { Schema } from './finding.rules';

const offering = (properties: object, required: string[] = [], more: Schema = {}) =>
  ({ guide: { form: { type: 'object', properties, required, ...more } } }) as unknown as Offer;

function merged(offers: Record<string, Offer>, asks: [member: string, field: string][]): Schema {
  const fields = [{ name: 'one', title: '合并字段', asks: asks.map(([member, field]) => ({ member, field })) }];
  const content = { theme: '', name: '', members: [], fields, materials: [], edges: [], promisedDays: 0 };
  return mergedForm({ content, offers: new Map(Object.entries(offers)) });
}

const accepts = (form: Schema) => {
  const validate = new Ajv2020({ strict: false }).compile(form);
  return (value: object) => validate(value);
};

test('a field that all ask for alike stands there once', () => {
  const form = merged(
    { a: offering({ x: { type: 'string', title: '甲' } }), b: offering({ y: { type: 'string', title: '乙' } }, ['y']) },
    [
      ['a', 'x'],
      ['b', 'y'],
    ],
  );
  expect(form).toEqual({
    type: 'object',
    properties: { one: { type: 'string', title: '合并字段' } },
    required: ['one'],
    additionalProperties: false,
  });
});

test('where they differ it must please every member', () => {
  const form = merged(
    { a: offering({ x: { type: 'string', minLength: 2 } }), b: offering({ y: { type: 'string', maxLength: 3 } }) },
    [
      ['a', 'x'],
      ['b', 'y'],
    ],
  );
  const fits = accepts(form);
  expect([fits({ one: 'a' }), fits({ one: 'ab' }), fits({ one: 'abcd' }), fits({}), fits({ two: 'ab' })]).toEqual([
    ...[false, true, false, true, false],
  ]);
});

test('references within a member’s form still lead there', () => {
  const definition = { $defs: { day: { type: 'string', pattern: '^\\d{8}$' } } };
  const fits = accepts(merged({ a: offering({ x: { $ref: '#/$defs/day' } }, [], definition) }, [['a', 'x']]));
  expect([fits({ one: '20260101' }), fits({ one: 'today' })]).toEqual([true, false]);
});
