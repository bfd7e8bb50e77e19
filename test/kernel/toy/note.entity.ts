import { Entity } from 'typeorm';
import { Aggregate } from '../../../src/kernel/persistence/aggregate';
import { Day, Id, Instant, Json, Ref, Whole, WordList, Words, YesNo } from '../../../src/kernel/persistence/columns';
import { uuidv7 } from '../../../src/kernel/persistence/uuid';
import { noteLifecycle, type NoteState } from './note.lifecycle';
import { NotePublished } from './toy.events';

export interface NoteFacts {
  title: string;
  unit: string;
  urgent?: boolean;
  amountFen?: number;
  day?: string;
  body?: object;
  parentId?: string;
}

@Entity({ schema: 'kernel_test', name: 'line' })
export class Line {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly noteId: string;
  @Words() readonly text: string;
}

@Entity({ schema: 'kernel_test', name: 'note' })
export class Note extends Aggregate<NoteState> {
  @Words() readonly code: string;
  @Words() title: string;
  @Ref() readonly holderId: string;
  @Ref() readonly unit: string;
  @WordList() readonly areaPath: string[];
  @YesNo() urgent: boolean;
  @Whole() amountFen: number;
  @Day({ nullable: true }) day: string | null;
  @Json({ nullable: true }) body: object | null;
  @Instant() readonly madeAt: string;
  @Ref({ nullable: true }) parentId: string | null;

  lines: Line[];

  static write(code: string, holderId: string, areaPath: string[], facts: NoteFacts, now: string): Note {
    const note = new Note();
    const plain = { urgent: false, amountFen: 0, day: null, body: null, parentId: null, ...facts };
    Object.assign(note, { code, holderId, areaPath, madeAt: now, state: 'draft' }, plain);
    note.mark('write', { code });
    return note;
  }

  edit(facts: Partial<NoteFacts>, lines: string[] = []): void {
    this.move(noteLifecycle, 'edit', { before: this.title, after: facts.title ?? this.title });
    Object.assign(this, facts);
    for (const text of lines) this.add(Object.assign(new Line(), { noteId: this.id, text }));
  }

  publish(): void {
    this.move(noteLifecycle, 'publish');
    this.tell(NotePublished({ noteId: this.id, title: this.title }));
  }

  close(): void {
    this.move(noteLifecycle, 'close');
  }

  stamp(): void {
    this.move(noteLifecycle, 'stamp');
  }
}
