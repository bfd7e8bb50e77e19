import { Refusal } from '../../../kernel/http/problem';
import type { PublishedBundle } from '../rules/published.rules';
import { Bundle } from './bundle.entity';
import { type BundleAct, bundleLifecycle, bundleStates } from './bundle.lifecycle';

const facts = { code: '650102PCN0009', leadOrganizationId: '01900000-0000-7000-8000-000000000001', areaPath: ['650102000000'] };
const content = { theme: '新生儿出生', name: '新生儿出生', members: [], fields: [], materials: [], edges: [], promisedDays: 5 };
const leadOrganization = { id: facts.leadOrganizationId, name: '示例', divisionCode: '650102000000', areaPath: facts.areaPath };
const published: PublishedBundle = { ...content, leadOrganization, form: {}, channels: [], audiences: [] };
const NOW = '2026-01-01T00:00:00Z';

const ACTS: Record<BundleAct, (bundle: Bundle) => void> = {
  edit: (bundle) => bundle.edit(content),
  publish: (bundle) => bundle.publish(published, undefined, NOW),
  interrupt: (bundle) => bundle.interrupt({ basicCode: '000123901000', reason: '依据已废止', at: NOW }),
  withdraw: (bundle) => bundle.withdraw('主题调整', undefined, NOW),
};

describe.each(bundleStates)('a bundle that is %s', (state) => {
  it.each(Object.keys(ACTS) as BundleAct[])('%s goes as the table says', (act) => {
    const bundle = Object.assign(Bundle.draft(facts, content), { state });
    const perform = () => ACTS[act](bundle);
    if (bundleLifecycle.allows(act, state)) {
      perform();
      const { to } = bundleLifecycle.steps[act];
      expect(bundle.state).toBe(to === 'unchanged' ? state : to);
    } else {
      expect(perform).toThrow(Refusal);
      expect(bundle.state).toBe(state);
    }
  });
});
