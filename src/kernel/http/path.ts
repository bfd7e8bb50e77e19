import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { requestOf } from '../authz/door.guard';
import { isUuid } from '../validation/text';
import { refuse } from './kernel.errors';

function part(name: string, accepts: (text: string) => boolean, schema: object): ParameterDecorator {
  const decorator = createParamDecorator(
    (_: unknown, host: ExecutionContext): string => {
      const text = (requestOf(host).params as Record<string, string>)[name] ?? '';
      if (!accepts(text)) throw refuse('not-found');
      return text;
    },
    [
      (target: object, key: string | symbol | undefined) =>
        ApiParam({ name, schema })(
          target,
          key!,
          Object.getOwnPropertyDescriptor(target, key!) as TypedPropertyDescriptor<unknown>,
        ),
    ],
  );
  return decorator();
}

/** A record's id in the path; a malformed one is a record that does not exist (404). */
export const PathId = (name = 'id'): ParameterDecorator => part(name, isUuid, { type: 'string', format: 'uuid', maxLength: 36 });

/** A code in the path; one that breaks the grammar does not exist (404). */
export const PathCode = (name: string, pattern: RegExp, maxLength: number): ParameterDecorator =>
  part(name, (text) => text.length <= maxLength && pattern.test(text), { type: 'string', pattern: pattern.source, maxLength });
