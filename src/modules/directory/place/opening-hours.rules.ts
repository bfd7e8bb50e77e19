export interface OpeningHours {
  /** 1 Monday to 7 Sunday. */
  weekdays: number[];
  /** HH:MM; 24:00 ends a day. */
  opens: string;
  closes: string;
}

/** Whether every span ends after it begins and no two overlap on a weekday. */
export function areSound(hours: readonly OpeningHours[]): boolean {
  const spans = hours.flatMap(({ weekdays, opens, closes }) => weekdays.map((weekday) => ({ weekday, opens, closes })));
  return spans.every(
    (span, index) =>
      span.opens < span.closes &&
      spans
        .slice(index + 1)
        .every((other) => other.weekday !== span.weekday || other.opens >= span.closes || other.closes <= span.opens),
  );
}
