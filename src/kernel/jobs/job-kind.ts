import type { Actor } from '../authz/actor';
import type { Permission } from '../authz/permissions';
import type { FieldError } from '../http/problem';

/** Why a row was refused: where, by which rule. */
export interface RowProblem extends FieldError {
  rule?: string;
}

/** A row as it was received: an object as JSON text, or why it cannot be read. */
export interface ReceivedRow {
  data?: string;
  problems?: RowProblem[];
}

export interface JobRow {
  number: number;
  value: Record<string, unknown>;
}

/** What became of a row. */
export interface RowResult {
  outcome: string;
  code?: string;
  problems?: RowProblem[];
}

/** A job as the one who does its rows sees it. */
export interface JobFacts<F = Record<string, unknown>> {
  id: string;
  facts: F;
}

/** One kind of long work; the module that owns it gives it to `Jobs` at boot. */
export interface JobKind {
  name: string;
  /** The fields of a row: columns of a CSV file. */
  row: new () => object;
  /** Who sees such jobs of others, within their area. */
  seenBy: Permission;
  /** Rows that are done in one transaction. */
  chunk: number;
  /** Does these rows in the running transaction, in their order; one result for each. */
  take(by: Actor, job: JobFacts, rows: JobRow[]): Promise<RowResult[]>;
}
