import { problems } from '../../kernel/http/problem';

export const refuse = problems('supervision', {
  'appeal-too-late': {
    status: 422,
    rule: 'supervision/S2',
    en: 'A card is appealed against within {days} working days of being raised',
    zh: '对预警卡的申诉应在发出后 {days} 个工作日内提出',
  },
  'already-appealed': {
    status: 409,
    rule: 'supervision/S2',
    en: 'There has been an appeal against this card already, and it was decided',
    zh: '该预警卡已经申诉并作出处理，不得再次申诉',
  },
});
