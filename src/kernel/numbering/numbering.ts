import { Injectable } from '@nestjs/common';
import { Db } from '../persistence/db';

const TAKE = `
  insert into kernel.counter (key, value) values ($1, $2)
  on conflict (key) do update set value = kernel.counter.value + $2 returning value::int as value`;

/** Rising numbers per key, safe in a race. A number taken by an act that is rolled back is given again; reserved ones leave gaps. */
@Injectable()
export class Numbering {
  constructor(private readonly db: Db) {}

  /** The next number, or the last of `count` numbers reserved at once. */
  async take(key: string, count = 1): Promise<number> {
    return (await this.db.one<{ value: number }>(TAKE, [key, count]))!.value;
  }
}
