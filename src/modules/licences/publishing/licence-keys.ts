import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../kernel/config/config';
import { Vault } from '../../../kernel/persistence/vault';
import { FileKeyStore } from '../../../kernel/signing/file-key-store';

/** The keys that sign licences and status lists: one folder for all processes of the platform. */
@Injectable()
export class LicenceKeys extends FileKeyStore {
  constructor(config: Config, vault: Vault) {
    super(join(config.settings.DATA_FOLDER, 'licence-keys'), vault.key('licence keys', 32));
  }
}
