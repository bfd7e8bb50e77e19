import { Clock } from '../../src/kernel/clock/clock';
import { shanghaiDay } from '../../src/kernel/clock/day';
import type { World } from '../kit/world';

/** An annulment of today as a department head sends it. */
export async function annulment(w: World, overrides: object = {}) {
  return {
    ground: 'not-qualified',
    reason: '经查，申请时提交的场所证明不实。',
    effectOn: shanghaiDay(await w.get(Clock).now()),
    remedy: { review: '60日内向示例市人民政府申请行政复议', lawsuit: '6个月内向示例区人民法院提起行政诉讼' },
    ...overrides,
  };
}
