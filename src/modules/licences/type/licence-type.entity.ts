import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { LicenceTypePublished } from '../licences.events';
import { LicenceTypeVersion } from './licence-type-version.entity';
import { licenceTypeLifecycle, type LicenceTypeState } from './licence-type.lifecycle';

export interface LicenceTypeContent {
  name: string;
  /** JSON Schema of the fields; `x-gb36903` of a field is its short name in GB/T 36903. */
  metadata: Record<string, unknown>;
  /** Fields that an organization may keep back when it presents the licence; a person may keep back any. */
  selectivelyDisclosable: string[];
  oneValidPerHolder: boolean;
  /** Name of the layout in which the licence is drawn. */
  template: string;
}

/** A kind of e-licence (证照类型): the working draft and the version in force. */
@Entity({ schema: 'licences', name: 'licence_type' })
export class LicenceType extends Aggregate<LicenceTypeState> {
  @Words() readonly typeCode: string;
  /** Division of the defining organ and all above it; empty for organs outside the directory, such as ministries. */
  @WordList() readonly areaPath: string[];
  @Json() draft: LicenceTypeContent;
  @Json({ nullable: true }) inForce: LicenceTypeContent | null;
  /** Of the version in force; 0 before the first. */
  @Whole() number: number;

  static define(typeCode: string, areaPath: string[], draft: LicenceTypeContent): LicenceType {
    const type = new LicenceType();
    Object.assign(type, { state: 'draft', typeCode, areaPath, draft, inForce: null, number: 0 });
    type.mark('define', { typeCode });
    return type;
  }

  change(draft: LicenceTypeContent): void {
    this.move(licenceTypeLifecycle, 'change');
    this.draft = draft;
  }

  publish(now: string): void {
    this.move(licenceTypeLifecycle, 'publish', { number: this.number + 1 });
    this.inForce = this.draft;
    this.number++;
    this.add(LicenceTypeVersion.of(this.id, this.number, this.draft, now));
    this.tell(LicenceTypePublished({ typeCode: this.typeCode, number: this.number }));
  }
}
