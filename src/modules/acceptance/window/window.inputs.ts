import { Uuid } from '../../../kernel/validation/fields';

const says =
  'Window where it is done; required of items in the service centre, unless it came or goes online or by post 办理窗口';

/** An act at the counter. */
export class AtWindowInput {
  @Uuid({ optional: true, says }) windowId?: string;
}
