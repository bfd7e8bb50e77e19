import type { ItemElements, Level, Material, StatutoryLimit } from '../../modules/catalog/catalog.facade';

/** A catalogue item as the tables write it; the type stands in the code. */
export type ItemRow = Omit<ItemElements, 'itemType' | 'fees' | 'exerciseLevels'> & {
  levels: Level[];
  fees?: ItemElements['fees'];
  /** Fields of the form that the lists of this item ask for. */
  form: FormFields;
};

export type FormFields = Record<string, { title: string; type?: 'string' | 'integer'; format?: 'date'; required?: false }>;

export const elementsOf = ({ levels, fees = { charged: false }, form: _, ...item }: ItemRow): ItemElements => ({
  ...{ ...item, itemType: item.basicCode.slice(2, 4), exerciseLevels: levels, fees },
});

/** A draft 2020-12 schema; texts are short, nothing else is taken. */
export function formOf(fields: FormFields): Record<string, unknown> {
  const properties = Object.entries(fields).map(([name, { title, type = 'string', format }]) => {
    const limits = type === 'integer' ? { minimum: 1, maximum: 1_000_000 } : { minLength: 1, maxLength: 200 };
    return [name, { title, type, ...(format ? { format } : limits) }];
  });
  const required = Object.keys(fields).filter((name) => fields[name]!.required !== false);
  return { type: 'object', properties: Object.fromEntries(properties) as object, required, additionalProperties: false };
}

export const workingDays = (days: number): StatutoryLimit => ({ days, unit: 'working-day' });
export const calendarDays = (days: number): StatutoryLimit => ({ days, unit: 'calendar-day' });

const paper = { medium: 'either', document: 'original', originals: 1, copies: 0 } as const;

/** A material that the applicant writes. */
export const own = (code: string, name: string, legalBasis: string, more: Partial<Material> = {}): Material => ({
  ...{ code, name, necessity: 'required', source: 'applicant', replaceableBy: {}, form: paper, legalBasis, ...more },
});

/** One that somebody else makes, such as a laboratory. */
export const thirdParty = (code: string, name: string, legalBasis: string, more: Partial<Material> = {}): Material =>
  own(code, name, legalBasis, { source: 'third-party', ...more });

/** One that a government organ has issued: replaced by its e-certificate, or the row says why not (implementation/I7). */
export const issued = (code: string, name: string, legalBasis: string, more: Partial<Material> = {}): Material =>
  own(code, name, legalBasis, { source: 'government', noCertificateReason: '该证照类型尚未接入本平台', ...more });
