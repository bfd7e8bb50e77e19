import { Module } from '@nestjs/common';
import { NoteController } from './note.controller';
import { Line, Note } from './note.entity';
import { Notes } from './note.store';
import { ToyJobController, ToyJobs } from './toy.jobs';
import { ToyListener } from './toy.listener';

/** A small module that only the kernel's specs load. */
@Module({ controllers: [NoteController, ToyJobController], providers: [Notes, ToyJobs, ToyListener], exports: [Notes] })
export class ToyModule {
  static readonly entities = [Note, Line];
}
