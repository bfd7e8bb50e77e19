import { Flag, JsonObject, LongText, Name, OneOf } from '../../../kernel/validation/fields';
import { textFaults } from '../intake/form-text.rules';
import { ReasonedInput } from '../intake/intake.inputs';
import { AtWindowInput } from '../window/window.inputs';
import { type DeliveryMethod, deliveryMethods, type WithdrawalReason, withdrawalReasons } from './decision.rules';

export const CertificateFields = () =>
  JsonObject({
    ...{ optional: true, says: 'Fields of the certificate that the form does not give 证照字段' },
    check: (fields) => textFaults(fields, '').length === 0,
    detail: 'an object whose texts can be seen and hold no control characters',
  });

export class DecisionInput extends ReasonedInput {
  @Flag({ says: 'Granted 是否准予', example: true }) granted: boolean;
  @CertificateFields() certificateFields?: Record<string, unknown>;
}

export class DeliveryInput extends AtWindowInput {
  @OneOf(deliveryMethods, { says: 'How 送达方式', example: 'download' }) method: DeliveryMethod;
  @Name(200, { optional: true, says: 'Who took it, or number of the parcel 领取人或快递单号' }) note?: string;
}

export class WithdrawalInput {
  @OneOf(withdrawalReasons, { says: 'Why 撤件原因', example: 'changed-mind' }) reason: WithdrawalReason;
}

export class TerminationInput extends ReasonedInput {
  @LongText(500, { says: 'Provision it rests on 依据' }) basis: string;
}
