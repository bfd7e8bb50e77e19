import { Part, Uuid } from '../../../kernel/validation/fields';
import { DecisionInput, DeliveryInput } from '../decision/decision.inputs';
import { NewCaseInput } from './intake.inputs';

export class OnTheSpotInput extends NewCaseInput {
  @Part(() => DecisionInput, { says: 'The decision 决定' }) decision: DecisionInput;
  @Part(() => DeliveryInput, { says: 'The delivery, at the window of the acceptance unless told 送达' }) delivery: DeliveryInput;
  @Uuid({ optional: true, says: 'Window where it is handled; required of items in the service centre 办理窗口' })
  windowId?: string;
}
