import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { acceptancePermissions } from '../acceptance.permissions';
import { ReservationsQuery, ReserveNumbersInput } from './reservation.inputs';
import { NumberReservationService } from './reservation.service';
import { NumberReservations } from './reservation.store';
import { ReservationPage, ReservationView } from './reservation.views';

const to = acceptancePermissions['number.reserve'];
const as = 'county-clerk';

@ApiTags('acceptance')
@Controller('v1/number-reservations')
export class NumberReservationController {
  constructor(
    private readonly desk: NumberReservationService,
    private readonly reservations: NumberReservations,
  ) {}

  @Post()
  @Door({
    ...{ to, as, en: 'Reserve case numbers in bulk', zh: '批量预留办件编号', answers: ReservationView, status: 201 },
    more: 'For halls without a line, and for systems that run cases themselves (A1). A number is taken by one case of this item at this organization, until expiresOn. 每个编号只能由本机构该事项的一个办件使用。',
    sends: { code: '1165402199X800225M4002014105001', count: 100 } satisfies ReserveNumbersInput,
  })
  reserveNumbers(@By() by: Actor, @Body() input: ReserveNumbersInput): Promise<ReservationView> {
    return this.desk.reserve(by, input);
  }

  @Get()
  @Door({ ...{ to, as, en: 'Reserved case numbers', zh: '已预留的办件编号', answers: ReservationPage }, more: 'Newest first.' })
  listNumberReservations(@By() by: Actor, @Query() query: ReservationsQuery): Promise<Page<ReservationView>> {
    return this.reservations.list(by, query);
  }
}
