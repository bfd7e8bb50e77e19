import { v7 } from 'uuid';

/** Keys are made here, not in the database: an act knows its id before it is written. */
export const uuidv7 = (): string => v7();
