import type { Finding, ListRule } from './finding.rules';

// An appointment, or the trace that an online application leaves behind, as something to be shown.
const APPOINTMENT = /预约/;
const TRACE = /预约|(?:网上|线上|在线)(?:申请|申报|登记|提交)(?:成功|编?号|单|凭证|回执|记录|截图|码)/;

/**
 * acceptance/A24: 申请人在线下办理业务时，不得强制要求其先到线上预约或在线提交申请材料 (新政发〔2022〕84号（八）). A case asks for what its guide
 * names and nothing else (acceptance/A4), so here is the only place where it could be demanded: a step, a material, a condition or a
 * field of the form. What somebody may hand in if they have it is no demand.
 */
export const nothingOnlineFirst: ListRule = ({ content }) => {
  const { channels = [], steps = [], materials = [], conditions = [], form } = content;
  if (!channels.includes('window')) return [];
  const named = (list: string, names: (string | undefined)[], pattern: RegExp): Finding[] =>
    names.flatMap((name, index) =>
      name && pattern.test(name)
        ? [{ code: 'online-demanded-first' as const, pointer: `/${list}/${index}`, values: { name } }]
        : [],
    );
  return [
    ...named(
      'steps',
      steps.map(({ name }) => name),
      APPOINTMENT,
    ),
    ...named(
      'materials',
      materials.map(({ name, necessity }) => (necessity === 'required' ? name : undefined)),
      TRACE,
    ),
    ...named(
      'conditions',
      conditions.map(({ text }) => text),
      TRACE,
    ),
    ...named('form/required', demanded(form), TRACE),
  ];
};

/** What the form demands, by the title of the field. */
function demanded(form: Record<string, unknown> | undefined): string[] {
  const { required = [], properties = {} } = (form ?? {}) as {
    required?: unknown;
    properties?: Record<string, { title?: unknown }>;
  };
  if (!Array.isArray(required)) return [];
  return required.map((field) => {
    const title = properties[String(field)]?.title;
    return typeof title === 'string' ? title : String(field);
  });
}
