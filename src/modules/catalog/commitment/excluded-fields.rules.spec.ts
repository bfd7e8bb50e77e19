import { mayBeListed } from './excluded-fields.rules';

test.each([
  [[], undefined, true],
  [['public-security'], undefined, false],
  [['public-security'], '《中华人民共和国消防法》第十五条', true],
  [['public-security'], '《中华人民共和国消防法》', false],
  [['public-security', 'health-and-life'], '《示例管理条例》第三条', false],
  [['foreign-affairs'], '《示例工作通知》第一条', false],
] as const)('catalog/C7: with the fields %j and the provision %s, listing is %s', (fields, law, may) =>
  expect(mayBeListed(fields, law)).toBe(may),
);
