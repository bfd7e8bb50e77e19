import type { FastifyReply } from 'fastify';
import type { Job } from './job.store';
import { JobView } from './job.views';

/** 202 with where to look; a job that this key has begun before says so. */
export function accepted(reply: FastifyReply, { job, replayed }: { job: Job; replayed: boolean }): JobView {
  void reply.header('location', `/v1/jobs/${job.id}`);
  if (replayed) void reply.header('idempotent-replayed', 'true');
  return JobView.of(job);
}
