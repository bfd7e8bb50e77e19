import { randomInt } from 'node:crypto';

// 办件类型: 1 即办件, 2 承诺件.
export const KIND = { 'on-the-spot': '1', promised: '2' } as const;

/** acceptance/A1: implementation code (31) + day (8) + kind (1) + serial of that code and day (8). */
export function caseNumber(code: string, day: string, handling: keyof typeof KIND, serial: number): string {
  return `${code}${day.replaceAll('-', '')}${KIND[handling]}${String(serial).padStart(8, '0')}`;
}

export const caseNumberKey = (code: string, day: string): string => `acceptance.case:${code}:${day}`;

export const CASE_NUMBER = /^[0-9A-Z]{31}\d{8}[129]\d{8}$/;

// Without characters that are mistaken for one another when read aloud or off paper.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const QUERY_CODE = /^[2-9A-HJKMNP-Z]{8}$/;

/** The query code for public progress; five wrong tries lock it, so eight letters do. */
export const newQueryCode = (): string => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
