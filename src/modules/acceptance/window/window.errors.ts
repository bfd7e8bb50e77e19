import { problems } from '../../../kernel/http/problem';

const rule = 'acceptance/A25';
const basis = '新政发〔2022〕84号（六）';

/** What stands against a window that an act names, or does not name. */
export const refuseWindow = problems('acceptance', {
  'window-missing': {
    ...{ status: 422, rule, basis },
    en: 'This item is handled in the service centre: name the window where it is accepted or delivered',
    zh: '该事项进驻政务服务中心，受理和送达须注明办理窗口',
  },
  'window-unknown': {
    ...{ status: 422, rule, basis },
    en: 'No window that is open is registered under this id',
    zh: '没有登记此窗口，或者该窗口已经关闭',
  },
  'window-kind': {
    ...{ status: 422, rule, basis },
    en: 'Nothing is accepted or delivered at a window of this kind: {kind}',
    zh: '该类窗口不办理受理和送达：{kind}',
  },
  'window-of-another-organ': {
    ...{ status: 422, rule, basis },
    en: 'The window belongs to another organ',
    zh: '该窗口属于其他单位',
  },
  'window-elsewhere': {
    ...{ status: 422, rule, basis },
    en: 'The window stands neither in the service centre of the division nor in a hall that was decided upon: {place}',
    zh: '该窗口不在本级政务服务中心或者经批准设立的中心外大厅：{place}',
  },
});
