import { Refusal } from '../../../kernel/http/problem';
import { takeMarks } from '../../../kernel/persistence/aggregate';
import { ServicePlace } from './place.entity';
import { type PlaceAct, placeLifecycle, type PlaceState, placeStates } from './place.lifecycle';
import { PLACE_KINDS } from './place-kind.rules';

const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '18:00' }];
const facts = { name: '示例服务点', hostId: 'host', responsibleId: 'organ', address: '示例路 1 号', hours };
const site = { divisionCode: '650102000000', level: 3 as const, areaPath: ['650102000000'] };
const hall = {
  ...{ decisionNumber: '示例〔2026〕1号', competentDepartmentId: 'department' },
  ...{ administrationId: 'administration', centreWindowId: 'window' },
};
const window = { name: '综合窗口', kind: 'comprehensive' as const };

const ACTS: Record<PlaceAct, (place: ServicePlace) => unknown> = {
  change: (place) => place.change(facts),
  'open-window': (place) => place.openWindow({ ...window, label: 'B01' }),
  'close-window': (place) => place.closeWindow(place.windows[0]!, '整合'),
  close: (place) => place.close('迁址'),
};

function placeIn(state: PlaceState): ServicePlace {
  const place = ServicePlace.register({ ...site, kind: 'centre' }, facts);
  place.openWindow({ ...window, label: 'A01' });
  takeMarks(place);
  return Object.assign(place, { state, version: 1 });
}

describe.each(placeStates)('a service place that is %s', (state) => {
  it.each(Object.keys(ACTS) as PlaceAct[])('%s goes as the table says', (act) => {
    const place = placeIn(state);
    const { to } = placeLifecycle.steps[act];
    if (placeLifecycle.allows(act, state)) {
      ACTS[act](place);
      expect(place.state).toBe(to === 'unchanged' ? state : to);
      expect(takeMarks(place)).toMatchObject({ act, from: state });
    } else {
      expect(() => ACTS[act](place)).toThrow(Refusal);
      expect([place.state, takeMarks(place)]).toEqual([state, undefined]);
    }
  });
});

// 新政发〔2022〕84号（六）
describe.each([
  [1, ['centre', 'outlet', 'self-service', 'outside-hall']],
  [2, ['centre', 'outlet', 'self-service', 'outside-hall']],
  [3, ['centre', 'outlet', 'self-service', 'outside-hall']],
  [4, ['convenience-centre', 'outlet', 'self-service']],
  [5, ['convenience-station', 'outlet', 'self-service']],
] as const)('a division of level %i', (level, allowed) => {
  it(`has places of the kinds ${allowed.join(', ')} and no others`, () => {
    const possible = PLACE_KINDS.filter((kind) => {
      try {
        return ServicePlace.register({ ...site, level, kind }, { ...facts, ...(kind === 'outside-hall' && { hall }) });
      } catch (error) {
        expect(error).toMatchObject({ type: { code: 'directory.place-kind-and-level' } });
        return false;
      }
    });
    expect(possible).toEqual(allowed);
  });
});
