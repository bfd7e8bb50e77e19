import { pageOf } from '../../../src/kernel/http/page';
import { InstantText, Name, Uuid, Whole } from '../../../src/kernel/validation/fields';
import type { Note } from './note.entity';

export class NoteView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647) version: number;
  @Name(20) state: string;
  @Name(40) code: string;
  @Name(20) title: string;
  @InstantText() madeAt: string;
  @Name(20, { list: { max: 10 } }) acts: string[];

  static of({ id, version, state, code, title, madeAt, urgent, amountFen, day, body }: Note, acts: string[]): NoteView {
    return { id, version, state, code, title, madeAt, acts, ...{ urgent, amountFen, day, body } };
  }
}

export const NotePage = pageOf(NoteView);
