import { application, type Desk, givenCase, givenDesk } from '../kit/given-case';
import { form } from '../kit/given-guide';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  const owners = { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } };
  const properties = { ...form.properties, nickname: { type: 'string' }, code: { type: 'string', minLength: 4 }, owners };
  desk = await givenDesk(w, { overrides: { form: { ...form, properties, required: ['placeName', 'nickname'] } } });
});
afterAll(() => w.close());

const full = { placeName: '示例理发店', nickname: '理发' };
const faults = ({ errors }: { errors: { pointer: string; code: string }[] }) => [
  ...new Set(errors.map(({ pointer, code }) => `${pointer} ${code}`)),
];

const UNFIT: [string, object, string[]][] = [
  ['blanks', { placeName: '   ' }, ['/form/placeName minLength', '/form/placeName text']],
  ['a character without width', { placeName: '\u200b' }, ['/form/placeName text']],
  ['text that runs backwards', { placeName: 'a\u202eb' }, ['/form/placeName text']],
  ['a filler', { nickname: '\u3164' }, ['/form/nickname text']],
  ['nothing in a required field', { nickname: '' }, ['/form/nickname required']],
  ['blanks that make up the length', { code: 'ab   ' }, ['/form/code minLength']],
  ['a fault further down', { owners: [{ name: '王芳' }, { name: '\u0007' }] }, ['/form/owners/1/name text']],
];

test.each(UNFIT)('acceptance/A11: a form is refused that holds %s', async (_, given, expected) => {
  const body = application(desk, { submit: true, form: { ...full, ...given } });
  const refused = await desk.applicant.agent.post('/v1/cases', body).expect(422);
  expect(refused.body).toMatchObject({ code: 'acceptance.form-invalid', rule: 'acceptance/A11' });
  expect(faults(refused.body)).toEqual(expected);
});

test('acceptance/A11: what a supplement brings is held to the same, and so is a draft when it is submitted', async () => {
  const { agent } = desk.applicant;
  const open = await givenCase(desk, 'awaiting-supplement', { form: full });
  const wrong = { ...full, placeName: 'a\u202eb' };
  await agent.post(`/v1/cases/${open.id}/supplements`, { form: wrong }).expect(422);
  const draft = await givenCase(desk, 'draft', { form: wrong });
  const { body } = await agent.post(`/v1/cases/${draft.id}/submission`).expect(422);
  expect(faults(body)).toEqual(['/form/placeName text']);
});

test('acceptance/A11: scripts of the region, lines of a long text and fields left out pass', async () => {
  const given = { placeName: 'ئالىم ساتىراچخانىسى', nickname: '第一行\n第二行', code: '' };
  const { code, ...without } = given;
  await givenCase(desk, 'submitted', { form: without });
  const refused = await desk.applicant.agent.post('/v1/cases', application(desk, { submit: true, form: given })).expect(422);
  expect([code, faults(refused.body)]).toEqual(['', ['/form/code minLength']]);
});
