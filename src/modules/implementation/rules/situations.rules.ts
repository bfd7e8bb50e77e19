import type { GuideContent } from '../content/content.inputs';
import type { When } from '../situations/situation.rules';
import type { Finding, FindingCode, ListRule } from './finding.rules';
import { alwaysHolds, askedIn, canHold, circular } from './satisfiable.rules';

/** implementation/I2: the situations of a list agree with one another, and what stands under them can apply. */
export const situations: ListRule = ({ content }) => {
  const given = content.situations ?? [];
  const asked = askedIn(given);
  const inCircle = circular(asked);
  const known = (clauses: readonly When[]) => clauses.every(({ situation }) => asked.has(situation) && !inCircle.has(situation));
  const never = (clauses: readonly When[] | undefined) => clauses !== undefined && known(clauses) && !canHold(asked, clauses);
  return [
    ...repeated(given, '/situations', 'situation-twice'),
    ...given.flatMap(({ options }, index) => repeated(options, `/situations/${index}/options`, 'option-twice')),
    ...situatedParts(content).flatMap(({ pointer, clauses }) => unknownIn(asked, clauses, `${pointer}/appliesWhen`)),
    ...given.flatMap(({ code, appliesWhen }, index): Finding[] => {
      const at = { pointer: `/situations/${index}/appliesWhen`, values: { code } };
      if (inCircle.has(code)) return [{ code: 'situation-circle', ...at }];
      return never(appliesWhen) ? [{ code: 'situation-unreachable', ...at }] : [];
    }),
    ...situatedParts(content).flatMap(({ kind, name, pointer, clauses }): Finding[] => {
      if (kind === 'situation' || !never(clauses)) return [];
      const code = kind === 'material' ? 'material-never-applies' : 'part-never-applies';
      return [{ code, pointer: `${pointer}/appliesWhen`, values: { name } }];
    }),
  ];
};

/** implementation/I1: the catalogue asks for it in some situations only; a situation that is everybody's would ask for more. */
export const alwaysApplying: ListRule = ({ content: { materials = [], situations: given = [] } }, { elements }) => {
  const asked = askedIn(given);
  return materials.flatMap(({ code, name, appliesWhen }, index): Finding[] => {
    const standard = elements.materials.find((one) => one.code === code);
    if (standard?.necessity !== 'conditional' || !appliesWhen || !alwaysHolds(asked, appliesWhen)) return [];
    return [{ code: 'material-always-applies', pointer: `/materials/${index}/appliesWhen`, values: { name } }];
  });
};

interface Situated {
  kind: 'situation' | 'material' | 'part';
  name: string;
  pointer: string;
  clauses: readonly When[];
}

/** Everything on which situations may decide, with its place. */
function situatedParts(content: GuideContent): Situated[] {
  const {
    situations: given = [],
    materials = [],
    conditions = [],
    fees = [],
    reviewPoints = [],
    specialProcedures = [],
  } = content;
  const of = (kind: Situated['kind'], at: string, parts: readonly { name: string; appliesWhen?: When[] }[]) =>
    parts.flatMap(({ name, appliesWhen }, index): Situated[] =>
      appliesWhen ? [{ kind, name, pointer: `${at}/${index}`, clauses: appliesWhen }] : [],
    );
  const forms = (content.formParts ?? []).map(({ fields, appliesWhen }) => ({ name: fields.join('、'), appliesWhen }));
  return [
    ...of(
      'situation',
      '/situations',
      given.map(({ code: name, appliesWhen }) => ({ name, appliesWhen })),
    ),
    ...of('material', '/materials', materials),
    ...of(
      'part',
      '/conditions',
      conditions.map(({ code: name, appliesWhen }) => ({ name, appliesWhen })),
    ),
    ...of('part', '/formParts', forms),
    ...of('part', '/fees', fees),
    ...of('part', '/reviewPoints', reviewPoints),
    ...of('part', '/specialProcedures', specialProcedures),
  ];
}

function unknownIn(asked: ReturnType<typeof askedIn>, clauses: readonly When[], at: string): Finding[] {
  return clauses.flatMap(({ situation, anyOf }, index): Finding[] => {
    const one = asked.get(situation);
    if (!one) return [{ code: 'situation-unknown', pointer: `${at}/${index}/situation`, values: { code: situation } }];
    const options = new Set(one.options.map(({ code }) => code));
    const known = new Set<string>();
    return anyOf.flatMap((option, place): Finding[] => {
      const pointer = `${at}/${index}/anyOf/${place}`;
      if (!options.has(option)) return [{ code: 'option-unknown', pointer, values: { code: situation, option } }];
      if (known.has(option)) return [{ code: 'option-twice', pointer, values: { code: option } }];
      known.add(option);
      return [];
    });
  });
}

function repeated(coded: readonly { code: string }[], at: string, code: FindingCode): Finding[] {
  const known = new Set<string>();
  return coded.flatMap((one, index): Finding[] => {
    if (known.has(one.code)) return [{ code, pointer: `${at}/${index}/code`, values: { code: one.code } }];
    known.add(one.code);
    return [];
  });
}
