import { Module } from '@nestjs/common';
import { DirectoryFacade } from './directory.facade';
import { Divisions } from './division/division.store';
import { OrganizationController } from './organization/organization.controller';
import { Organization } from './organization/organization.entity';
import { OrganizationService } from './organization/organization.service';
import { Organizations } from './organization/organization.store';

/** Divisions, organizations, service places and windows (区划、机构、场所、窗口). */
@Module({
  controllers: [OrganizationController],
  providers: [DirectoryFacade, Divisions, Organizations, OrganizationService],
  exports: [DirectoryFacade],
})
export class DirectoryModule {
  static readonly entities = [Organization];
}
