import fc from 'fast-check';
import {
  type Answer,
  appliedGuide,
  type Guide,
  type GuideContent,
  type Offer,
} from '../../src/modules/implementation/implementation.facade';
import { resolve } from '../../src/modules/implementation/situations/resolution.rules';
import type { Situation, When } from '../../src/modules/implementation/situations/situation.rules';
import { situations as situationRule } from '../../src/modules/implementation/rules/situations.rules';
import { beyondTheGuide, missing } from '../../src/modules/acceptance/material/material.rules';
import { application, type Desk, givenDesk, statement } from '../kit/given-case';
import { World } from '../kit/world';

type Parts = Required<Pick<GuideContent, 'situations' | 'materials' | 'formParts' | 'form'>>;

const NAMES = ['constructor', 'toString', 'Q-3', 'hasOwnProperty'];

/** Lists with situations that build on one another, and materials and fields that stand under them. */
const lists: fc.Arbitrary<Parts> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 }))
  .map(([count, dice]) => {
    let next = 0;
    const roll = (sides: number) => dice[next++ % dice.length]! % sides;
    const situations: Situation[] = [];
    const clauses = (): When[] | undefined => {
      if (!situations.length || roll(4) === 0) return undefined;
      const about = [...new Set([roll(situations.length), ...(roll(3) === 0 ? [roll(situations.length)] : [])])];
      return about.map((index) => {
        const { code, options } = situations[index]!;
        const first = roll(options.length);
        const anyOf = [...new Set([first, ...(roll(2) ? [(first + 1) % options.length] : [])])];
        return { situation: code, anyOf: anyOf.map((one) => options[one]!.code) };
      });
    };
    for (let index = 0; index < count; index++) {
      const options = Array.from({ length: 2 + roll(2) }, (_, place) => ({
        code: ['a', 'b', 'c'][place]!,
        name: `选项 ${place}`,
      }));
      const appliesWhen = clauses();
      const choice = roll(3) ? 'single' : 'multiple';
      situations.push({
        code: NAMES[index]!,
        question: `=1+1 <b>问题 ${index}</b>`,
        choice,
        options,
        ...(appliesWhen && { appliesWhen }),
      });
    }
    const materials = Array.from({ length: 5 }, (_, index) => {
      const appliesWhen = clauses();
      const necessity = (['required', 'required', 'conditional', 'deferrable'] as const)[roll(4)]!;
      const form = { medium: 'either' as const, document: 'original' as const, originals: 1, copies: 0 };
      return {
        ...{ code: `M${index}`, name: `材料 ${index}`, necessity, source: 'applicant' as const, replaceableBy: {}, form },
        ...{ legalBasis: `《示例条例》第${index + 1}条`, ...(necessity === 'conditional' && { condition: '示例情形' }) },
        ...(appliesWhen && { appliesWhen }),
      };
    });
    const fields = ['f0', 'f1', 'f2'];
    const formParts = fields.flatMap((field) => {
      const appliesWhen = clauses();
      return appliesWhen ? [{ fields: [field], ...(roll(2) && { required: [field] }), appliesWhen }] : [];
    });
    const properties = Object.fromEntries(['always', ...fields].map((field) => [field, { type: 'string', maxLength: 20 }]));
    const form = { type: 'object', properties, required: ['always'], additionalProperties: false };
    return { situations, materials, formParts, form };
  })
  .filter((content) => {
    const alwaysAsked = content.materials.some(
      ({ necessity, appliesWhen }) => necessity === 'conditional' && everybody(content, appliesWhen),
    );
    return !alwaysAsked && !situationRule({ content } as never, {} as never).length;
  });

const everybody = ({ situations }: Parts, clauses: When[] | undefined) =>
  clauses?.every(({ situation, anyOf }) =>
    situations.some(({ code, options }) => code === situation && options.length === anyOf.length),
  );

