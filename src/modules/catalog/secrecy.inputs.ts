import { InstantText, LongText, OneOf } from '../../kernel/validation/fields';
import { DATA_GRADES, type DataGrade, SECRECY_OUTCOMES, type SecrecyReview } from './secrecy.rules';

export class SecrecyReviewInput implements Omit<SecrecyReview, 'at'> {
  @OneOf(DATA_GRADES, { says: 'Data grade 数据等级' }) grade: DataGrade;
  @OneOf(SECRECY_OUTCOMES, { says: 'Outcome 审查结果' }) outcome: SecrecyReview['outcome'];
  @LongText(2000, { says: 'Reasons 理由' }) reasons: string;
}

export class SecrecyReviewView extends SecrecyReviewInput {
  @InstantText({ says: 'When 时间' }) at: string;
}

export const cleared: SecrecyReviewInput = { grade: 'open', outcome: 'cleared', reasons: '不涉及国家秘密、工作秘密和敏感信息。' };
