import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Ref, Whole, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import type { Vault } from '../../../kernel/persistence/vault';
import type { Holder } from '../../identity/identity.facade';
import { LicenceAnnulled, LicenceIssued } from '../licences.events';
import type { IssuedCredential } from './issued-credential.entity';
import { LegalAct, type LegalActFacts, reasonPlace } from './legal-act.entity';
import { type LicenceAct, licenceLifecycle, type LicenceState } from './licence.lifecycle';
import { STATUS_OF } from './standing.rules';

/** Everything in a licence that tells of its holder. */
export interface SealedLicence {
  holder: Holder;
  fields: Record<string, unknown>;
}

export interface LicenceFacts {
  typeCode: string;
  typeNumber: number;
  typeName: string;
  identifier: string;
  number: string;
  holderId: string;
  holderKind: 'person' | 'organization';
  issuerOrganizationId: string;
  issuerCode: string;
  issuerName: string;
  areaPath: string[];
  issuedOn: string;
  validFrom: string;
  validUntil: string | null;
  oneValid: boolean;
  basisKind: string;
  basisId: string;
}

/** An e-licence (电子证照) of a holder. */
@Entity({ schema: 'licences', name: 'licence' })
export class Licence extends Aggregate<LicenceState> implements LicenceFacts {
  @Words() readonly typeCode: string;
  @Whole() readonly typeNumber: number;
  @Words() readonly typeName: string;
  /** 电子证照标识; its version part grows when what the licence says changes. */
  @Words() readonly identifier: string;
  /** 证照编号, for people. */
  @Words() readonly number: string;
  @Ref() readonly holderId: string;
  @Words() readonly holderKind: 'person' | 'organization';
  @Words() readonly sealed: string;
  @Ref() readonly issuerOrganizationId: string;
  /** The issuer as it was called on the day of issue. */
  @Words() readonly issuerCode: string;
  @Words() readonly issuerName: string;
  @WordList() readonly areaPath: string[];
  @Day() readonly issuedOn: string;
  @Day() readonly validFrom: string;
  /** The last day of validity. */
  @Day({ nullable: true }) readonly validUntil: string | null;
  /** licences/L2: whether the type allowed one valid licence per holder when this one was issued. */
  @YesNo() readonly oneValid: boolean;
  @Words() readonly basisKind: string;
  @Words() readonly basisId: string;

  /** The last one is current. */
  readonly credentials: IssuedCredential[];

  static issue(vault: Vault, facts: LicenceFacts, content: SealedLicence): Licence {
    const licence = new Licence();
    const sealed = vault.seal(JSON.stringify(content), licence.place());
    Object.assign(licence, { state: 'valid', credentials: [], sealed, ...facts });
    const { identifier, validFrom, typeCode, holderId } = facts;
    licence.mark('issue', { identifier, basis: { kind: facts.basisKind, id: facts.basisId }, effectOn: validFrom });
    licence.tell(LicenceIssued({ licenceId: licence.id, typeCode, holderId }));
    return licence;
  }

  /** licences/L4: its signed copy, written with it. */
  carry(credential: IssuedCredential): void {
    this.credentials.push(this.add(credential));
  }

  /** licences/L2: art. 69. */
  annul(vault: Vault, facts: LegalActFacts, reason: string, now: string): void {
    this.decide('annul', vault, facts, reason, now);
    this.tell(LicenceAnnulled({ licenceId: this.id, holderId: this.holderId }));
  }

  content(vault: Vault): SealedLicence {
    return JSON.parse(vault.open(this.sealed, this.place())) as SealedLicence;
  }

  /** Any act after the issue: its own basis, effect day and remedy, and what the status list says from now on. */
  private decide(act: LicenceAct, vault: Vault, facts: LegalActFacts, reason: string, now: string): void {
    this.move(licenceLifecycle, act, { ground: facts.ground, effectOn: facts.effectOn });
    const row = new LegalAct();
    const reasonSealed = vault.seal(reason, reasonPlace(row.id));
    this.add(Object.assign(row, { licenceId: this.id, seq: this.version + 1, act, ...facts, reasonSealed, decidedAt: now }));
    const current = this.credentials.at(-1)!;
    current.status = STATUS_OF[this.state];
    this.alter(current);
  }

  private place() {
    return { table: 'licences.licence', column: 'sealed', id: this.id };
  }
}
