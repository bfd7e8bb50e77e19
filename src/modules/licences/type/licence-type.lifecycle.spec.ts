import { licenceTypeLifecycle } from './licence-type.lifecycle';

it('licences/L1: a draft is changed and published, what is published is changed into a draft', () => {
  expect(licenceTypeLifecycle.actsFrom('draft')).toEqual(['change', 'publish']);
  expect(licenceTypeLifecycle.actsFrom('published')).toEqual(['change']);
  expect([licenceTypeLifecycle.steps.change.to, licenceTypeLifecycle.steps.publish.to]).toEqual(['draft', 'published']);
});