/** The same judgement once more and as simply as can be: all questions are answered, so everything is true or not. */
function truth({ situations }: Parts, answers: readonly Answer[]) {
  const asked = (code: string): boolean => holds(situations.find((one) => one.code === code)!.appliesWhen);
  const holds = (clauses: When[] = []): boolean =>
    clauses.every(({ situation, anyOf }) => {
      const answer = answers.find((one) => one.situation === situation);
      return asked(situation) && answer !== undefined && answer.options.some((option) => anyOf.includes(option));
    });
  return { asked, holds };
}

/** Answers as the dice fall, until nothing is asked any more. */
function answered(content: Parts, dice: readonly number[]): Answer[] {
  const answers: Answer[] = [];
  for (const [index, one] of content.situations.entries())
    if (truth(content, answers).asked(one.code)) answers.push({ situation: one.code, options: chosen(one, dice[index]!) });
  return answers;
}

const chosen = ({ choice, options }: Pick<Situation, 'choice' | 'options'>, die: number): string[] =>
  choice === 'single'
    ? [options[die % options.length]!.code]
    : options.filter((_, place) => (die >> place) & 1).map(({ code }) => code);

const rolls = fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 });
const offering = (content: Parts): Offer => {
  const rest = {
    legalBasis: ['《示例法》'],
    acceptanceConditions: '示例条件',
    fees: [],
    reviewPoints: [],
    specialProcedures: [],
  };
  return { guide: { ...rest, ...content } as unknown as Guide } as Offer;
};

/** What this content demands and refuses after these answers. */
function wanted(content: Parts, answers: readonly Answer[]) {
  const { holds } = truth(content, answers);
  const applying = content.materials.filter(({ appliesWhen }) => holds(appliesWhen));
  const isDemanded = ({ necessity, appliesWhen }: Parts['materials'][number]) =>
    necessity === 'required' || (necessity === 'conditional' && appliesWhen !== undefined);
  const parts = content.formParts.filter(({ appliesWhen }) => holds(appliesWhen));
  const excluded = content.formParts.filter((part) => !parts.includes(part)).flatMap(({ fields }) => fields);
  return {
    demanded: applying.filter(isDemanded).map(({ code }) => code),
    refused: content.materials.filter((material) => !applying.includes(material)).map(({ code }) => code),
    fields: Object.keys(content.form.properties as object).filter((field) => !excluded.includes(field)),
    required: ['always', ...parts.flatMap(({ required = [] }) => required)],
  };
}

test('implementation/I6: what the resolution says and what acceptance demands is the same, after any answers to any guide', () => {
  fc.assert(
    fc.property(lists, rolls, (content, dice) => {
      const answers = answered(content, dice);
      const { demanded, refused, fields, required } = wanted(content, answers);
      const offer = offering(content);
      const said = resolve(offer, answers, 'zh');
      const guide = appliedGuide(offer.guide, answers);
      const codes = content.materials.map(({ code }) => code);
      expect(said.complete).toBe(true);
      expect(said.materials.filter(({ applies }) => applies === 'no').map(({ code }) => code)).toEqual(refused);
      const must = said.materials.filter(({ applies, necessity }) => applies === 'yes' && necessity === 'required');
      expect(must.map(({ code }) => code)).toEqual(demanded);
      // Of a deferrable material at least the promise is wanted (acceptance/A9).
      const wanting = said.materials.filter(({ applies, necessity }) => applies === 'yes' && necessity !== 'conditional');
      expect(missing(guide, [])).toEqual(wanting.map(({ code }) => code));
      expect(codes.filter((code) => beyondTheGuide(guide, { code, kind: 'statement' }))).toEqual(refused);
      expect(said.fields.filter(({ applies }) => applies === 'yes').map(({ field }) => field)).toEqual(fields);
      expect(said.form).toEqual(guide.form);
      expect([Object.keys(said.form.properties as object), said.form.required]).toEqual([fields, required]);
      for (const line of [...said.materials, ...said.fields])
        expect([line.because.length > 0, line.basis.length]).toEqual([true, 1]);
    }),
    { seed: 20261125, numRuns: 150 },
  );
});

