import { statements } from '../../src/kernel/persistence/db';
import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import { givenGuide } from '../kit/given-guide';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

test('implementation/I10: an offer is found by 33 digits, or by 31 as its first variant in force', async () => {
  const renewal = await givenGuide(w, { variantNumber: 2, variantName: '延续' });
  const { code, variantCode, versionId, digest, organization } = renewal;
  const facade = w.get(ImplementationFacade);
  const offer = await facade.offer(variantCode);
  expect(offer).toMatchObject({ code, variantCode, versionId, versionNumber: 1, digest });
  expect(offer!.guide).toMatchObject({
    name: '示例场所卫生许可（延续）',
    organization: { id: organization.id },
    procedureLaw: { licensing: true },
  });
  expect(await facade.offer(code)).toEqual(offer);
  expect(await facade.offerVersion(versionId)).toEqual(offer);
  expect(await facade.offer(`${code}77`)).toBeUndefined();
});

test('implementation/I9: what all share nobody may write', async () => {
  const { guide } = await givenGuide(w);
  expect(() => guide.materials.push(guide.materials[0]!)).toThrow(TypeError);
});

test('implementation/I10: a guide that is on the shelf costs one small statement', async () => {
  const { variantCode } = await givenGuide(w);
  await w.as().get(`/v1/guides/${variantCode}`).expect(200);
  const costs: number[] = [];
  // The ticks of the clock count as well: the cheapest of several readings is the reading alone.
  for (let reading = 0; reading < 5; reading++) {
    const before = statements.count;
    await w.as().get(`/v1/guides/${variantCode}`).expect(200);
    costs.push(statements.count - before);
  }
  expect(Math.min(...costs)).toBe(1);
});

test('implementation/I5: overrides of a given guide go into its catalogue item too', async () => {
  const { guide } = await givenGuide(w, {
    item: { itemType: '20' },
    overrides: { handling: 'on-the-spot', acceptedOnReceipt: true, materials: [], result: { kind: 'none', name: '无' } },
  });
  expect(guide).toMatchObject({
    itemType: '20',
    handling: 'on-the-spot',
    promisedLimit: { days: 0 },
    procedureLaw: { licensing: false },
    result: { kind: 'none' },
  });
});
