import type { ListRule } from './finding.rules';

/** catalog/C10: where a splitting standard is in force, the list cites it and is one of its variants. */
export const splitting: ListRule = (
  { content: { splittingStandard }, variantNumber = 1, variantName },
  { standard, basicCode },
) => {
  const pointer = '/splittingStandard';
  if (!standard) return splittingStandard ? [{ code: 'standard-unknown', pointer, values: { code: basicCode } }] : [];
  const { number, variants } = standard;
  if (splittingStandard !== number) return [{ code: 'standard-uncited', pointer, values: { number } }];
  if (variants.some((one) => one.number === variantNumber && one.name === variantName)) return [];
  const [variant, known] = [called(variantNumber, variantName), variants.map((one) => called(one.number, one.name)).join('、')];
  return [{ code: 'variant-not-in-standard', pointer: '/variantName', values: { variant, known } }];
};

const called = (number: number, name?: string | null): string => `${String(number).padStart(2, '0')}${name ? ` ${name}` : ''}`;
