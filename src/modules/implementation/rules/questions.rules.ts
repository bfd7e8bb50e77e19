import { type Finding, isLicensing, type ListDraft, type ListedItem } from './finding.rules';

/** implementation/I2, domain rule 9: a licensing guide answers what is often asked. */
export function questions({ content: { questions: asked = [] } }: ListDraft, item: ListedItem, least: number): Finding[] {
  const code = 'questions-missing';
  const twice = asked.findIndex(({ question }, index) => asked.findIndex((one) => one.question === question) !== index);
  if (twice >= 0) return [{ code, pointer: `/questions/${twice}/question`, values: { least } }];
  return isLicensing(item) && asked.length < least ? [{ code, pointer: '/questions', values: { least } }] : [];
}
