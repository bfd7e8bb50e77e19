/** Digits and year as in real ones: 20230000403. */
export const serialOf = (year: string, count: number): string => year + String(count).padStart(7, '0');

/** 证照编号: six digits of the issuer's division and the serial; unique within the type. */
export const licenceNumber = (divisionCode: string, serial: string): string => `${divisionCode.slice(0, 6)}-${serial}`;
