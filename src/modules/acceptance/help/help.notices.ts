import type { Words } from '../../notifications/notifications.facade';
import { type About, words } from '../acceptance.notices';

export const helperNamed = ({ itemName, caseNumber }: About): Words =>
  words(
    [
      '已委托帮办代办',
      `“${itemName}”${numbered(caseNumber)}由工作人员免费帮办代办，仅限本办件，您可以随时结束。如果不是您同意的，请立即结束并投诉。`,
    ],
    [
      'Somebody helps you',
      `A member of staff helps with “${itemName}”${numbered(caseNumber)}: free of charge, with this case only, until you end it. If you did not agree, end it and complain.`,
    ],
  );

export const helpEnded = ({ itemName, caseNumber }: About): Words =>
  words(
    ['帮办代办已结束', `“${itemName}”${numbered(caseNumber)}的帮办代办已结束，今后由您本人办理。`],
    ['The help has ended', `Nobody helps with “${itemName}”${numbered(caseNumber)} any more; you go on yourself.`],
  );

const numbered = (caseNumber: string | null): string => (caseNumber ? `（${caseNumber}）` : '');
