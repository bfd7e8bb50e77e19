import { fact } from '../../../src/kernel/events/fact';

export const NotePublished = fact<{ noteId: string; title: string }>('kernel-test.note-published');
