// Compares what the clients were told with what the database holds. Every query answers what ought not to be.
import pg from 'pg';
import { fromDist } from './ground.mjs';

const NEVER = {
  'a fact that one of its listeners has not heard': `
    select f.name || ' ' || f.id || ' -> ' || heard.listener || ' ' || coalesce(d.state || ' ' || coalesce(d.error, ''), 'never delivered') as what
    from kernel.fact f join unnest($1::text[], $2::text[]) as heard (fact, listener) on heard.fact = f.name
      left join kernel.delivery d on d.fact_id = f.id and d.listener = heard.listener where d.state is distinct from 'done'`,
  'a delivery of no listener, or of no fact that it hears': `
    select d.listener || ' ' || d.fact_id as what from kernel.delivery d left join kernel.fact f on f.id = d.fact_id
      left join unnest($1::text[], $2::text[]) as heard (fact, listener) on heard.fact = f.name and heard.listener = d.listener
    where heard.listener is null`,
  'a fact without its one message': `
    select f.name || ' ' || f.id || ': ' || count(m.id) as what
    from kernel.fact f join unnest($1::text[], $2::text[]) as heard (fact, listener) on heard.fact = f.name
        and heard.listener like 'acceptance.tell-%'
      left join notifications.message m on m.key = f.name || '/' || f.id
    group by f.name, f.id having count(m.id) <> 1`,
  'a case that is over without its one invitation to rate': `
    select f.subject_id || ': ' || count(i.id) as what from kernel.fact f left join ratings.invitation i on i.case_id = f.subject_id
    where f.name = 'acceptance.case-completed' group by f.subject_id having count(i.id) <> 1`,
  'a granted case without its one licence': `
    select c.id || ': ' || count(l.id) as what from acceptance."case" c left join licences.licence l on l.id = c.licence_id and l.basis_id = c.id::text
    where c.granted group by c.id having count(l.id) <> 1`,
  'a licence of no granted case': `
    select l.id::text as what from licences.licence l left join acceptance."case" c on c.licence_id = l.id and c.granted where c.id is null`,
  'a rung that has not one history line and one fact': `
    select l.id || ' ' || l.rung || ' ' || act || ': ' || lines || ' lines, ' || facts || ' facts' as what
    from time_limits."limit" l cross join (values ('warn', 'time-limits.limit-warned'), ('exceed', 'time-limits.limit-exceeded')) as rungs (act, fact)
      cross join lateral (select count(*) as lines from kernel.history h
        where h.subject_kind = 'time-limits.limit' and h.subject_id = l.id and h.act = rungs.act) h
      cross join lateral (select count(*) as facts from kernel.fact f where f.subject_id = l.id and f.name = rungs.fact) f
    where lines <> facts or lines <> case when l.rung = 'red' and act = 'exceed' or l.rung <> 'green' and act = 'warn' and l.warns then 1 else 0 end`,
  'a rung that is due and was not told': `
    select id::text as what from time_limits."limit" where state = 'running' and next_fire_at <= kernel.now()`,
  'a rung of a case without its one card': `
    select f.name || ' ' || f.id || ': ' || count(c.id) as what from kernel.fact f
      left join supervision.card c on c.hit = (f.payload ->> 'limitId')::uuid and c.colour = case f.name when 'time-limits.limit-warned' then 'yellow' else 'red' end
    where f.name in ('time-limits.limit-warned', 'time-limits.limit-exceeded') and f.payload ->> 'subjectKind' = 'acceptance.case'
    group by f.name, f.id having count(c.id) <> 1`,
  'a licensing case that nobody answered in time and that is not deemed accepted': `
    select c.id || ' ' || c.state as what from kernel.fact f join acceptance."case" c on c.id = (f.payload ->> 'subjectId')::uuid
    where f.name = 'time-limits.limit-exceeded' and f.payload ->> 'kind' = 'acceptance.intake' and c.state = 'submitted'`,
  'a case number given twice': `select case_number as what from acceptance."case" where case_number is not null group by 1 having count(*) > 1`,
};

const CASES = `
  select c.id, c.case_number as "caseNumber", c.state, c.deemed, c.granted, c.licence_id as "licenceId", c.version, (
    select jsonb_object_agg(act, n) from (
      select act, count(*) as n from kernel.history where subject_kind = 'acceptance.case' and subject_id = c.id and actor_kind <> 'platform' group by act) acts
  ) as acts
  from acceptance."case" c`;
const HISTORY = `
  select subject_kind as "subjectKind", subject_id as "subjectId", seq, at, actor_kind as "actorKind", actor_id as "actorId", act,
    from_state as "fromState", to_state as "toState", note, row_digest as "rowDigest", request_id as "requestId", prev_hash as "prevHash", hash
  from kernel.history order by subject_kind, subject_id, seq`;
