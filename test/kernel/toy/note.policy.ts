import { anyOf, own, policy, when, within, allOf } from '../../../src/kernel/authz/policy';
import { permissions } from '../../../src/kernel/authz/permissions';
import type { NoteAct } from './note.lifecycle';
import type { Note } from './note.entity';

export const notePermissions = permissions('kernel-test', {
  'note.write': { zh: '写', kinds: ['person'], roles: ['clerk', 'officer'] },
  'note.publish': { zh: '发布', roles: ['officer'] },
  'note.read': { zh: '读', roles: ['clerk', 'officer'] },
});

const readers = within<Note>(notePermissions['note.read'], { unit: 'unit', area: 'areaPath' });
const officers = within<Note>(notePermissions['note.publish'], { unit: 'unit', area: 'areaPath' });

export const notePolicy = policy<Note, NoteAct>({
  see: anyOf(own<Note>('holderId'), readers),
  may: {
    edit: anyOf(own<Note>('holderId'), officers),
    publish: officers,
    close: allOf(officers, when<Note>({ urgent: [false] })),
    stamp: officers,
  },
});
