import { checkGb32100 } from '../../../kernel/validation/check-digits';
import { unreadable } from '../../../kernel/jobs/row-problems';
import { checkIdNumber, type Holder } from '../../identity/identity.facade';
import type { Guide } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import type { Channel } from '../case/case.rules';
import type { AcceptRecord } from './record.inputs';

/** acceptance/A22: who applies, by name and identifier; both must be those of one kind of party that the item is offered to. */
export function holderOf(record: AcceptRecord, guide: Guide, today: string): Holder {
  const { applyer_name: name, applyer_type, applyer_page_type: identifierKind, applyer_page_code } = record;
  const natural = applyer_type === '1';
  if (natural !== (identifierKind === '111')) {
    const detail = '111 for a natural person (applyer_type 1), 001 for all others';
    throw unreadable('acceptance/A22', [{ pointer: '/applyer_page_type', code: 'inconsistent', detail }]);
  }
  const checked = natural ? checkIdNumber(applyer_page_code, today) : checkGb32100(applyer_page_code);
  if (!checked.ok) {
    const detail = natural ? 'a citizen identity number (GB 11643)' : 'a unified social credit code (GB 32100)';
    throw unreadable('acceptance/A22', [{ pointer: '/applyer_page_code', code: checked.reason, detail }]);
  }
  if (!guide.audiences.some((audience) => (audience === '1') === natural)) throw refuse('audience-excluded');
  return { name, identifierKind, identifier: checked.value };
}

// 办理形式: 1 窗口, 2 电脑端网上, 3 移动端网上, 4 快递. The exchange has no list of its own for 申请方式; any other code counts as the window.
const CHANNELS: Record<string, Channel> = { 2: 'online', 3: 'mobile', 4: 'post' };
export const channelOf = ({ apply_type }: AcceptRecord): Channel => CHANNELS[apply_type] ?? 'window';
