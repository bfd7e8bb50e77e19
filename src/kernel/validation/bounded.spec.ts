import { bounded } from './bounded';

const endless = (): number => endless() + 1;

describe('bounded work', () => {
  it('answers what the work answers', () => {
    expect(bounded(() => 5)).toBe(5);
    expect(bounded(() => false)).toBe(false);
  });

  it('passes on what the work throws', () => {
    const work = () => {
      throw new TypeError('mine');
    };
    expect(() => bounded(work)).toThrow('mine');
  });

  it.each([
    ['a search that takes exponential time', () => /^(a|aa)+$/u.test(`${'a'.repeat(60)}!`)],
    [
      'a loop without end',
      () => {
        for (;;);
      },
    ],
    ['a recursion without end', endless],
  ])('breaks off %s', (_, work) => {
    const began = Date.now();
    expect(bounded<unknown>(work)).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
