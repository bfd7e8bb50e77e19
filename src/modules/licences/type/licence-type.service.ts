import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { digest } from '../../../kernel/history/history';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../licences.errors';
import { licencesPermissions } from '../licences.permissions';
import { LicenceType, type LicenceTypeContent } from './licence-type.entity';
import { LicenceTypes } from './licence-type.store';
import { metadataFault } from './metadata.rules';

@Injectable()
export class LicenceTypeService {
  constructor(
    private readonly tx: Tx,
    private readonly types: LicenceTypes,
    private readonly directory: DirectoryFacade,
  ) {}

  define(by: Actor, { typeCode, ...content }: { typeCode: string } & LicenceTypeContent): Promise<LicenceType> {
    return this.tx.run(async () => {
      const areaPath = await this.areaOf(typeCode);
      mustCover(by, areaPath);
      mustBeSound(content);
      if (await this.types.byCode(typeCode)) throw refuse('type-code-taken');
      const type = LicenceType.define(typeCode, areaPath, content);
      await this.types.save(by, type);
      return type;
    });
  }

  change(by: Actor, typeCode: string, version: number, content: LicenceTypeContent): Promise<LicenceType> {
    return this.tx.run(async () => {
      const type = await this.types.lookupCodeFor(by, 'change', typeCode, version);
      mustBeSound(content);
      type.change(content);
      await this.types.save(by, type);
      return type;
    });
  }

  publish(by: Actor, typeCode: string): Promise<LicenceType> {
    return this.tx.run(async () => {
      const type = await this.types.lookupCodeFor(by, 'publish', typeCode);
      type.publish(this.tx.now);
      await this.types.save(by, type);
      return type;
    });
  }

  /** Registers or changes, and publishes; what is in force already stays as it is. */
  publishWhole(by: Actor, { typeCode, ...content }: { typeCode: string } & LicenceTypeContent): Promise<LicenceType> {
    return this.tx.run(async () => {
      const known = await this.types.byCode(typeCode, 'for update');
      if (known?.inForce && digest(known.inForce) === digest(content)) return known;
      if (known) await this.change(by, typeCode, known.version, content);
      else await this.define(by, { typeCode, ...content });
      return this.publish(by, typeCode);
    });
  }

  /** The first eighteen characters of the code are the defining organ (GB/T 36904-2018). */
  private async areaOf(typeCode: string): Promise<string[]> {
    return (await this.directory.organizationByUscc(typeCode.slice(0, 18)))?.areaPath ?? [];
  }
}

/** Somebody who edits within an area defines no types of organs outside it. */
function mustCover(by: Actor, areaPath: string[]): void {
  const grants = grantsFor(by, licencesPermissions['type.edit']);
  if (by.kind === 'platform' || grants.some(({ area, unit }) => !unit && (!area || areaPath.includes(area)))) return;
  throw refuseKernel('not-allowed');
}

function mustBeSound(content: LicenceTypeContent): void {
  const reason = metadataFault(content);
  if (reason)
    throw refuse('metadata-unsound', { values: { reason }, errors: [{ pointer: '/metadata', code: 'unsound', detail: reason }] });
}
