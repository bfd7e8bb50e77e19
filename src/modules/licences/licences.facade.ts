import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { SubjectRef } from '../../kernel/events/subject';
import type { AnnulLicenceInput } from './licence/annulment.inputs';
import { AnnulmentService } from './licence/annulment.service';
import { IssuingService } from './licence/issuing.service';
import type { LicenceState } from './licence/licence.lifecycle';
import { Licences } from './licence/licence.store';
import type { LicenceTypeContent } from './type/licence-type.entity';
import { LicenceTypeService } from './type/licence-type.service';
import { LicenceTypes } from './type/licence-type.store';

export { type Ground, GROUNDS } from './licence/annulment.rules';

/** A licence as other modules know it: nothing of the holder but the id. */
export interface LicenceCard {
  id: string;
  /** 电子证照标识 */
  identifier: string;
  /** 证照编号 */
  number: string;
  typeCode: string;
  typeName: string;
  holderId: string;
  state: LicenceState;
  validFrom: string;
  validUntil?: string;
}

export interface LicenceToIssue {
  /** 21 characters; the type's version in force. */
  typeCode: string;
  holderId: string;
  issuerOrganizationId: string;
  /** As the type's metadata schema wants them; sealed. */
  fields: Record<string, unknown>;
  validFrom: string;
  /** The last day of validity. */
  validUntil?: string;
  /** The decision it comes from, e.g. a case. */
  basis: SubjectRef;
}

export type LicenceTypeToPublish = { typeCode: string } & LicenceTypeContent;

/** Licences for the floors above. */
@Injectable()
export class LicencesFacade {
  constructor(
    private readonly issuing: IssuingService,
    private readonly annulments: AnnulmentService,
    private readonly licences: Licences,
    private readonly typeService: LicenceTypeService,
    private readonly types: LicenceTypes,
  ) {}

  /** Issues in the caller's transaction: with the decision, or not at all. */
  issue(by: Actor, licence: LicenceToIssue): Promise<LicenceCard> {
    return this.issuing.issue(by, licence);
  }

  /** The same as `POST /v1/licences/{id}/annulment`. */
  async annul(by: Actor, id: string, annulment: AnnulLicenceInput): Promise<void> {
    await this.annulments.annul(by, id, annulment);
  }

  /** The licence of this type that the holder may use today. */
  heldBy(holderId: string, typeCode: string): Promise<LicenceCard | undefined> {
    return this.licences.heldBy(holderId, typeCode);
  }

  /** Whether licences of this type can be issued. */
  async typeExists(typeCode: string): Promise<boolean> {
    return (await this.types.byCode(typeCode))?.inForce != null;
  }

  /** The same as `POST /v1/licence-types`: nothing can be issued until it is published. */
  async defineType(by: Actor, type: LicenceTypeToPublish): Promise<{ id: string }> {
    const { id } = await this.typeService.define(by, type);
    return { id };
  }

  /** Registers and publishes a type in one act; one that exists gets its next version. */
  publishType(by: Actor, type: LicenceTypeToPublish): Promise<{ typeCode: string; number: number }> {
    return this.typeService.publishWhole(by, type);
  }
}
