import { fill } from './problem';
import { toRefusal } from './problem.filter';

const failure = (code: string, message = 'secret detail') => Object.assign(new Error(message), { code });

it.each([
  ['23505', 'kernel.already-exists', 409],
  ['23P01', 'kernel.already-exists', 409],
  ['23503', 'kernel.refers-to-nothing', 422],
  ['55P03', 'kernel.busy', 409],
  ['40P01', 'kernel.busy', 409],
  ['40001', 'kernel.busy', 409],
  ['57P01', 'kernel.unavailable', 503],
  ['57014', 'kernel.unavailable', 503],
  ['53300', 'kernel.unavailable', 503],
  ['08006', 'kernel.unavailable', 503],
  ['25006', 'kernel.unavailable', 503],
  ['ECONNREFUSED', 'kernel.unavailable', 503],
  ['ENOTFOUND', 'kernel.unavailable', 503],
  ['22P02', 'kernel.internal', 500],
  ['42P01', 'kernel.internal', 500],
])('what PostgreSQL or the network calls %s is %s to the caller', (code, told, status) => {
  const { type, facts } = toRefusal(failure(code));
  expect(type).toMatchObject({ code: told, status });
  expect(JSON.stringify(facts)).not.toContain('secret');
});

it.each(['Query read timeout', 'timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])(
  '%s is an outage',
  (message) => {
    expect(toRefusal(new Error(message)).type.status).toBe(503);
  },
);

it.each([undefined, null, 'text', 7, {}])('whatever else is thrown (%j) is a defect of ours', (thrown) => {
  expect(toRefusal(thrown).type.code).toBe('kernel.internal');
});

it('a text keeps the places it has no value for', () => expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}'));
