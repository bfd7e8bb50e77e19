/*
 * Cases as JSON made by Postgres, on alias `t`: the shapes of CaseLine, CaseView and CaseDetailView. Kept beside one another, so that
 * a field added to a view is added here.
 */
export const LINE = `jsonb_strip_nulls(jsonb_build_object('id', t.id, 'caseNumber', t.case_number, 'state', t.state, 'itemName', t.item_name,
  'organizationId', t.organization_id, 'applicant', t.applicant_shown, 'channel', t.channel, 'submittedAt', t.submitted_at, 'dueOn', t.due_on))`;

const VIEW = `jsonb_strip_nulls(jsonb_build_object('version', t.version, 'code', t.code, 'guideVersionId', t.guide_version_id,
  'handling', t.handling, 'deemed', t.deemed, 'acceptedAt', t.accepted_at, 'refusalKind', t.refusal_kind, 'decidedAt', t.decided_at,
  'granted', t.granted, 'licenceId', t.licence_id, 'completedAt', t.completed_at, 'assignedUntil', t.assigned_until, 'elsewhere', t.elsewhere))`;

const rows = (table: string, order: string, fields: string) => `(
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(${fields})) order by ${order}), '[]')
  from acceptance.${table} b where b.case_id = t.id)`;

const CHILDREN = `jsonb_build_object(
  'applicantId', t.applicant_id,
  'materials', ${rows('material', 'b.seq, b.id', `'id', b.id, 'code', b.code, 'kind', b.kind, 'at', b.at`)},
  'supplementRequests', ${rows(
    'supplement_request',
    'b.requested_at',
    `'id', b.id, 'materials', b.material_codes, 'fields', b.form_fields, 'orderId', b.order_id, 'requestedAt', b.requested_at, 'suppliedAt', b.supplied_at`,
  )},
  'specialProcedures', ${rows(
    'special_procedure',
    'b.begun_at, b.id',
    `'id', b.id, 'kind', b.kind, 'name', b.name, 'stopsClock', b.stops_clock, 'days', b.days, 'unit', b.unit, 'begunAt', b.begun_at, 'endedAt', b.ended_at`,
  )},
  'receipts', ${rows('document', 'b.issued_at, b.id', `'id', b.id, 'kind', b.kind, 'number', b.number, 'issuedOn', b.issued_on`)})`;

const HELP = `jsonb_strip_nulls(jsonb_build_object('help', case when t.helper_id is not null then
  jsonb_build_object('helperId', t.helper_id, 'organizationId', t.helper_organization_id, 'mayWithdraw', t.helper_may_withdraw) end))`;

export const DETAIL = `${LINE} || ${VIEW} || ${CHILDREN} || ${HELP}`;
