export const withdrawalReasons = ['changed-mind', 'wrong-item', 'will-apply-again', 'other'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

export const deliveryMethods = ['download', 'window', 'post'] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];
