import { saidTwice } from './splitting-standard.rules';

test('catalog/C10: a standard names each number, each variant and each element once', () => {
  const variant = (number: number, name: string) => ({ number, name, situations: [] });
  const elements = [{ element: 'materials', guidance: '逐项列明' }];
  expect(saidTwice({ variants: [variant(1, '新办'), variant(2, '变更')], elements })).toEqual([]);
  expect(saidTwice({ variants: [variant(1, '新办'), variant(1, '新办')], elements: [...elements, ...elements] })).toEqual([
    '/variants/1/number',
    '/variants/1/name',
    '/elements/1/element',
  ]);
});
