import { feesComplete, paymentWithoutFee } from './fees.rules';
import type { Finding, ListDraft, ListedItem } from './finding.rules';
import { handlingAndPromise, promisedLimit } from './limits.rules';
import { phoneAreaCode, phonesDifferent } from './phones.rules';
import { questions } from './questions.rules';
import { resultKindAndName, resultSample } from './result.rules';
import { onlineDepth, themes } from './themes.rules';
import { fullyOnlineAndVisits, noVisitNeedsPost, visitsAndReason } from './visits.rules';

/** A rule as data: which of the national cross-field rules it is, what it asks, and what of it a place may decide. */
export interface CrossFieldRule {
  number: number;
  check: (list: ListDraft, item: ListedItem, parameter: number) => Finding[];
  /** Laid down by law under another id: nobody switches it off. */
  law?: string;
  /** Name in the texts, what holds by default, and what it may be set to. */
  parameter?: { name: string; standard: number; least: number; most: number };
}

/** implementation/I2: the cross-field rules of the national checker but for the tenth, each under the code that a refusal by it has. */
export const crossFieldRules = {
  'handling-and-promise': { number: 1, check: handlingAndPromise },
  'promise-longer': { number: 2, check: promisedLimit, law: 'implementation/I3' },
  'visits-and-reason': { number: 3, check: visitsAndReason },
  'no-visit-needs-post': { number: 4, check: noVisitNeedsPost },
  'fully-online-and-visits': { number: 5, check: fullyOnlineAndVisits },
  'depth-without-online': { number: 5, check: onlineDepth },
  'fees-complete': { number: 6, check: feesComplete },
  'payment-without-fee': { number: 6, check: paymentWithoutFee, law: 'implementation/I5' },
  'phones-different': { number: 7, check: phonesDifferent },
  'phone-area-code': { number: 7, check: phoneAreaCode },
  'theme-and-audience': { number: 8, check: themes },
  'questions-missing': { number: 9, check: questions, parameter: { name: 'least', standard: 1, least: 1, most: 20 } },
  'result-sample-missing': { number: 11, check: resultSample },
  'result-kind-and-name': { number: 11, check: resultKindAndName },
} as const satisfies Record<string, CrossFieldRule>;

export type CrossFieldCode = keyof typeof crossFieldRules;
export const crossFieldCodes = Object.keys(crossFieldRules) as CrossFieldCode[];
export const crossFieldRule = (code: CrossFieldCode): CrossFieldRule => crossFieldRules[code];

/** What a place has decided about a rule. */
export interface RuleChange {
  divisionCode: string;
  code: CrossFieldCode;
  enforced: boolean;
  parameter: number | null;
}

/** The nearest division that has decided has the word; where none has, every rule holds as it stands. */
export function standing(code: CrossFieldCode, areaPath: readonly string[], changes: readonly RuleChange[] = []) {
  const { law, parameter } = crossFieldRule(code);
  const decided = law
    ? undefined
    : areaPath
        .map((area) => changes.find((change) => change.code === code && change.divisionCode === area))
        .find((change) => change !== undefined);
  return { enforced: decided?.enforced ?? true, parameter: decided?.parameter ?? parameter?.standard ?? 0, decided };
}

/** implementation/I2: what the rules that hold in the organization's place find. */
export const crossField = (list: ListDraft, item: ListedItem): Finding[] =>
  crossFieldCodes.flatMap((code) => {
    const { enforced, parameter } = standing(code, list.organization.areaPath, item.ruleChanges);
    return enforced ? crossFieldRule(code).check(list, item, parameter) : [];
  });
