export type Colour = 'yellow' | 'red';

/** S1: what is watched, as data. A rule names what makes it strike and how long the organization has to answer or appeal. */
export interface MonitoringRule {
  code: string;
  name: { en: string; zh: string };
  /** Where the duty comes from. */
  basis: string;
  colours: Partial<Record<Colour, { en: string; zh: string }>>;
  /** Working days. */
  answerDays: number;
  appealDays: number;
}

export const monitoringRules = {
  overdue: {
    code: 'overdue',
    name: { en: 'A limit runs out', zh: '办理超时' },
    basis: '《行政许可法》第四十二条、第七十四条；新政发〔2022〕84号',
    colours: {
      yellow: {
        en: 'Four fifths of the limit have passed, or its last working day has come',
        zh: '已过时限五分之四或已到最后一个工作日',
      },
      red: { en: 'The limit has run out', zh: '已超过时限' },
    },
    answerDays: 5,
    appealDays: 5,
  },
} as const satisfies Record<string, MonitoringRule>;

export type RuleCode = keyof typeof monitoringRules;
export const ruleCodes = Object.keys(monitoringRules) as RuleCode[];
