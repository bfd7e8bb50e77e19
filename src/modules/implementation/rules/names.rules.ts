import type { ListRule } from './finding.rules';

/** implementation/I11: a name said to be Uyghur stands in Arabic script; digits and signs may stand in it. */
export const uyghurName: ListRule = ({ content: { uyghurName: name } }) =>
  name === undefined || /^(?=.*\p{Script=Arabic})[\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]+$/u.test(name)
    ? []
    : [{ code: 'not-uyghur', pointer: '/uyghurName' }];
