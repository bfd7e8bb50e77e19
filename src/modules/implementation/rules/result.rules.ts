import type { ResultType } from '../../catalog/catalog.facade';
import type { ListRule } from './finding.rules';

/** implementation/I2, domain rule 11: who is given a result can see beforehand how it looks. */
export const resultSample: ListRule = ({ content: { result, resultSample: sample } }) =>
  result && result.kind !== 'none' && !sample ? [{ code: 'result-sample-missing', pointer: '/resultSample' }] : [];

// A certificate of which there is no e-certificate type yet is given out as a document.
const KINDS: Record<string, readonly ResultType[]> = { 证: ['licence', 'document'], 文: ['document'] };

/** implementation/I2, domain rule 11: 证 is 出证办结, 文 is 出文办结. */
export const resultKindAndName: ListRule = ({ content: { result } }) => {
  const kinds = result && KINDS[result.name.slice(-1)];
  return kinds && !kinds.includes(result.kind) ? [{ code: 'result-kind-and-name', pointer: '/result/kind' }] : [];
};
