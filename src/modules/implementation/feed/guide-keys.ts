import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../kernel/config/config';
import { Vault } from '../../../kernel/persistence/vault';
import { FileKeyStore } from '../../../kernel/signing/file-key-store';

/** The keys that sign manifests: one folder for all processes of the platform. */
@Injectable()
export class GuideKeys extends FileKeyStore {
  constructor(config: Config, vault: Vault) {
    super(join(config.settings.DATA_FOLDER, 'guide-keys'), vault.key('guide keys', 32));
  }
}
