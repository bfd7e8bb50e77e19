import { noOne, policy } from '../../../kernel/authz/policy';
import type { Limit } from './limit.entity';
import type { LimitAct } from './limit.lifecycle';

// A limit has no door of its own: it is moved within acts on its subject, whose module has asked who may.
export const limitPolicy = policy<Limit, LimitAct>({
  see: noOne,
  may: {
    warn: noOne,
    exceed: noOne,
    pause: noOne,
    'pause-further': noOne,
    'end-pause': noOne,
    resume: noOne,
    lapse: noOne,
    extend: noOne,
    reproject: noOne,
    redefine: noOne,
    meet: noOne,
    cancel: noOne,
    settle: noOne,
    drop: noOne,
  },
});
