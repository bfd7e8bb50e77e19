import { NotificationsFacade } from '../../modules/notifications/notifications.facade';
import { caseId } from '../cases';
import { idOf, named, type Section, seeding } from '../house';
import { personId } from '../people';
import { says } from './says';

const words = {
  zh: { title: '欢迎来到演示区', body: '您的办件进度和办理结果会通知到这里。' },
  en: { title: 'Welcome to the demo region', body: 'What becomes of your cases is told here.' },
};

/** A message to read; those about cases follow when their facts have been heard. */
export const messageRecords: Section = {
  ...{ says, mark: { kind: 'notifications.message', id: idOf('message', 'to-read') } },
  make: async (house) => {
    const about = { kind: 'acceptance.case', id: caseId('completed') };
    const welcome = { partyId: personId('citizen'), about, key: 'demo-region.welcome', words };
    await named('message', 'to-read', () => house.get(NotificationsFacade).tell(seeding, welcome));
  },
};
