import { platform } from '../../../src/kernel/authz/actor';
import { uuidv7 } from '../../../src/kernel/persistence/uuid';
import { NotificationsFacade } from '../../../src/modules/notifications/notifications.facade';
import { person, staff } from '../../kit/actors';
import { ELSEWHERE, type Records } from '../reach';

const words = { zh: { title: '通知', body: '正文' }, en: { title: 'Notice', body: 'Text' } };

/** Notifications and time limits. */
export const instrumentRecords: Records = {
  readMessage: async (w) => {
    const by = await person(w);
    const about = { kind: 'test.matter', id: uuidv7() };
    await w.get(NotificationsFacade).tell(platform('test'), { partyId: by.id, about, key: about.id, words });
    const { body } = await by.agent.get('/v1/me/inbox').expect(200);
    return { by, at: { id: (body as { items: { id: string }[] }).items[0]!.id }, outsider: await person(w) };
  },
  readCalendar: (w) => Promise.resolve({ by: { id: 'nobody', agent: w.as() }, at: { area: '650000000000', year: '2025' } }),
  previewCalendar: async (w) => ({
    by: await staff(w, { role: 'service-administrator', area: '650100000000' }),
    at: { area: '650102000000', year: '2031' },
    body: { notice: '测试用2031年通知', days: [] },
    outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
  }),
  publishCalendar: async (w) => {
    const at = { area: '650102000000', year: '2031' };
    const { headers } = await w.as().get(`/v1/calendars/${at.area}/${at.year}`);
    return {
      by: await staff(w, { role: 'service-administrator', area: '650100000000' }),
      at,
      headers: { 'if-match': headers.etag ?? '"0"' },
      body: { notice: '测试用2031年通知', days: [] },
      outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
    };
  },
};
