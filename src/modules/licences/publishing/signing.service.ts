import { Injectable } from '@nestjs/common';
import { Config } from '../../../kernel/config/config';
import { contentDigest } from '../../../kernel/http/etag';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { issueCredential } from '../credential/credential';
import { credentialPlace, IssuedCredential } from '../licence/issued-credential.entity';
import type { Licence } from '../licence/licence.entity';
import { LicenceKeys } from './licence-keys';
import { StatusLists } from './status-lists.service';

/** licences/L4: the signed credential of a licence, within the transaction that issues it. */
@Injectable()
export class Signing {
  constructor(
    private readonly config: Config,
    private readonly tx: Tx,
    private readonly vault: Vault,
    private readonly keys: LicenceKeys,
    private readonly lists: StatusLists,
  ) {}

  async sign(licence: Licence, selectivelyDisclosable: string[]): Promise<IssuedCredential> {
    const { id, typeCode, identifier, holderKind, issuedOn, validFrom, issuerCode, issuerName } = licence;
    const { holder, fields } = licence.content(this.vault);
    const { list, place } = await this.lists.reserve();
    const key = this.keys.current();
    const text = await issueCredential({
      ...{ issuer: this.config.publicUrl, key, now: new Date(this.tx.now), selectivelyDisclosable },
      statusList: { uri: this.lists.address(list), index: place },
      licence: {
        ...{ id, typeCode, identifier, holderKind, holderName: holder.name, fields, issuedOn, validFrom },
        ...(licence.validUntil && { validUntil: licence.validUntil }),
        issuerOrganization: { code: issuerCode, name: issuerName },
      },
    });
    const credential = new IssuedCredential();
    return Object.assign(credential, {
      ...{
        licenceId: id,
        number: licence.credentials.length + 1,
        identifier,
        statusList: list,
        statusPlace: place,
        status: 'valid',
      },
      ...{ sealed: this.vault.seal(text, credentialPlace(credential.id)), digest: contentDigest(text) },
      ...{ algorithm: key.alg, keyId: key.kid, signedAt: this.tx.now },
    });
  }
}
