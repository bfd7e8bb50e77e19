import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type ReservationState = 'reserved';

// A reservation ends by its day; nobody does anything to it.
export const reservationLifecycle = lifecycle<ReservationState, never>('acceptance.number-reservation', {});