const CHAINED = `
  select table_schema as schema, table_name as name from information_schema.columns where column_name = 'history_hash'`;

const figures = {
  facts: 'select count(*) from kernel.fact',
  deliveries: 'select count(*) from kernel.delivery',
  'deliveries that took more than one attempt': 'select count(*) from kernel.delivery where attempts > 1',
  'history lines': 'select count(*) from kernel.history',
  'rungs told': `select count(*) from kernel.fact where name in ('time-limits.limit-warned', 'time-limits.limit-exceeded')`,
  messages: 'select count(*) from notifications.message',
  licences: 'select count(*) from licences.licence',
};

/** @returns {Promise<{ findings: string[], figures: Record<string, number> }>} */
export async function judge(ledger, { ownerUrl, listeners }) {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c TimeZone=UTC', types: reading });
  await client.connect();
  const rows = async (sql, values = []) => (await client.query(sql, values)).rows;
  const findings = [];
  const heard = [listeners.map(({ fact }) => fact), listeners.map(({ name }) => name)];
  for (const [name, sql] of Object.entries(NEVER)) {
    const found = await rows(sql, sql.includes('$1') ? heard : []);
    findings.push(...found.map(({ what }) => `${name}: ${what}`));
  }
  compare(ledger, await rows(CASES), findings);
  await checkChains(rows, findings);
  const counted = {};
  for (const [name, sql] of Object.entries(figures)) counted[name] = Number((await rows(sql))[0].count);
  await client.end();
  return { findings, figures: counted };
}

/** Only the clients made cases, and each sent every act until it was answered: ledger and database are equal, not merely alike. */
function compare(ledger, held, findings) {
  const byId = new Map(held.map((kase) => [kase.id, kase]));
  if (held.length !== ledger.cases.length)
    findings.push(`${ledger.cases.length} submissions were acknowledged, ${held.length} cases exist`);
  for (const told of ledger.cases) {
    const kase = byId.get(told.id);
    if (!kase) {
      findings.push(`case ${told.id} was acknowledged and is not there`);
      continue;
    }
    const state = told.state === 'submitted' && kase.deemed ? 'accepted' : told.state;
    const [expected, found] = [
      {
        caseNumber: told.caseNumber,
        state,
        granted: told.granted ?? null,
        licenceId: told.licenceId ?? null,
        acts: sorted(told.acts),
      },
      {
        caseNumber: kase.caseNumber,
        state: kase.state,
        granted: kase.granted,
        licenceId: kase.licenceId,
        acts: sorted(kase.acts),
      },
    ].map((one) => JSON.stringify(one));
    if (expected !== found) findings.push(`case ${told.id}: the clients know ${expected}, the database ${found}`);
  }
  for (const { id, name, from, status, code, state } of ledger.refused) {
    // The law was faster: nobody answered in time, and the case counts as accepted.
    if (from === 'submitted' && byId.get(id)?.deemed) continue;
    findings.push(`${name} of case ${id}, then ${from}, was refused: ${status} ${code} ${state ?? ''}`);
  }
}

const sorted = (acts) => Object.fromEntries(Object.entries(acts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Every chain of history holds, and every record stands at the end of its own, as it was written then. */
async function checkChains(rows, findings) {
  const { digest, firstBrokenLine } = fromDist('kernel/history/history');
  const chains = new Map();
  for (const line of await rows(HISTORY)) chains.set(line.subjectId, [...(chains.get(line.subjectId) ?? []), line]);
  for (const [id, lines] of chains) {
    const broken = firstBrokenLine(lines);
    if (broken !== null) findings.push(`the history of ${lines[0].subjectKind} ${id} is broken at line ${broken}`);
  }
  for (const { schema, name } of await rows(CHAINED)) {
    for (const { row } of await rows(`select to_jsonb(t) as row from "${schema}"."${name}" t`)) {
      const lines = chains.get(row.id) ?? [];
      const { seq, hash, rowDigest } = lines.at(-1) ?? {};
      if (seq !== row.version || hash !== row.history_hash || digest({ ...row, history_hash: null }) !== rowDigest)
        findings.push(`${schema}.${name} ${row.id} is not what the end of its history says`);
    }
  }
}

// Instants as the platform reads them, so that digests agree.
const TIMESTAMPTZ = 1184;
const reading = {
  getTypeParser: (oid, format) =>
    oid === TIMESTAMPTZ ? (text) => `${text.replace(' ', 'T')}:00` : pg.types.getTypeParser(oid, format),
};
