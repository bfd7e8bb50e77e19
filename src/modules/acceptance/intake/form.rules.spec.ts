import Ajv2020 from 'ajv/dist/2020';
import { closed, masked } from './form.rules';

const fits = (schema: object, form: object) => new Ajv2020({ strict: false }).compile(closed(schema as never))(form);

test('acceptance/A11: fields that the schema does not name are refused at every level, also beside allOf', () => {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string' },
      shops: { type: 'array', items: { type: 'object', properties: { area: { type: 'number' } } } },
    },
    allOf: [{ properties: { reason: { type: 'string' } } }],
  };
  expect(fits(schema, { name: 'x', shops: [{ area: 3 }], reason: 'y' })).toBe(true);
  expect(fits(schema, { name: 'x', other: 1 })).toBe(false);
  expect(fits(schema, { shops: [{ area: 3, hidden: 1 }] })).toBe(false);
});

test('P3: numbers of persons keep their last four characters; days and short numbers stay', () => {
  const form = {
    id: '11010519491231002X',
    phone: '13800138000',
    day: '2026-11-25',
    area: 120,
    list: [{ account: 6222020200112230 }],
  };
  expect(masked(form)).toEqual({
    ...{ id: '**************002X', phone: '*******8000', day: '2026-11-25', area: 120 },
    list: [{ account: '************2230' }],
  });
});
