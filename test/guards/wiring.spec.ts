import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Actor } from '../../src/kernel/authz/actor';
import { allPermissions, open, signedIn } from '../../src/kernel/authz/permissions';
import { allFacts } from '../../src/kernel/events/fact';
import { Listeners } from '../../src/kernel/events/listeners';
import { allDoors } from '../../src/kernel/http/door';
import { allProblems } from '../../src/kernel/http/problem';
import { allLifecycles } from '../../src/kernel/lifecycle/lifecycle';
import { Store } from '../../src/kernel/persistence/store';
import { uuidv7 } from '../../src/kernel/persistence/uuid';
import type { Aggregate } from '../../src/kernel/persistence/aggregate';
import { World } from '../kit/world';

let w: World;
let stores: Store<Aggregate, string>[];
let controllers: { name: string; prototype: object }[];
beforeAll(async () => {
  w = await World.open();
  const discovery = w.get(DiscoveryService);
  stores = discovery
    .getProviders()
    .map(({ instance }) => instance as unknown)
    .filter((instance) => instance instanceof Store) as never;
  controllers = discovery.getControllers().map(({ name, instance }) => ({
    name: String(name),
    prototype: Object.getPrototypeOf(instance) as object,
  }));
});
afterAll(() => w.close());

const root = join(__dirname, '../../src');
const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(spec|spec-kit)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const han = /\p{Script=Han}/u;

