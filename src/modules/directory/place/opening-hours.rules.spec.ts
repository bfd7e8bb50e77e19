import { areSound } from './opening-hours.rules';

const span = (opens: string, closes: string, ...weekdays: number[]) => ({ weekdays, opens, closes });

describe('opening hours of a service place', () => {
  it.each([
    ['a noon break', [span('10:00', '14:00', 1, 2, 3, 4, 5), span('15:30', '19:30', 1, 2, 3, 4, 5)]],
    ['spans that touch', [span('10:00', '14:00', 1), span('14:00', '18:00', 1)]],
    ['the whole day, every day', [span('00:00', '24:00', 1, 2, 3, 4, 5, 6, 7)]],
    ['the same span on other days', [span('10:00', '14:00', 1), span('10:00', '14:00', 2)]],
  ])('%s is sound', (_, hours) => expect(areSound(hours)).toBe(true));

  it.each([
    ['an end before the beginning', [span('14:00', '10:00', 1)]],
    ['an end at the beginning', [span('10:00', '10:00', 1)]],
    ['an overlap on one weekday', [span('10:00', '14:00', 1, 2), span('13:00', '18:00', 2, 3)]],
    ['one within the other', [span('12:00', '13:00', 1), span('10:00', '18:00', 1)]],
    ['a weekday named twice', [span('10:00', '14:00', 1, 1)]],
  ])('%s is not', (_, hours) => expect(areSound(hours)).toBe(false));
});
