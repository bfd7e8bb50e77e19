import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open } from '../../../kernel/authz/permissions';
import { Clock } from '../../../kernel/clock/clock';
import { Door } from '../../../kernel/http/door';
import { refuse } from '../../../kernel/http/kernel.errors';
import { DirectoryFacade } from '../../directory/directory.facade';
import { DelegationRateQuery } from './delegation-rate.inputs';
import { DelegationRates } from './delegation-rate.store';
import { DelegationRateView } from './delegation-rate.views';

/** 新政发〔2022〕84号（六）: at least 95 %, in hundredths of a percent. */
const TARGET = 9_500;

/** directory/D4: how many of the items in the centre are decided at the window. */
@ApiTags('implementation')
@Controller('v1/delegation-rate')
export class DelegationRateController {
  constructor(
    private readonly clock: Clock,
    private readonly directory: DirectoryFacade,
    private readonly rates: DelegationRates,
  ) {}

  @Get()
  @Door({
    ...{ to: open, en: 'Read the delegation rate of a division', zh: '首席事务代表授权率', answers: DelegationRateView },
    more: 'Items in the centre are those with a guide in force at county level or above that is not on the negative list of the centre; delegated are those for which the organ lets its representative decide today.',
    at: { division: '654021000000' },
  })
  async readDelegationRate(@Query() { division }: DelegationRateQuery): Promise<DelegationRateView> {
    if (!(await this.directory.divisionPath(division))) throw refuse('not-found');
    const at = await this.clock.now();
    const { items, delegated } = await this.rates.rate(division, at, await this.directory.itemsToDecide(division, at));
    return {
      division,
      at,
      items,
      delegated,
      ...(items > 0 && { rate: Math.floor((delegated * 10_000) / items) }),
      target: TARGET,
    };
  }
}
