/** Told while they are made. */
export const says = 'records to try the acts on';
