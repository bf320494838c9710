import type { Tx } from './database.ts'

/** Each entry is applied once, in order; entries that have shipped are never edited. */
const versions: readonly string[] = [
  `
  create table inngest_engine.app (
    id text primary key, url text not null, functions_hash text not null, synced_at timestamptz not null
  );
  create table inngest_engine.function (
    id text primary key, app_id text not null, url text not null, config jsonb not null, removed_at timestamptz
  );
  create table inngest_engine.trigger (
    function_id text not null references inngest_engine.function on delete cascade,
    event text, cron text, expression text,
    check ((event is null) <> (cron is null))
  );
  create index trigger_event on inngest_engine.trigger (event);
  create table inngest_engine.event (
    id text primary key, name text not null, body jsonb not null, received_at timestamptz not null
  );
  create index event_received on inngest_engine.event (received_at);
  create table inngest_engine.run (
    id text primary key, function_id text not null,
    status text not null default 'queued' check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
    events jsonb not null, dedupe_key text not null, singleton_key text, holds jsonb not null default '[]',
    parent_run text, parent_step text,
    request_version integer not null default 2, is_parallel boolean not null default false,
    output jsonb, error jsonb,
    created_at timestamptz not null, started_at timestamptz, ended_at timestamptz,
    check ((ended_at is null) = (status in ('queued', 'running')))
  );
  create index run_dedupe on inngest_engine.run (function_id, dedupe_key, created_at);
  create index run_singleton on inngest_engine.run (singleton_key) where ended_at is null;
  create index run_ended on inngest_engine.run (ended_at) where ended_at is not null;
  create table inngest_engine.step (
    run_id text not null references inngest_engine.run on delete cascade, id text not null,
    op text not null, name text not null, is_race boolean not null default false,
    state jsonb, planned_at timestamptz not null, done_at timestamptz, done_order bigint,
    primary key (run_id, id)
  );
  create sequence inngest_engine.step_done_order;
  create table inngest_engine.wait (
    id bigint generated always as identity primary key,
    run_id text not null references inngest_engine.run on delete cascade,
    kind text not null check (kind in ('resume', 'cancel')), step_id text,
    event text not null, expression text, expires_at timestamptz
  );
  create index wait_event on inngest_engine.wait (event);
  create index wait_run on inngest_engine.wait (run_id);
  create table inngest_engine.job (
    id bigint generated always as identity primary key,
    task text not null, payload jsonb not null, key text unique, run_id text,
    due_at timestamptz not null, holds jsonb not null default '[]',
    lease_until timestamptz, fence integer not null default 0,
    tries integer not null default 0, abandoned integer not null default 0
  );
  create index job_due on inngest_engine.job (due_at, id);
  create index job_leased on inngest_engine.job (lease_until) where lease_until is not null;
  create index job_event on inngest_engine.job ((payload ->> 'id')) where task = 'event';
  create index job_run on inngest_engine.job (run_id) where run_id is not null;
  `,
  `
  create table inngest_engine.gate (
    id text primary key, events jsonb not null, opened_at timestamptz not null, ends_at timestamptz not null
  );
  create table inngest_engine.gate_event (
    function_id text not null, event_id text not null, at timestamptz not null, primary key (function_id, event_id)
  );
  create index gate_event_at on inngest_engine.gate_event (at);
  create table inngest_engine.pace (id text primary key, at timestamptz not null, used integer not null default 0);
  create index pace_at on inngest_engine.pace (at);
  alter table inngest_engine.run add column priority integer;
  alter table inngest_engine.job add column queue text, add column rank_at timestamptz,
    add constraint a_queue_has_ranks check ((queue is null) = (rank_at is null));
  create index job_rank on inngest_engine.job (queue, rank_at, id) where queue is not null;
  `,
  `
  create index job_limited on inngest_engine.job (due_at, id) where holds <> '[]';
  `,
]

/** Brings the executor's own schema up to date; safe to call from several processes at once. */
export async function prepareSchema(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('inngest_engine.schema', 0))`)
  await tx.query('create schema if not exists inngest_engine')
  await tx.query('create table if not exists inngest_engine.version (version integer not null)')
  const [found] = await tx.query<{ version: number }>('select version from inngest_engine.version')
  const from = found?.version ?? 0
  if (from > versions.length) {
    throw new Error(`The schema inngest_engine is at version ${from}; this executor knows ${versions.length}.`)
  }
  for (const statements of versions.slice(from)) await tx.query(statements)
  await tx.query('delete from inngest_engine.version')
  await tx.query('insert into inngest_engine.version values ($1)', [versions.length])
}
