import type { GuideContent } from '../content/content.inputs';
import type { ListRule } from './finding.rules';

const isOnline = ({ channels = [] }: GuideContent): boolean => channels.includes('online') || channels.includes('mobile');

/** implementation/I2, domain rule 3: whoever must come is told why. 无 is no reason. */
export const visitsAndReason: ListRule = ({ content: { visits, visitReason } }) => {
  const code = 'visits-and-reason';
  if (visits === undefined) return [{ code, pointer: '/visits' }];
  const hasReason = visitReason !== undefined && visitReason.trim() !== '无';
  return visits > 0 === hasReason ? [] : [{ code, pointer: '/visitReason' }];
};

/** implementation/I2, domain rule 4: without a visit and without the internet there is the post. */
export const noVisitNeedsPost: ListRule = ({ content }) =>
  content.visits === 0 && content.channels && !isOnline(content) && !content.channels.includes('post')
    ? [{ code: 'no-visit-needs-post', pointer: '/channels' }]
    : [];

/** implementation/I2, domain rule 5: 网上服务Ⅳ级 is 全程网办. */
export const fullyOnlineAndVisits: ListRule = ({ content: { coverage, visits = 0 } }) =>
  coverage?.fullyOnline && visits > 0 ? [{ code: 'fully-online-and-visits', pointer: '/visits' }] : [];
