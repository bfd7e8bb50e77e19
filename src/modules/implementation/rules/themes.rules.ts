import type { ListRule } from './finding.rules';

/** implementation/I2, domain rule 8: themes agree with audiences (1 natural person; the others legal persons and bodies). */
export const themes: ListRule = ({ content: { themes, audiences } }) => {
  if (!themes || !audiences) return [];
  const [forPersons, forBodies] = [audiences.includes('1'), audiences.some((audience) => audience !== '1')];
  const [ofPersons, ofBodies] = ['P', 'E'].map((kind) => themes.some((theme) => theme.startsWith(kind)));
  return forPersons === ofPersons && forBodies === ofBodies ? [] : [{ code: 'theme-and-audience', pointer: '/themes' }];
};

/** implementation/I2: how far something is handled online is said of what is handled online. */
export const onlineDepth: ListRule = ({ content: { onlineDepth, channels = [] } }) =>
  onlineDepth && !channels.includes('online') && !channels.includes('mobile')
    ? [{ code: 'depth-without-online', pointer: '/onlineDepth' }]
    : [];
