import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/*
 * Columns as records use them. Instants and days are text in ISO form: a JavaScript Date would lose microseconds
 * and invent time zones. Property names are camelCase, column names the same in snake_case.
 */
type Options = Pick<ColumnOptions, 'nullable'>;

export const Id = () => PrimaryColumn('uuid');
export const Ref = (options: Options = {}) => Column('uuid', options);
export const Words = (options: Options = {}) => Column('text', options);
export const Whole = (options: Options = {}) => Column('integer', options);
export const YesNo = (options: Options = {}) => Column('boolean', options);
export const Day = (options: Options = {}) => Column('date', options);
export const Instant = (options: Options = {}) => Column({ type: 'timestamptz', precision: 3, ...options });
export const Json = (options: Options = {}) => Column('jsonb', options);
export const WordList = () => Column({ type: 'text', array: true });
