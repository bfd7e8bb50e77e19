import { Aggregate, takeMarks } from '../persistence/aggregate';
import { Refusal } from '../http/problem';
import { lifecycle } from './lifecycle';

type State = 'open' | 'shut' | 'gone';
type Act = 'paint' | 'shut' | 'reopen' | 'remove';

const doorLife = lifecycle<State, Act>('kernel-test.door', {
  paint: { from: ['open', 'shut'], to: 'unchanged', zh: '刷漆' },
  shut: { from: ['open'], to: 'shut', zh: '关' },
  reopen: { from: ['shut'], to: 'open', zh: '开' },
  remove: { from: ['open', 'shut'], to: 'gone', zh: '拆' },
});

class DoorLeaf extends Aggregate<State> {
  static standing(state: State): DoorLeaf {
    return Object.assign(new DoorLeaf(), { state, version: 3 });
  }
  do(act: Act, note = {}): this {
    this.move(doorLife, act, note);
    return this;
  }
  tellNothing(): void {
    this.tell({ name: 'x', payload: {} });
  }
}

const STATES: State[] = ['open', 'shut', 'gone'];
const ACTS: Act[] = ['paint', 'shut', 'reopen', 'remove'];

describe('a record moves along its table and nowhere else', () => {
  it.each(STATES.flatMap((state) => ACTS.map((act) => [act, state] as const)))('%s from %s', (act, state) => {
    const door = DoorLeaf.standing(state);
    const { from, to } = doorLife.steps[act];
    if (from.includes(state)) {
      door.do(act);
      expect(door.state).toBe(to === 'unchanged' ? state : to);
      expect(takeMarks(door)).toMatchObject({ act, from: state });
      return;
    }
    expect(() => door.do(act)).toThrow(Refusal);
    expect(door.state).toBe(state);
    expect(takeMarks(door)).toBeUndefined();
  });

  it('the refusal tells the state and what is possible instead', () => {
    const attempt = () => DoorLeaf.standing('shut').do('shut');
    expect(attempt).toThrow(
      expect.objectContaining({
        type: expect.objectContaining({ code: 'kernel.not-possible-now', status: 409 }),
        facts: expect.objectContaining({ more: { state: 'shut', acts: ['paint', 'reopen', 'remove'] } }),
      }),
    );
  });

  it('from the last state nothing is possible', () => expect(doorLife.actsFrom('gone')).toEqual([]));
});

describe('what an act leaves behind', () => {
  it('two acts before one save are one line: named after the first, with what both noted', () => {
    const door = DoorLeaf.standing('open').do('shut', { a: 1 }).do('reopen', { b: 2 });
    expect(takeMarks(door)).toMatchObject({ act: 'shut', from: 'open', note: { a: 1, b: 2 } });
    expect(takeMarks(door)).toBeUndefined();
  });

  it('a record that was never saved comes from no state', () => {
    const door = Object.assign(DoorLeaf.standing('open'), { version: 0 }).do('paint');
    expect(takeMarks(door)).toMatchObject({ from: null });
  });

  it('no fact without an act', () => expect(() => DoorLeaf.standing('open').tellNothing()).toThrow('comes before'));
});
