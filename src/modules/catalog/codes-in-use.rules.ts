import { refuse } from './catalog.errors';
import { type BasicCode, belongsToCatalogue, checkBasicCode, isOnApplication } from './codes.rules';

/** The region whose catalogue this is: Xinjiang (新疆维吾尔自治区). */
export const OWN_PROVINCE = '65';
export const OWN_AREA = [`${OWN_PROVINCE}0000000000`];

/** catalog/C1: a code the catalogue may hold, of a type handled on application. */
export function mustBelong(code: string): BasicCode {
  const checked = checkBasicCode(code);
  if (!checked.ok) throw refuse('malformed-code', { values: { reason: checked.reason } });
  const basic = checked.value;
  if (!isOnApplication(basic.type)) throw refuse('not-on-application', { values: { type: basic.type } });
  if (!belongsToCatalogue(basic, OWN_PROVINCE))
    throw refuse('foreign-code', { values: { own: OWN_PROVINCE, division: basic.division } });
  return basic;
}
