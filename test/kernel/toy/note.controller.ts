import { Body, Controller, Delete, Get, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../src/kernel/authz/actor';
import { By } from '../../../src/kernel/authz/door.guard';
import { open } from '../../../src/kernel/authz/permissions';
import { Door } from '../../../src/kernel/http/door';
import { IfMatch, withEtag } from '../../../src/kernel/http/etag';
import type { Page } from '../../../src/kernel/http/page';
import { PathCode, PathId } from '../../../src/kernel/http/path';
import { Tx } from '../../../src/kernel/persistence/tx';
import { Note, type NoteFacts } from './note.entity';
import { EmptyInput, NoteChange, NoteInput, NoteQuery } from './note.inputs';
import { notePermissions } from './note.policy';
import { Notes } from './note.store';
import { NotePage, NoteView } from './note.views';

const NO_UNIT = '00000000-0000-7000-8000-000000000000';
const writers = notePermissions['note.write'];
const publishers = notePermissions['note.publish'];

@ApiTags('kernel-test')
@Controller('v1/notes')
export class NoteController {
  constructor(
    private readonly tx: Tx,
    private readonly notes: Notes,
  ) {}

  @Post()
  @Door({ to: writers, en: 'Write a note', zh: '写', answers: NoteView, status: 201 })
  writeNote(@By() by: Actor, @Body() input: NoteInput, @Res({ passthrough: true }) reply: FastifyReply): Promise<NoteView> {
    return this.tx.run(async () => {
      const { code, areaPath = [], title, unit = NO_UNIT, urgent = false, amountFen = 0, day, body, parentId } = input;
      const facts = { title, unit, urgent, amountFen, day, body, parentId };
      const note = Note.write(code, by.id, areaPath, facts, this.tx.now);
      await this.notes.save(by, note);
      void reply.header('location', `/v1/notes/${note.id}`);
      return this.view(by, note);
    });
  }

  @Get()
  @Door({ to: open, en: 'List notes', zh: '列表', answers: NotePage })
  async listNotes(@By() by: Actor, @Query() query: NoteQuery): Promise<Page<NoteView>> {
    const { items, nextCursor } = await this.notes.list(by, query);
    return { items: items.map((note) => this.view(by, note)), nextCursor };
  }

  @Post('search')
  @Door({ to: open, en: 'Search notes', zh: '查询', answers: NotePage, reads: true })
  searchNotes(@Body() _: NoteChange): Page<NoteView> {
    return { items: [], nextCursor: null };
  }

  @Get('by-code/:code')
  @Door({ to: open, en: 'Find a note', zh: '按编码', answers: NoteView })
  findNote(@PathCode('code', /^[A-Z]+$/, 20) code: string): NoteView {
    return { id: code } as NoteView;
  }

  @Get(':id')
  @Door({ to: open, en: 'Read a note', zh: '读', answers: NoteView })
  async readNote(@By() by: Actor, @PathId() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<NoteView> {
    return withEtag(reply, this.view(by, await this.notes.see(by, id)));
  }

  @Put(':id')
  @Door({ to: writers, en: 'Edit a note', zh: '修改', answers: NoteView })
  editNote(@By() by: Actor, @PathId() id: string, @IfMatch() version: number, @Body() input: NoteInput): Promise<NoteView> {
    return this.edit(by, id, version, { title: input.title }, input.lines);
  }

  @Patch(':id')
  @Door({ to: writers, en: 'Change a note', zh: '部分修改', answers: NoteView })
  changeNote(@By() by: Actor, @PathId() id: string, @IfMatch() version: number, @Body() input: NoteChange): Promise<NoteView> {
    const { lines, ...facts } = input;
    return this.edit(by, id, version, facts, lines);
  }

  @Post(':id/publication')
  @Door({ to: publishers, en: 'Publish a note', zh: '发布', answers: NoteView })
  publishNote(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() _: EmptyInput,
  ): Promise<NoteView> {
    return this.act(by, 'publish', id, version);
  }

  @Post(':id/closure')
  @Door({ to: publishers, en: 'Close a note', zh: '关闭', answers: NoteView })
  closeNote(@By() by: Actor, @PathId() id: string, @Body() _: EmptyInput): Promise<NoteView> {
    return this.act(by, 'close', id);
  }

  /** What a defect looks like: the specs see that nothing of it leaks. */
  @Delete(':id')
  @Door({ to: open, en: 'Break', zh: '出错', status: 204 })
  breakNote(@PathId() id: string): void {
    throw new Error(`secret detail of ${id}`);
  }

  private edit(by: Actor, id: string, version: number, facts: Partial<NoteFacts>, lines: { text: string }[] = []) {
    return this.tx.run(async () => {
      const note = await this.notes.lookupFor(by, 'edit', id, version);
      note.edit(
        facts,
        lines.map(({ text }) => text),
      );
      await this.notes.save(by, note);
      return this.view(by, note);
    });
  }

  private act(by: Actor, act: 'publish' | 'close', id: string, version?: number): Promise<NoteView> {
    return this.tx.run(async () => {
      const note = await this.notes.lookupFor(by, act, id, version);
      note[act]();
      await this.notes.save(by, note);
      return this.view(by, note);
    });
  }

  private view(by: Actor, note: Note): NoteView {
    return NoteView.of(note, this.notes.actsFor(by, note));
  }
}
