// GB/T 39046-2020, 业务动作: 通过, 退回, 其他.
export const conclusions = ['pass', 'return', 'other'] as const;
export type Conclusion = (typeof conclusions)[number];

export const takeOverReasons = ['absent', 'urgent', 'reassigned', 'other'] as const;