describe('facts', () => {
  test('every fact that is listened to is declared, and every listener is called after its module', () => {
    const told = allFacts();
    for (const { fact, name } of w.get(Listeners).all) {
      expect(told).toContain(fact);
      expect(name).toMatch(/^[a-z-]+\.[a-z-]+$/);
    }
  });

  test('every fact is called after the module that declares it', () => {
    const wrong = source.flatMap(({ file, text }) =>
      [...text.matchAll(/^export const \w+ = fact<[^(]*>\(\s*'([^']+)'/gm)]
        .map(([, name]) => name!)
        .filter((name) => {
          const [module, noun, ...rest] = name.split('.');
          const home = file.startsWith('kernel/') ? 'kernel' : /^modules\/([\w-]+)\//.exec(file)?.[1];
          return module !== home || !kebab.test(noun ?? '') || rest.length > 0;
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('every fact that is declared is told somewhere', () => {
    const silent = source
      .filter(({ file }) => file.endsWith('.events.ts'))
      .flatMap(({ text }) => [...text.matchAll(/export const (\w+) = fact</g)].map(([, name]) => name!))
      .filter((name) => !source.some(({ file, text }) => !file.endsWith('.events.ts') && new RegExp(`\\b${name}\\(`).test(text)));
    expect(silent).toEqual([]);
  });
});

describe('permissions', () => {
  test('each has a name in Chinese, and somebody who holds it', () => {
    const wrong = allPermissions().filter(({ zh, kinds, roles }) => !han.test(zh) || kinds.length + roles.length === 0);
    expect(wrong).toEqual([]);
  });

  test('each is used: by a door or by a policy', () => {
    const atDoors = new Set([...allDoors().values()].map(({ to }) => to.name));
    const unused = allPermissions().filter(({ name }) => {
      const key = name.slice(name.indexOf('.') + 1);
      const mentioned = source.some(
        ({ file, text }) => !file.endsWith('.permissions.ts') && (text.includes(`['${key}']`) || text.includes(`.${key}`)),
      );
      return !atDoors.has(name) && !mentioned;
    });
    expect(unused.map(({ name }) => name)).toEqual([]);
  });
});

describe('doors', () => {
  test('every route has one; its method is called like its operation', () => {
    const known = allDoors();
    const scanner = w.get(MetadataScanner);
    const bare = controllers.flatMap(({ name, prototype }) =>
      scanner
        .getAllMethodNames(prototype)
        .filter((method) => {
          const handler = (prototype as Record<string, object>)[method]!;
          return Reflect.hasMetadata(METHOD_METADATA, handler) && !known.has(method);
        })
        .map((method) => `${name}.${method}`),
    );
    expect(bare).toEqual([]);
  });

  test('addresses are plural nouns in kebab-case under /v1; parameters are camelCase', () => {
    const scanner = w.get(MetadataScanner);
    const wrong = controllers.flatMap(({ prototype }) => {
      const base = Reflect.getMetadata(PATH_METADATA, prototype.constructor) as string | string[];
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = (prototype as Record<string, object>)[method]!;
        const below = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
        if (below === undefined) return [];
        return [base]
          .flat()
          .flatMap((left) => [below].flat().map((right) => `${left}/${right}`.replace(/\/+/g, '/').replace(/\/$/, '')));
      });
    });
    const sound = /^(v1|health|ops|\.well-known)(\/([a-z0-9]+(-[a-z0-9]+)*|:[a-z][A-Za-z0-9]*))*$/;
    expect(wrong.filter((address) => !sound.test(address.replace(/^\//, '')))).toEqual([]);
  });

  test('no parameter is read past the validation: every query and body has an input class', () => {
    const scanner = w.get(MetadataScanner);
    const raw = controllers.flatMap(({ name, prototype }) =>
      scanner.getAllMethodNames(prototype).flatMap((method) => {
        const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, method) ?? {}) as Record<
          string,
          { index: number; data?: unknown }
        >;
        const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
        return Object.entries(args)
          .filter(([key, { index, data }]) => {
            const kind = Number(key.split(':')[0]) as RouteParamtypes;
            if (kind === RouteParamtypes.PARAM) return true;
            // Compared with an ETag of ours, character by character.
            if (kind === RouteParamtypes.HEADERS) return data !== 'if-none-match';
            const read = kind === RouteParamtypes.QUERY || kind === RouteParamtypes.BODY;
            return read && (data !== undefined || [Object, String, Array, undefined].includes(types[index] as never));
          })
          .map(([key]) => `${name}.${method} ${RouteParamtypes[Number(key.split(':')[0])]}`);
      }),
    );
    expect(raw).toEqual([]);
  });

  test('nothing is PATCHed into another state', () => {
    const scanner = w.get(MetadataScanner);
    const patches = controllers.flatMap(({ prototype }) =>
      scanner
        .getAllMethodNames(prototype)
        .filter(
          (method) =>
            Reflect.getMetadata(METHOD_METADATA, (prototype as Record<string, object>)[method]!) === RequestMethod.PATCH,
        ),
    );
    expect(patches.filter((method) => /state|status/i.test(method))).toEqual([]);
  });
});

describe('problems', () => {
  test('each has texts in both languages with the same places, a code in kebab-case and a status of the contract', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+?)(?:Zh)?\}/g)].map(([, name]) => name).sort();
    const wrong = allProblems().filter(({ code, status, en, zh }) => {
      const [module, name, ...rest] = code.split('.');
      const named = kebab.test(module!) && kebab.test(name ?? '') && rest.length === 0;
      const known = [400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 428, 429, 500, 503].includes(status);
      return (
        !named || !known || !han.test(zh) || han.test(en) || !en || JSON.stringify(places(en)) !== JSON.stringify(places(zh))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('each is thrown somewhere', () => {
    const silent = allProblems().filter(({ code }) => {
      const [module, name] = code.split('.');
      const home = module === 'kernel' ? '' : `modules/${module}/`;
      return !source.some(
        ({ file, text }) => file.startsWith(home) && !file.endsWith(`${module}.errors.ts`) && text.includes(`'${name}'`),
      );
    });
    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  test('one that names a rule of law names the module it belongs to', () => {
    const wrong = allProblems().filter(({ rule }) => rule !== undefined && !/^[a-z-]+\/[A-Z]\d+$/.test(rule));
    expect(wrong).toEqual([]);
  });
});

describe('lifecycles', () => {
  test('each has a store, and its store a policy with a rule for every act and for seeing', () => {
    const kept = new Map(stores.map((store) => [store.kind, store]));
    for (const { name, steps } of allLifecycles()) {
      expect([name, kept.has(name)]).toEqual([name, true]);
      const { see, may } = kept.get(name)!.of.policy;
      expect(Object.keys(may).sort()).toEqual(Object.keys(steps).sort());
      for (const rule of [see, ...Object.values(may)]) {
        expect(typeof rule.test).toBe('function');
        expect(rule.where({ kind: 'nobody', id: 'nobody', parties: [], grants: [] }, () => '$1').trim()).not.toBe('');
      }
    }
  });

  test('what a policy says as SQL agrees with the types of its columns, whoever asks', async () => {
    const [id, other] = [uuidv7(), uuidv7()];
    const roles = [...new Set(allPermissions().flatMap((permission) => permission.roles))];
    const held = (grant: object) => roles.map((role) => ({ role, ...grant }));
    const places = [{ unit: id }, { unit: 'no-uuid' }, { area: '650000000000' }, { area: "'" }];
    const asking: Actor[] = [
      { kind: 'nobody', id: 'nobody', parties: [], grants: [] },
      { kind: 'person', id, parties: [id, other, 'no-uuid'], grants: [] },
      { kind: 'staff', id, parties: [], grants: [...held({ unit: other }), ...places.flatMap(held)] },
      ...places.map((place): Actor => ({ kind: 'staff', id, parties: ['no-uuid'], grants: held(place) })),
    ];
    for (const store of stores) {
      const { schema, tableName } = w.get(DataSource).getMetadata(store.of.entity as new () => object);
      for (const rule of [store.of.policy.see, ...Object.values(store.of.policy.may)])
        for (const by of asking) {
          const values: unknown[] = [];
          const where = rule.where(by, (value) => `$${values.push(value)}`);
          await w.rows(`select 1 from "${schema}"."${tableName}" t where ${where} limit 1`, values);
        }
    }
  });

  test('every act is named in Chinese, every state that is left can be reached, no act leads nowhere', () => {
    for (const { name, steps } of allLifecycles()) {
      const all = Object.values(steps);
      for (const { from, to, zh } of all) {
        expect([name, han.test(zh), from.length > 0]).toEqual([name, true, true]);
        if (to !== 'unchanged') expect(to).toMatch(kebab);
      }
      const reached = new Set(all.map(({ to }) => to));
      // The states nobody reaches by an act are those a record begins in.
      const beginnings = [...new Set(all.flatMap(({ from }) => from))].filter((state) => !reached.has(state));
      expect([name, beginnings.length <= 2]).toEqual([name, true]);
    }
  });
});

test('open and signed-in are not declared by modules', () => {
  expect(allPermissions()).not.toEqual(expect.arrayContaining([open, signedIn]));
});
