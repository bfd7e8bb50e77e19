// Clocks among many open limits: `npm run bench:clocks -- 1000000`. What a poll of the sweep costs the database, and how late limits
// are told when so many fall due each second, beside the bare SQL that writes the same rows.
import pg from 'pg';
import { benchPlatform, built } from './platform.mjs';

const open = Number(process.argv[2] ?? 1_000_000);
const seconds = Number(process.argv[3] ?? 20);
const perSecond = Number(process.argv[4] ?? 1_000);

const { Firing } = built('modules/time-limits/limit/firing.service');
const { MovedDays } = built('modules/time-limits/limit/moved-days.service');
const { Planning } = built('modules/time-limits/calendar/planning.service');
const { TimeLimitsFacade } = built('modules/time-limits/time-limits.facade');
const { DirectoryFacade } = built('modules/directory/directory.facade');

// Listeners are carried out by other processes; this one sweeps.
const bench = await benchPlatform({}, [], false);
const { owner } = bench;
await bench.get(DirectoryFacade).loadDivisions();
await bench.get(TimeLimitsFacade).loadCalendars();

const COLUMNS = `id, version, history_hash, state, subject_kind, subject_id, kind, area, days, unit, basis, extension_days, warns, pausable,
  started_at, started_on, due_on, due_at, provisional, missing, warn_on, warn_at, warn_days, rung, next_fire_at, edition`;
/** Limits without a warning that run out at an instant in Shanghai's midnight; `fires` is when the sweep finds them due. */
const limits = (count, days, fires) => `
  insert into time_limits."limit" (${COLUMNS})
  select gen_random_uuid(), 1, repeat('0', 64), 'running', 'bench.matter', gen_random_uuid(), 'bench.limit', '650102000000', 20, 'working-day',
    '《行政许可法》第四十二条', 0, false, true, started, (started at time zone 'Asia/Shanghai')::date, due, (due + 1)::timestamp at time zone 'Asia/Shanghai',
    false, '{}', null, null, null, 'green', ${fires}, e.edition
  from generate_series(1, ${count}) n, (select coalesce(max(edition), 0) as edition from time_limits.calendar_issue) e,
    lateral (select kernel.now() - make_interval(days => n % 20) as started) s,
    lateral (select (kernel.now() at time zone 'Asia/Shanghai')::date + ${days} as due) d`;

console.log(`${open} open limits are made`);
await owner.query(limits(open, '1 + n % 60', `(due + 1)::timestamp at time zone 'Asia/Shanghai'`));
await owner.query('vacuum analyze time_limits."limit"');
const size = (await owner.query(`select pg_size_pretty(pg_total_relation_size('time_limits."limit"')) as size`)).rows[0].size;
console.log(`on disk ${size}`);

const percentile = (values, of) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))];
const ms = (values) => `${percentile(values, 0.5).toFixed(2)} / ${percentile(values, 0.99).toFixed(2)}`;

// The poll as the sweep asks it, when nothing is due and when a batch of 500 is.
const POLL = `select id from time_limits."limit" t where t.next_fire_at <= kernel.now() order by t.next_fire_at limit 500 for update of t skip locked`;
async function polls() {
  const times = [];
  for (let n = 0; n < 200; n++) {
    await owner.query('begin');
    const { rows } = await owner.query(`explain (analyze, format json) ${POLL}`);
    await owner.query('rollback');
    times.push(rows[0]['QUERY PLAN'][0]['Execution Time']);
  }
  return times;
}
console.log(`poll, nothing due          ${ms(await polls())} ms of the database, p50 / p99`);

