import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Permission } from '../authz/permissions';

/** One operation: who may knock, what it does in both languages, what it answers. */
export interface DoorSign {
  to: Permission;
  en: string;
  zh: string;
  /** More for the reader: units, order, source of a rule. */
  more?: string;
  answers?: new () => object;
  /** Answers that are no JSON: one of these media types. */
  gives?: readonly string[];
  status?: 200 | 201 | 202 | 204;
  /** A POST that only reads (a search, a resolution, a verification): it takes no Idempotency-Key and opens no transaction. */
  reads?: true;
  /**
   * A body of one of these media types that is read while it is being sent. No transaction is open meanwhile: the operation keeps the
   * Idempotency-Key itself.
   */
  takes?: readonly string[];
  /** Each record of that body carries its own key, and what became of it is kept with it: no Idempotency-Key. */
  keyed?: true;
  /** It reads a person's data: staff and systems say what for, in the Purpose header. */
  purpose?: true;
  /** An example that works as it stands on a freshly seeded demo region: the body (text, where it `takes` a stream), */
  sends?: object | string;
  /** path, query and header values by name, */
  at?: Record<string, string>;
  /** and the demo sign-in that sends it; nobody, unless told. */
  as?: string;
}

export const DOOR = 'tongban:door';
const signs = new Map<string, DoorSign>();
export const signOf = (operationId: string): DoorSign | undefined => signs.get(operationId);
export const allDoors = (): ReadonlyMap<string, DoorSign> => signs;

function described({ more, as }: DoorSign): { description?: string } {
  const description = [more, as && `Demo sign-in 演示账号: \`${as}\``].filter(Boolean).join('\n\n');
  return description ? { description } : {};
}

function answered({ answers, gives }: DoorSign): object {
  const text = { schema: { type: 'string', maxLength: 2 ** 30 } };
  return {
    ...(answers && { type: answers }),
    ...(gives && { content: Object.fromEntries(gives.map((media) => [media, text])) }),
  };
}

/** Every operation has one; the guard opens no door without it. The method's name is the operation id. */
export function Door(sign: DoorSign): MethodDecorator {
  return (target, key, descriptor) => {
    const operationId = String(key);
    if (signs.has(operationId)) throw new Error(`two operations are called ${operationId}`);
    signs.set(operationId, sign);
    const status = sign.status ?? 200;
    applyDecorators(
      SetMetadata(DOOR, sign),
      ApiOperation({ operationId, summary: `${sign.en} ${sign.zh}`, ...described(sign) }),
      HttpCode(status),
      ApiResponse({ status, description: sign.en, ...answered(sign) }),
    )(target, key, descriptor);
  };
}
