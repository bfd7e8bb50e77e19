import { PageQuery } from '../../../src/kernel/http/page';
import {
  Code,
  DayText,
  Flag,
  InstantText,
  JsonObject,
  LongText,
  Name,
  OneOf,
  Part,
  Uuid,
  Whole,
} from '../../../src/kernel/validation/fields';

export class LineInput {
  @LongText(500) text: string;
}

export class NoteChange {
  @Name(20, { optional: true }) title?: string;
  @Flag({ optional: true }) urgent?: boolean;
  @Whole(0, 2_000_000_000, { optional: true }) amountFen?: number;
  @DayText({ optional: true }) day?: string;
  @JsonObject({ optional: true }) body?: object;
  @Part(() => LineInput, { optional: true, list: { max: 3 } }) lines?: LineInput[];
}

export class NoteInput extends NoteChange {
  @Code(/^[A-Z0-9-]+$/, 40) code: string;
  @Name(20) declare title: string;
  @Uuid({ optional: true }) unit?: string;
  @Code(/^\d{12}$/, 12, { optional: true, list: { max: 5 } }) areaPath?: string[];
  @InstantText({ optional: true }) since?: string;
  @Uuid({ optional: true }) parentId?: string;
}

export class NoteQuery extends PageQuery {
  @Flag({ optional: true }) urgent?: boolean;
  @OneOf(['madeAt'], { optional: true }) sort?: string;
  @Name(20, { optional: true, list: { max: 3 } }) titles?: string[];
}

export class EmptyInput {}