/** Due limits come in every second, due now; `sweep` tells them. Lateness is from due to the commit that tells it, as the rows say. */
async function run(name, sweep) {
  const began = Date.now();
  const instants = [];
  let done = false;
  const feeding = (async () => {
    for (let second = 0; second < seconds; second++) {
      await feeder.query(limits(perSecond, 1, `clock_timestamp() + make_interval(secs => n / ${perSecond}::float)`));
      const rest = began + (second + 1) * 1_000 - Date.now();
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    }
    done = true;
  })();
  const left = async () =>
    Number(
      (
        await watcher.query(
          `select count(*) from time_limits."limit" where next_fire_at <= clock_timestamp() + interval '2 seconds'`,
        )
      ).rows[0].count,
    );
  const cpu = process.cpuUsage();
  for (;;) {
    const at = Date.now();
    await sweep();
    instants.push(Date.now() - at);
    if (done && !(await left())) break;
    const rest = 1_000 - (Date.now() - at);
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }
  await feeding;
  const { user, system } = process.cpuUsage(cpu);
  const told = perSecond * seconds;
  const late = await watcher.query(`select extract(epoch from at - due)::float8 * 1000 as late from bench_told`);
  const times = late.rows.map((row) => row.late);
  console.log(
    `${name.padEnd(27)}${times.length} of ${told} told, late ${ms(times)} ms p50 / p99; a sweep ${ms(instants)} ms; ${((user + system) / 1000 / told).toFixed(3)} ms of our processor each`,
  );
  await owner.query('truncate bench_told');
  return times;
}

const [watcher, feeder] = [new pg.Client(bench.server.ownerUrl), new pg.Client(bench.server.ownerUrl)];
await Promise.all([watcher.connect(), feeder.connect()]);
// When each was told: written by the database itself as the row is, for both alike.
await owner.query(`
  create table bench_told (at timestamptz, due timestamptz);
  grant insert on bench_told to public;
  create function bench_note() returns trigger language plpgsql security definer as $$
  begin
    insert into public.bench_told values (clock_timestamp(), old.next_fire_at);
    return null;
  end $$;
  create trigger bench_note after update on time_limits."limit" for each row when (old.next_fire_at is distinct from new.next_fire_at)
    execute function bench_note();`);

/** The same rows with nothing between: claim, row, history line and fact in one statement. */
const bare = new pg.Client(bench.server.ownerUrl);
await bare.connect();
const BARE = `
  with due as (${POLL.replace('select id', 'select t.id, t.version, t.due_on')}),
  row as (update time_limits."limit" l set state = 'exceeded', rung = 'red', next_fire_at = null, version = l.version + 1, history_hash = repeat('1', 64)
    from due where l.id = due.id returning l.id, l.version, l.due_on),
  line as (insert into kernel.history (subject_kind, subject_id, seq, at, actor_kind, actor_id, act, from_state, to_state, note, row_digest, request_id, prev_hash, hash)
    select 'time-limits.limit', id, version, clock_timestamp(), 'platform', 'bench', 'exceed', 'running', 'exceeded', jsonb_build_object('dueOn', due_on),
      repeat('0', 64), 'bench', repeat('0', 64), repeat('1', 64) from row returning 1),
  fact as (insert into kernel.fact (id, name, payload, subject_kind, subject_id, seq, actor, trace_id, at)
    select gen_random_uuid(), 'time-limits.limit-exceeded', jsonb_build_object('limitId', id, 'dueOn', due_on), 'time-limits.limit', id, version,
      '{"kind":"platform","id":"bench"}', 'bench', clock_timestamp() from row returning id),
  pending as (insert into kernel.fact_pending (fact_id) select id from fact returning 1)
  select count(*)::int as told from row`;
const bareSweep = async () => {
  while ((await bare.query(BARE)).rows[0].told === 500);
};

const firing = bench.get(Firing);
const sweeps = { 'bare SQL': bareSweep, 'the sweep': () => firing.sweep() };
for (const [name, sweep] of Object.entries(sweeps)) await run(name, sweep);
console.log(`poll afterwards             ${ms(await polls())} ms of the database, p50 / p99`);

// What somebody waits for who is about to publish a day on which the place of all these limits is closed.
const plan = await bench
  .get(Planning)
  .plan('650102000000', new Date().getFullYear() + 1, { notice: '停办公告', days: [] })
  .then(async (empty) => {
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    return { ...empty, touch: { ...empty.touch, firstDay: day, lastDay: day } };
  });
const moved = bench.get(MovedDays);
const at = Date.now();
const touch = await moved.touch(plan.touch);
await moved.totals(touch, plan.calendars, {});
const totals = Date.now() - at;
await moved.page(touch, plan.calendars, '00000000-0000-0000-0000-000000000000', 100);
console.log(`preview of a closed day     totals ${totals} ms, a page of a hundred ${Date.now() - at - totals} ms`);

await Promise.all([watcher.end(), feeder.end()]);
await bare.end();
await bench.stop();
