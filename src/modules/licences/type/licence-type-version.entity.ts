import { Entity } from 'typeorm';
import { Id, Instant, Json, Ref, Whole } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { LicenceTypeContent } from './licence-type.entity';

/** A type as it was published: licences stay with the version they were issued under. */
@Entity({ schema: 'licences', name: 'licence_type_version' })
export class LicenceTypeVersion {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly typeId: string;
  @Whole() readonly number: number;
  @Json() readonly content: LicenceTypeContent;
  @Instant() readonly publishedAt: string;

  static of(typeId: string, number: number, content: LicenceTypeContent, publishedAt: string): LicenceTypeVersion {
    return Object.assign(new LicenceTypeVersion(), { typeId, number, content, publishedAt });
  }
}
