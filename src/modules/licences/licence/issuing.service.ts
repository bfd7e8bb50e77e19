import { Injectable } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Numbering } from '../../../kernel/numbering/numbering';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { DirectoryFacade, type OrganizationCard } from '../../directory/directory.facade';
import { IdentityFacade } from '../../identity/identity.facade';
import { licenceIdentifier } from '../identifier.rules';
import { refuse } from '../licences.errors';
import type { LicenceCard, LicenceToIssue } from '../licences.facade';
import { Signing } from '../publishing/signing.service';
import { LicenceTypes } from '../type/licence-type.store';
import { MetadataCheck } from '../type/metadata-check.service';
import { Licence } from './licence.entity';
import { Licences } from './licence.store';
import { licenceNumber, serialOf } from './numbers.rules';

/** 颁发 */
@Injectable()
export class IssuingService {
  constructor(
    private readonly tx: Tx,
    private readonly vault: Vault,
    private readonly types: LicenceTypes,
    private readonly metadata: MetadataCheck,
    private readonly directory: DirectoryFacade,
    private readonly identity: IdentityFacade,
    private readonly numbering: Numbering,
    private readonly signing: Signing,
    private readonly licences: Licences,
  ) {}

  issue(by: Actor, input: LicenceToIssue): Promise<LicenceCard> {
    return this.tx.run(async () => {
      const { typeCode, holderId, fields, validFrom, validUntil = null } = input;
      const type = await this.types.byCode(typeCode);
      if (!type?.inForce) throw refuse('no-such-type', { values: { typeCode } });
      this.metadata.mustFit(type, fields);
      const issuedOn = shanghaiDay(this.tx.now);
      if (validUntil !== null && (validUntil < validFrom || validUntil < issuedOn)) throw refuse('validity-unsound');
      const issuer = await this.issuer(input.issuerOrganizationId);
      // The holder's own licence takes their data from the register; nobody reads them here.
      const holder = await this.identity.holder(platform('licences'), holderId);
      const licence = Licence.issue(
        this.vault,
        {
          ...{ typeCode, typeNumber: type.number, typeName: type.inForce.name, oneValid: type.inForce.oneValidPerHolder },
          ...{ holderId, holderKind: holder.identifierKind === '111' ? 'person' : 'organization' },
          ...{ issuerOrganizationId: issuer.id, issuerCode: issuer.uscc, issuerName: issuer.name, areaPath: issuer.areaPath },
          ...{ issuedOn, validFrom, validUntil, basisKind: input.basis.kind, basisId: input.basis.id },
          ...(await this.numbers(typeCode, issuer, issuedOn.slice(0, 4))),
        },
        { holder, fields },
      );
      licence.carry(await this.signing.sign(licence, type.inForce.selectivelyDisclosable));
      await this.licences.save(by, licence);
      return cardOf(licence);
    });
  }

  private async issuer(id: string): Promise<OrganizationCard> {
    const [organization] = await this.directory.organizationsById([id]);
    if (organization?.state !== 'active') throw refuse('no-such-issuer', { values: { id } });
    return organization;
  }

  /** licences/L1 */
  private async numbers(type: string, { uscc, divisionCode }: OrganizationCard, year: string) {
    const count = await this.numbering.take(`licences.licence ${type} ${divisionCode.slice(0, 6)} ${year}`);
    const serial = serialOf(year, count);
    return {
      identifier: licenceIdentifier({ type, issuer: uscc, serial, version: 1 }),
      number: licenceNumber(divisionCode, serial),
    };
  }
}

function cardOf(licence: Licence): LicenceCard {
  const { id, identifier, number, typeCode, typeName, holderId, state, validFrom, validUntil } = licence;
  return { id, identifier, number, typeCode, typeName, holderId, state, validFrom, ...(validUntil && { validUntil }) };
}
