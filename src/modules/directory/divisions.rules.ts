import type { DivisionLevel } from './identifiers.rules';

/** A day, a month or a year (2023-01-20, 2026-04, 2021): as precise as the source. */
export type PartialDay = string;

interface Dated {
  validFrom: PartialDay | null;
  /** The first day on which it no longer stands. */
  validTo: PartialDay | null;
}

/** One division as it stood from a day to a day; merged and renamed ones stay (directory/D2). */
export interface DivisionRow extends Dated {
  code: string;
  name: string;
  /** The parent by code. */
  parent: string | null;
  level: DivisionLevel;
  kind: string;
  succeededBy: string | null;
}

/** An administrative superior that is not the parent by code (directory/D1). */
export interface SuperiorRow extends Dated {
  code: string;
  superior: string;
  basis: string;
}

/** data/divisions.csv */
export function loadDivisionRows(text: string): DivisionRow[] {
  return rowsOf(text, 'code12,name,parent12,level,kind,validFrom,validTo,succeededBy').map(
    ([code, name, parent, level, kind, validFrom, validTo, succeededBy]) => ({
      code: code!,
      name: name!,
      parent: parent || null,
      level: Number(level) as DivisionLevel,
      kind: kind!,
      validFrom: validFrom || null,
      validTo: validTo || null,
      succeededBy: succeededBy || null,
    }),
  );
}

/** data/administrative-superiors.csv */
export function loadSuperiorRows(text: string): SuperiorRow[] {
  return rowsOf(text, 'code12,superior12,validFrom,validTo,basis').map(([code, superior, validFrom, validTo, basis]) => ({
    code: code!,
    superior: superior!,
    validFrom: validFrom || null,
    validTo: validTo || null,
    basis: basis!,
  }));
}

/** directory/D2: whether it stood on a day. An unknown beginning never rules a day out. */
export function isValidOn({ validFrom, validTo }: Dated, day: string): boolean {
  return (!validFrom || firstDayOf(validFrom) <= day) && (!validTo || day < firstDayOf(validTo));
}

/** A month or year counts from its first day. */
export const firstDayOf = (partial: PartialDay): string => partial + '0000-01-01'.slice(partial.length);

function rowsOf(text: string, header: string): string[][] {
  const [first, ...lines] = text.trim().split(/\r?\n/);
  if (first !== header) throw new Error(`expected the columns ${header}`);
  const width = header.split(',').length;
  return lines.map((line, index) => {
    const cells = line.split(',');
    if (cells.length !== width) throw new Error(`line ${index + 2}: ${width} cells expected`);
    return cells;
  });
}
