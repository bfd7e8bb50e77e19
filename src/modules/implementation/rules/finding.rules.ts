import type { GuideContent } from '../content/content.inputs';
import type { CrossFieldCode, RuleChange } from './cross-field.rules';
import type { Level, PublishedItem } from '../../catalog/catalog.facade';
import type { StepApproval } from '../step-approval/step-approval.rules';
import type { StandardInForce } from '../../catalog/standing.facade';

/** Which problem of `implementation.errors`. */
export type FindingCode =
  | CrossFieldCode
  | 'element-locked'
  | 'material-not-in-catalogue'
  | 'level-not-exercised'
  | 'not-adopted'
  | 'level-above-organ'
  | 'code-twice'
  | 'procedure-twice'
  | 'result-field-unsound'
  | 'too-many-steps'
  | 'step-disguised'
  | 'clock-stopped-unlawfully'
  | 'joint-without-assistants'
  | 'fee-without-basis'
  | 'form-fee'
  | 'material-twice'
  | 'material-without-basis'
  | 'material-without-form'
  | 'material-without-condition'
  | 'certificate-unnamed'
  | 'situation-twice'
  | 'option-twice'
  | 'situation-unknown'
  | 'option-unknown'
  | 'situation-circle'
  | 'situation-unreachable'
  | 'part-never-applies'
  | 'material-never-applies'
  | 'material-always-applies'
  | 'condition-twice'
  | 'condition-not-in-catalogue'
  | 'condition-left-out'
  | 'form-part-unknown'
  | 'form-part-twice'
  | 'form-part-unsound'
  | 'field-demanded'
  | 'incomplete'
  | 'form-unsound'
  | 'limit-without-provision'
  | 'procedure-basis-missing'
  | 'regulator-missing'
  | 'regulator-is-bureau'
  | 'no-window'
  | 'online-demanded-first'
  | 'commitment-not-listed'
  | 'coverage-without-reason'
  | 'outside-centre-without-cause'
  | 'intermediary-unfounded'
  | 'standard-uncited'
  | 'standard-unknown'
  | 'variant-not-in-standard'
  | 'not-uyghur';

/** What a rule found wrong, and where in the content. */
export interface Finding {
  code: FindingCode;
  pointer: string;
  values?: Record<string, string | number>;
}

/** A list as the rules look at it. */
export interface ListDraft {
  level: Level;
  variantNumber?: number;
  variantName?: string | null;
  /** What the administration body said about more steps (implementation/I4). */
  stepApproval?: StepApproval | null;
  organization: { uscc: string; name: string; areaPath: string[]; divisionCode: string };
  content: GuideContent;
}

/** A catalogue item with what binds its lists besides its elements. */
export interface ListedItem extends PublishedItem {
  listedForCommitment: boolean;
  /** Divisions that have adopted it, of those that were asked about. */
  adoptedBy: Set<string>;
  /** What places have decided about the cross-field rules (implementation/I2). */
  ruleChanges?: readonly RuleChange[];
  standard?: StandardInForce;
}

export type ListRule = (list: ListDraft, item: ListedItem) => Finding[];

/** Type 01 (行政许可) stands under the Administrative Licensing Law. */
export const isLicensing = ({ itemType }: PublishedItem): boolean => itemType === '01';

/** Where a value stands that stood before. */
export const repeated = (values: readonly string[]): Set<number> =>
  new Set(values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : [])));