test('implementation/I6: what few answers have decided stays decided', () => {
  fc.assert(
    fc.property(lists, rolls, fc.nat(4), (content, dice, count) => {
      const answers = answered(content, dice);
      const before = resolve(offering(content), answers.slice(0, count), 'en');
      const after = resolve(offering(content), answers, 'en');
      before.materials.forEach(({ applies }, index) =>
        expect(applies === 'open' || applies === after.materials[index]!.applies).toBe(true),
      );
      expect(before.complete).toBe(count >= answers.length);
    }),
    { seed: 20261125, numRuns: 80 },
  );
});

interface Resolution {
  complete: boolean;
  questions: (Situation & { asked: string })[];
  materials: { code: string; necessity: string; applies: string }[];
  form: { properties: object; required: string[] };
}

let w: World;
beforeAll(async () => {
  w = await World.open();
});
afterAll(() => w.close());

const resolution = (desk: Desk, answers: Answer[], more: object = {}) =>
  desk.applicant.agent.post(`/v1/guides/${desk.guide.variantCode}/resolution`, { answers, ...more });

/** Goes on answering what is asked, as an applicant does. */
async function walk(
  desk: Desk,
  { situations }: Parts,
  dice: readonly number[],
): Promise<{ answers: Answer[]; said: Resolution }> {
  const answers: Answer[] = [];
  for (;;) {
    const { body } = await resolution(desk, answers).expect(200);
    const said = body as Resolution;
    if (said.complete) return { answers, said };
    const [next] = said.questions as [Situation & { asked: string }];
    expect(next.asked).toBe('now');
    answers.push({ situation: next.code, options: chosen(next, dice[situations.findIndex(({ code }) => code === next.code)]!) });
  }
}

