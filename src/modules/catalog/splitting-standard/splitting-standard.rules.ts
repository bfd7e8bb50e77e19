/** 业务办理项: one way in which the item is handled, e.g. 新办. */
export interface StandardVariant {
  number: number;
  name: string;
  /** 情形 in which it is the one to choose. */
  situations: string[];
}

/** 编制指引: how an element is to be filled in. */
export interface ElementGuidance {
  element: string;
  guidance: string;
}

export interface SplittingContent {
  variants: StandardVariant[];
  elements: ElementGuidance[];
}

/** A standard as lists cite it. */
export interface StandardInForce {
  number: number;
  variants: StandardVariant[];
}

/** Where it is tried out, and what came of it. */
export interface Pilot {
  places: string[];
  opensOn: string;
  reports: PilotReport[];
}

export interface PilotReport {
  place: string;
  outcome: 'workable' | 'unworkable';
  findings: string;
  at: string;
}

export interface Signature {
  organizationId: string;
  answer: 'yes' | 'no';
  reasons?: string;
  at: string;
}

/** Places in the content where the standard says a thing twice. */
export function saidTwice({ variants, elements }: SplittingContent): string[] {
  const again = (values: (string | number)[], list: string, field: string) =>
    values.flatMap((value, index) => (values.indexOf(value) < index ? [`/${list}/${index}/${field}`] : []));
  return [
    ...again(
      variants.map(({ number }) => number),
      'variants',
      'number',
    ),
    ...again(
      variants.map(({ name }) => name),
      'variants',
      'name',
    ),
    ...again(
      elements.map(({ element }) => element),
      'elements',
      'element',
    ),
  ];
}
