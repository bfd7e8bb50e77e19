import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { context } from '../../../kernel/http/context';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Db } from '../../../kernel/persistence/db';
import type { Case } from '../case/case.entity';
import { caseLifecycle } from '../case/case.lifecycle';
import { casePolicy } from '../case/case.policy';
import { Cases } from '../case/case.store';
import { DETAIL } from './case-json.rules';

/** One case as the reader may see it: the JSON that Postgres made, and what its acts and its form are made from. */
export type CaseRead = Pick<
  Case,
  | 'id'
  | 'version'
  | 'state'
  | 'granted'
  | 'organizationId'
  | 'areaPath'
  | 'applicantId'
  | 'enteredById'
  | 'helperId'
  | 'helperMayWithdraw'
  | 'elsewhere'
  | 'guideVersionId'
  | 'sealed'
> & { body: string };

export interface MaterialRead {
  id: string;
  code: string;
  kind: string;
  mediaType: string | null;
  size: number | null;
  sha256: string | null;
  licenceId: string | null;
  at: string;
  sealed: string;
}

/** The bytes lie in the store of files, or sealed beside the material, as small ones of before do. */
export interface MaterialFileRead extends MaterialRead {
  file: string | null;
  uploadId: string | null;
  key: string | null;
}

export interface DocumentRead {
  id: string;
  kind: string;
  number: string;
  issuedOn: string;
  digest: string;
  sealed: string;
  applicantShown: string;
}

export interface OpinionRead {
  id: string;
  step: string;
  conclusion: string;
  authorId: string;
  at: string;
  sealed: string;
}

const KEYS = `t.id, t.version, t.state, t.granted, t.organization_id as "organizationId", t.area_path as "areaPath", t.applicant_id as "applicantId",
  t.entered_by_id as "enteredById", t.elsewhere, t.helper_id as "helperId", t.helper_may_withdraw as "helperMayWithdraw", t.guide_version_id as "guideVersionId", t.sealed`;

/** Single cases for readers. A read by staff or a system and its line in the access log are one statement (P10). */
@Injectable()
export class CaseReadings {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
  ) {}

  async one(by: Actor, id: string): Promise<CaseRead> {
    const [found] = await this.read<CaseRead>(by, id, 'readCase', `select (${DETAIL})::text as body, ${KEYS} from seen t`);
    if (!found) throw refuseKernel('not-found');
    return found;
  }

  /** Who is asking may see it, and that is on record: for readings whose substance lies elsewhere. */
  async seen(by: Actor, id: string, operation: string): Promise<void> {
    const found = await this.read(by, id, operation, 'select t.id from seen t');
    if (!found.length) throw refuseKernel('not-found');
  }

  materials(by: Actor, id: string): Promise<MaterialRead[]> {
    return this.below(
      by,
      id,
      'listCaseMaterials',
      'material',
      `b.code, b.kind, b.media_type as "mediaType", b.size, b.sha256,
      b.licence_id as "licenceId", b.at, b.sealed`,
      'b.seq, b.id',
    );
  }

  documents(by: Actor, id: string): Promise<DocumentRead[]> {
    const columns = 'b.kind, b.number, b.issued_on as "issuedOn", b.digest, b.sealed, t.applicant_shown as "applicantShown"';
    return this.below(by, id, 'listCaseReceipts', 'document', columns, 'b.issued_at, b.id');
  }

  opinions(by: Actor, id: string): Promise<OpinionRead[]> {
    return this.below(
      by,
      id,
      'listCaseOpinions',
      'opinion',
      'b.step, b.conclusion, b.author_id as "authorId", b.at, b.sealed',
      'b.at, b.id',
    );
  }

  /** One material, and where the bytes of a file are. */
  async material(by: Actor, id: string, materialId: string, operation: string): Promise<MaterialFileRead> {
    const [found] = await this.read<MaterialFileRead>(
      by,
      id,
      operation,
      `select b.id, b.code, b.kind, b.media_type as "mediaType", b.size, b.sha256, b.licence_id as "licenceId", b.at, b.sealed, f.sealed as file,
        b.upload_id as "uploadId", u.key
      from seen t join acceptance.material b on b.case_id = t.id and b.id = $extra left join acceptance.material_file f on f.id = b.id
        left join acceptance.upload u on u.id = b.upload_id`,
      materialId,
    );
    if (!found) throw refuseKernel('not-found');
    return found;
  }

  private async below<R extends { id: string }>(
    by: Actor,
    id: string,
    operation: string,
    table: string,
    columns: string,
    order: string,
  ): Promise<R[]> {
    const sql = `select b.id, ${columns} from seen t left join acceptance.${table} b on b.case_id = t.id order by ${order}`;
    const rows = await this.read<R>(by, id, operation, sql);
    if (!rows.length) throw refuseKernel('not-found');
    // A case without such rows answers with one empty row.
    return rows.filter((row) => row.id !== null);
  }

  /** directory/D5: what came down to a township or village is read there. */
  private async read<R extends object>(by: Actor, id: string, operation: string, select: string, extra?: string): Promise<R[]> {
    const rows = await this.readAs<R>(by, id, operation, select, extra);
    if (rows.length || by.kind !== 'staff') return rows;
    const { acting } = await this.cases.received(by, id);
    return acting === by ? rows : this.readAs<R>(acting, id, operation, select, extra);
  }

  private readAs<R extends object>(by: Actor, id: string, operation: string, select: string, extra?: string): Promise<R[]> {
    const values: unknown[] = [id];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const seen = `with seen as (select * from acceptance."case" t where t.id = $1 and ${casePolicy.see.where(by, bind)})`;
    const log = logs(by) ? `, log as (${accessLine(by, operation, bind)})` : '';
    return this.db.query<R>(`${seen}${log} ${select.replace('$extra', () => bind(extra))}`, values);
  }
}

/** One's own reads and the platform's are not logged; staff and systems name a purpose or read nothing. */
const logs = (by: Actor): boolean => by.kind === 'staff' || by.kind === 'partner';

function accessLine(by: Actor, operation: string, bind: (value: unknown) => string): string {
  const { purpose, requestId } = context();
  if (!purpose) throw refuseKernel('purpose-missing');
  const unit = by.grants.find((grant) => grant.unit)?.unit ?? null;
  const reader = [by.kind, by.id, unit, purpose, operation, caseLifecycle.name].map((value) => `${bind(value)}::text`).join(', ');
  return `insert into kernel.access_log
    (subject_id, reader_kind, reader_id, reader_unit, purpose, operation, record_kind, record_id, request_id)
    select seen.applicant_id, ${reader}, seen.id, ${bind(requestId)}::text from seen`;
}
