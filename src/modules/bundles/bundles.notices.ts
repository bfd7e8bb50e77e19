import type { Words } from '../notifications/notifications.facade';

interface About {
  name: string;
  journeyNumber: string;
}

const words = (zh: [string, string], en: [string, string]): Words => ({
  zh: { title: zh[0], body: zh[1] },
  en: { title: en[0], body: en[1] },
});

/** What applicants are told of a journey; each case tells of itself. */
export const completed = ({ name, journeyNumber }: About): Words =>
  words(
    ['“一件事”已全部办结', `您申请的“${name}”（${journeyNumber}）各事项均已办结。`],
    ['All members complete', `Every member of “${name}” (${journeyNumber}) is complete.`],
  );

export const ended = ({ name, journeyNumber }: About): Words =>
  words(
    ['“一件事”已结束', `您申请的“${name}”（${journeyNumber}）已结束，部分事项未办成。已办成的结果有效，未办成的可单独申请。`],
    ['Journey ended', `“${name}” (${journeyNumber}) is over; some members were not obtained and can be applied for separately.`],
  );

export const memberStopped = ({ name, journeyNumber }: About, member: string): Words =>
  words(
    ['后续事项未能提交', `“${name}”（${journeyNumber}）中的“${member}”未能提交，其他事项不受影响。您可以单独申请该事项。`],
    [
      'A member was not submitted',
      `“${member}” of “${name}” (${journeyNumber}) was not submitted; the others go on. You can apply for it separately.`,
    ],
  );
