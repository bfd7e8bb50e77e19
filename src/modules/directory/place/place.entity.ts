import { Entity } from 'typeorm';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Ref, WordList, Words } from '../../../kernel/persistence/columns';
import { PlaceClosed, PlaceRegistered, WindowClosed, WindowOpened } from '../directory.events';
import { refuse } from '../directory.errors';
import type { DivisionLevel } from '../identifiers.rules';
import { areSound, type OpeningHours } from './opening-hours.rules';
import { placeLifecycle, type PlaceState } from './place.lifecycle';
import { fitsLevel, needsResponsibleOrgan, PLACE_KINDS_ZH, type PlaceKind } from './place-kind.rules';
import { ServiceWindow, type WindowFacts } from './service-window.entity';

export interface PlaceFacts {
  name: string;
  hostId: string;
  responsibleId?: string;
  address: string;
  phone?: string;
  hours: OpeningHours[];
  hall?: Partial<Hall>;
}

/** directory/D6: what a hall outside the centre stands on (新政发〔2022〕84号（六）). */
export interface Hall {
  decisionNumber: string;
  competentDepartmentId: string;
  administrationId: string;
  centreWindowId: string;
}
const PARTICULARS = ['decisionNumber', 'competentDepartmentId', 'administrationId', 'centreWindowId'] as const;
const NO_HALL = { decisionNumber: null, competentDepartmentId: null, administrationId: null, centreWindowId: null };

export interface Site {
  kind: PlaceKind;
  divisionCode: string;
  level: DivisionLevel;
  areaPath: string[];
}

/** A place where people are served (政务服务场所). */
@Entity({ schema: 'directory', name: 'service_place' })
export class ServicePlace extends Aggregate<PlaceState> {
  @Words() readonly kind: PlaceKind;
  @Words() readonly divisionCode: string;
  @WordList() readonly areaPath: string[];
  @Words() name: string;
  /** Who runs it, or where a point outside the government's own halls stands. */
  @Ref() hostId: string;
  /** 责任单位 */
  @Ref({ nullable: true }) responsibleId: string | null;
  @Words() address: string;
  @Words({ nullable: true }) phone: string | null;
  @Json() hours: OpeningHours[];
  @Words({ nullable: true }) decisionNumber: string | null;
  /** 所属业务主管部门 */
  @Ref({ nullable: true }) competentDepartmentId: string | null;
  /** 本级政务服务管理机构 */
  @Ref({ nullable: true }) administrationId: string | null;
  /** Where its matters are accepted inside the centre. */
  @Ref({ nullable: true }) centreWindowId: string | null;

  readonly windows: ServiceWindow[];

  static register({ level, ...site }: Site, facts: PlaceFacts): ServicePlace {
    const { kind, divisionCode } = site;
    if (!fitsLevel(kind, level)) {
      throw refuse('place-kind-and-level', { values: { kind, kindZh: PLACE_KINDS_ZH[kind], level } });
    }
    const place = Object.assign(new ServicePlace(), { ...site, windows: [], state: 'open' });
    place.set(facts);
    place.mark('register', { kind, divisionCode });
    place.tell(PlaceRegistered({ placeId: place.id, kind, divisionCode }));
    return place;
  }

  change(facts: PlaceFacts): void {
    this.move(placeLifecycle, 'change', { before: this.name, after: facts.name });
    this.set(facts);
  }

  openWindow(facts: WindowFacts): ServiceWindow {
    const { label, kind } = facts;
    if (this.windows.some((window) => window.state === 'open' && window.label === label)) {
      throw refuse('window-label-taken', { values: { label } });
    }
    this.move(placeLifecycle, 'open-window', { label, kind });
    const window = this.add(ServiceWindow.open(this.id, facts));
    this.windows.push(window);
    this.tell(WindowOpened({ placeId: this.id, windowId: window.id, kind }));
    return window;
  }

  closeWindow(window: ServiceWindow, reason: string): void {
    if (window.state === 'closed') throw refuseKernel('not-possible-now', { values: { state: window.state } });
    this.move(placeLifecycle, 'close-window', { label: window.label, reason });
    this.shut(window);
  }

  /** With all its windows. */
  close(reason: string): void {
    this.move(placeLifecycle, 'close', { reason });
    this.windows.filter(({ state }) => state === 'open').forEach((window) => this.shut(window));
    this.tell(PlaceClosed({ placeId: this.id }));
  }

  private shut(window: ServiceWindow): void {
    window.state = 'closed';
    this.alter(window);
    this.tell(WindowClosed({ placeId: this.id, windowId: window.id }));
  }

  private set({ hall, ...facts }: PlaceFacts): void {
    if (needsResponsibleOrgan(this.kind) && !facts.responsibleId) throw refuse('responsible-organ-missing');
    if (!areSound(facts.hours)) throw refuse('hours-unsound');
    Object.assign(this, this.hallOf(hall));
    Object.assign(this, { ...facts, responsibleId: facts.responsibleId ?? null, phone: facts.phone ?? null });
  }

  /** directory/D6 */
  private hallOf(hall?: Partial<Hall>): Hall | typeof NO_HALL {
    if (this.kind !== 'outside-hall') {
      if (hall) throw refuse('hall-only');
      return NO_HALL;
    }
    const missing = PARTICULARS.filter((name) => !hall?.[name]);
    const errors = missing.map((name) => ({ pointer: `/hall/${name}`, code: 'missing', detail: 'is required' }));
    if (errors.length) throw refuse('hall-incomplete', { errors });
    if (hall!.competentDepartmentId === hall!.administrationId) throw refuse('hall-supervisors');
    return hall as Hall;
  }
}
