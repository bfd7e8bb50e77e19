import { Part } from '../../../kernel/validation/fields';
import { DecisionInput, DeliveryInput } from '../decision/decision.inputs';
import { NewCaseInput } from './intake.inputs';

export class OnTheSpotInput extends NewCaseInput {
  @Part(() => DecisionInput, { says: 'The decision 决定' }) decision: DecisionInput;
  @Part(() => DeliveryInput, { says: 'The delivery 送达' }) delivery: DeliveryInput;
}