test.each(fc.sample(fc.tuple(lists, rolls), { seed: 7, numRuns: 5 }))(
  'acceptance/A4: a submitted case is asked for exactly what the resolution told',
  async (content, dice) => {
    const desk = await givenDesk(w, {
      overrides: { ...content, reviewPoints: [{ code: 'R1', name: '审查', standard: '合格' }] },
    });
    const { answers, said } = await walk(desk, content, dice);
    expect(answers).toEqual(answered(content, dice));
    const demanded = said.materials.filter(({ applies, necessity }) => applies === 'yes' && necessity !== 'conditional');
    const refused = said.materials.filter(({ applies }) => applies === 'no');
    const form = Object.fromEntries(Object.keys(said.form.properties).map((field) => [field, '填写']));
    const sent = (codes: { code: string }[], more: object = {}) =>
      desk.applicant.agent.post(
        '/v1/cases',
        application(desk, { submit: true, answers, form, materials: codes.map(({ code }) => statement(code)), ...more }),
      );
    const { body } = await sent([]).expect(201);
    const early = await desk.clerk.agent.post(`/v1/cases/${body.id}/acceptance`);
    if (demanded.length) {
      expect(early.status).toBe(422);
      expect(early.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual(demanded.map(({ code }) => code));
    } else expect(early.status).toBe(200);
    const whole = await sent(demanded).expect(201);
    for (const { code } of refused) {
      const point = { points: [{ material: code, problem: '请补交' }] };
      const told = await desk.clerk.agent.post(`/v1/cases/${whole.body.id}/supplement-requests`, point).expect(422);
      expect([told.body.rule, (await sent([{ code }])).body.rule]).toEqual(['acceptance/A4', 'acceptance/A4']);
    }
    await desk.clerk.agent.post(`/v1/cases/${whole.body.id}/acceptance`).expect(200);
    const read = await desk.applicant.agent.get(`/v1/cases/${whole.body.id}`).expect(200);
    expect(read.body.answers).toEqual(answers);
    for (const field of said.form.required) {
      const less = Object.fromEntries(Object.entries(form).filter(([name]) => name !== field));
      const told = await sent(demanded, { form: less }).expect(422);
      expect(told.body.errors).toEqual([expect.objectContaining({ pointer: `/form/${field}`, code: 'required' })]);
    }
    const excluded = Object.keys(content.form.properties as object).filter((field) => !Object.hasOwn(form, field));
    for (const field of excluded) {
      const told = await sent(demanded, { form: { ...form, [field]: '多填' } }).expect(422);
      expect(told.body.errors).toEqual([expect.objectContaining({ pointer: `/form/${field}`, code: 'unknown' })]);
    }
  },
);

/** 变更: what changes decides. */
const change = (): Partial<GuideContent> => {
  const [one, two] = ['M01', 'M02'].map((code, index) => ({
    ...{ code, name: `材料 ${index}`, necessity: 'required' as const, source: 'applicant' as const, replaceableBy: {} },
    form: { medium: 'either' as const, document: 'original' as const, originals: 1, copies: 0 },
    legalBasis: '《示例条例》第五条',
  }));
  const firm = { situation: 'kind', anyOf: ['firm'] };
  return {
    situations: [
      {
        code: 'kind',
        question: '申请人类型',
        choice: 'single',
        options: [
          { code: 'firm', name: '企业' },
          { code: 'self', name: '个人' },
        ],
      },
      {
        code: 'change',
        question: '变更内容',
        choice: 'multiple',
        options: [{ code: 'name', name: '名称' }],
        appliesWhen: [firm],
      },
    ],
    materials: [one!, { ...two!, appliesWhen: [{ situation: 'change', anyOf: ['name'] }] }],
    conditions: [
      { code: 'C1', text: '场所已经建成' },
      { code: 'C2', text: '符合卫生标准', appliesWhen: [firm] },
    ],
    acceptanceConditions: '（一）场所已经建成；（二）符合卫生标准。',
    specialProcedures: [{ ...TESTING, appliesWhen: [firm] }],
  };
};
const TESTING = {
  ...{ kind: 'testing' as const, name: '检测', stopsClock: true, article: '《公共场所卫生管理条例》第九条' },
  ...{ days: 5, unit: 'working-day' as const },
};
const as = (kind: string, ...rest: Answer[]): Answer[] => [{ situation: 'kind', options: [kind] }, ...rest];
const renamed: Answer = { situation: 'change', options: ['name'] };

describe('a guide with two questions', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await givenDesk(w, { overrides: change() });
  });
  const open = (more: object) => desk.applicant.agent.post('/v1/cases', application(desk, { materials: [], ...more }));

  test('implementation/I6: every line of the resolution says what decided it, in the language of the reader', async () => {
    const { body } = await resolution(desk, []).expect(200);
    expect(body).toMatchObject({ versionId: desk.guide.versionId, digest: desk.guide.digest, complete: false });
    expect(body.questions.map(({ code, asked }: Record<string, string>) => [code, asked])).toEqual([
      ['kind', 'now'],
      ['change', 'perhaps'],
    ]);
    const later = await resolution(desk, as('self')).expect(200);
    expect(later.body.complete).toBe(true);
    expect(later.body.materials[0]).toMatchObject({ applies: 'yes', decidedBy: [], basis: ['《示例条例》第五条'] });
    expect(later.body.materials[1]).toMatchObject({
      applies: 'no',
      decidedBy: ['change'],
      because: expect.stringContaining('变更内容'),
    });
    expect(later.body.conditions.map(({ applies }: { applies: string }) => applies)).toEqual(['yes', 'no']);
    const english = await desk.applicant.agent
      .with({ 'accept-language': 'en' })
      .post(`/v1/guides/${desk.guide.code}/resolution`, { answers: as('firm', renamed) })
      .expect(200);
    expect(english.body.materials[1].because).toBe('Applies, because the answer to “变更内容” is “名称”.');
  });

  test.each([
    ['an unknown question', [{ situation: 'constructor', options: ['a'] }], '/answers/0/situation'],
    ['an unknown option', as('toString'), '/answers/0/options/0'],
    ['two options where one is asked for', [{ situation: 'kind', options: ['firm', 'self'] }], '/answers/0/options'],
    ['no option where one is asked for', [{ situation: 'kind', options: [] }], '/answers/0/options'],
    ['an answer to what is not asked', as('self', renamed), '/answers/1'],
    ['two answers to one question', as('firm', ...as('self')), '/answers/1/situation'],
    ['one option twice', as('firm', { situation: 'change', options: ['name', 'name'] }), '/answers/1/options/1'],
  ])('implementation/I6, acceptance/A11: refuses %s', async (_, answers, pointer) => {
    const told = await resolution(desk, answers).expect(422);
    expect(told.body).toMatchObject({ code: 'implementation.answers-unsound', rule: 'implementation/I6' });
    expect(told.body.errors[0].pointer).toBe(pointer);
    const kept = await open({ answers }).expect(422);
    expect(kept.body).toMatchObject({ code: 'acceptance.answers-unsound', rule: 'acceptance/A11' });
    expect(kept.body.errors[0].pointer).toBe(pointer);
  });

  test('a prototype name is no code, and there are never more answers than questions', async () => {
    await resolution(desk, [{ situation: '__proto__', options: ['a'] }]).expect(422);
    const many = Array.from({ length: 41 }, (_, index) => ({ situation: `Q${index}`, options: [] }));
    await resolution(desk, many).expect(422);
  });

  test('implementation/I9: a resolution speaks of the version that is asked for, of this guide', async () => {
    const { versionId } = desk.guide;
    expect((await resolution(desk, [], { versionId }).expect(200)).body.versionId).toBe(versionId);
    await resolution(desk, [], { asOf: '2001-01-01T00:00:00Z' }).expect(404);
    await resolution(desk, [], { versionId, asOf: '2001-01-01T00:00:00Z' }).expect(422);
    const other = await givenDesk(w);
    const told = await resolution(desk, [], { versionId: other.guide.versionId }).expect(422);
    expect(told.body).toMatchObject({
      code: 'implementation.version-of-another-guide',
      rule: 'implementation/I9',
      errors: [{ pointer: '/versionId' }],
    });
    expect((await resolution(other, []).expect(200)).body).toMatchObject({ complete: true, questions: [] });
  });

  test('acceptance/A11: a draft may leave questions open, a submission may not', async () => {
    const { body } = await open({ answers: as('firm') }).expect(201);
    const told = await desk.applicant.agent.post(`/v1/cases/${body.id}/submission`).expect(422);
    expect(told.body.errors).toEqual([
      expect.objectContaining({ pointer: '/answers', code: 'missing', detail: 'change 变更内容' }),
    ]);
    await open({ submit: true }).expect(422);
    const none = as('firm', { situation: 'change', options: [] });
    await open({ submit: true, answers: none }).expect(201);
  });

  test('acceptance/A4: other answers in a draft take what is not needed any more with them', async () => {
    const { body } = await open({ answers: as('firm', renamed), materials: [statement('M01'), statement('M02')] }).expect(201);
    const draft = desk.applicant.agent.with({ 'if-match': '"1"' });
    const { form } = application(desk);
    await draft.put(`/v1/cases/${body.id}`, { channel: 'online', form, materials: [], answers: as('self') }).expect(200);
    const read = await desk.applicant.agent.get(`/v1/cases/${body.id}`).expect(200);
    expect(read.body.materials.map(({ code }: { code: string }) => code)).toEqual(['M01']);
    await desk.applicant.agent.post(`/v1/cases/${body.id}/submission`).expect(200);
    await desk.clerk.agent.post(`/v1/cases/${body.id}/acceptance`).expect(200);
    const procedure = { kind: 'testing', reason: '需要检测' };
    const told = await desk.officer.agent.post(`/v1/cases/${body.id}/special-procedures`, procedure).expect(422);
    expect(told.body.rule).toBe('acceptance/A4');
  });

  test('acceptance/A3: a supplement is judged by the answers of the submission', async () => {
    const { body } = await open({ submit: true, answers: as('firm', renamed) }).expect(201);
    const points = ['M01', 'M02'].map((material) => ({ material, problem: '未提交' }));
    await desk.clerk.agent.post(`/v1/cases/${body.id}/supplement-requests`, { points }).expect(200);
    const materials = points.map(({ material }) => statement(material));
    await desk.applicant.agent.post(`/v1/cases/${body.id}/supplements`, { materials }).expect(200);
    await desk.clerk.agent.post(`/v1/cases/${body.id}/acceptance`).expect(200);
  });
});
