import { Refusal } from '../../../kernel/http/problem';
import { Organization } from './organization.entity';
import { type OrganizationAct, organizationLifecycle, organizationStates } from './organization.lifecycle';

const facts = { name: '示例区民政局', divisionCode: '650102000000', areaPath: ['650102000000'] };
const ACTS: Record<OrganizationAct, (organization: Organization) => void> = {
  change: (organization) => organization.change(facts),
  close: (organization) => organization.close('机构改革撤销'),
};

describe.each(organizationStates)('an organization that is %s', (state) => {
  it.each(Object.keys(ACTS) as OrganizationAct[])('%s goes as the table says', (act) => {
    const organization = Object.assign(Organization.register('1165010299X900031L', facts), { state });
    const perform = () => ACTS[act](organization);
    const { to } = organizationLifecycle.steps[act];
    if (organizationLifecycle.allows(act, state)) {
      perform();
      expect(organization.state).toBe(to === 'unchanged' ? state : to);
    } else {
      expect(perform).toThrow(Refusal);
      expect(organization.state).toBe(state);
    }
  });
});
