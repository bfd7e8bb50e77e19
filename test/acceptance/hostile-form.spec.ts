import { application, givenDesk } from '../kit/given-case';
import { form } from '../kit/given-guide';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => {
  w = await World.open();
});
afterAll(() => w.close());

const text = { type: 'string', minLength: 1 };
const hostile: [string, object, object][] = [
  ['overlapping alternatives', { placeName: { ...text, pattern: '^(a|aa)+$' } }, { placeName: `${'a'.repeat(60)}!` }],
  ['one wildcard after another', { placeName: { ...text, pattern: '.*.*.*.*=$' } }, { placeName: 'x'.repeat(50_000) }],
  [
    'names of fields by pattern',
    { placeName: { type: 'object', patternProperties: { '^(a|aa)+$': true } } },
    { placeName: { [`${'a'.repeat(60)}!`]: 1 } },
  ],
  [
    'a list of unlike things',
    { placeName: { type: 'array', uniqueItems: true } },
    { placeName: Array.from({ length: 40_000 }, (_, i) => i) },
  ],
];

describe('acceptance/A11: a form whose schema cannot be judged in time', () => {
  it.each(hostile)('refuses the submission and holds nobody up: %s', async (_, properties, given) => {
    const desk = await givenDesk(w, { overrides: { form: { ...form, properties } } });
    const began = Date.now();
    const { status, body } = await desk.applicant.agent.post('/v1/cases', application(desk, { submit: true, form: given }));
    expect([status, body.code, body.rule, body.errors[0].pointer]).toEqual([
      422,
      'acceptance.form-invalid',
      'acceptance/A11',
      '/form',
    ]);
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
