import { Injectable } from '@nestjs/common';
import { fill, Refusal } from '../../../kernel/http/problem';
import { context } from '../../../kernel/http/context';
import { rowProblems } from '../../../kernel/jobs/row-problems';
import { CatalogFacade, diff, type PublishedItem } from '../../catalog/catalog.facade';
import { StandingFacade } from '../../catalog/standing.facade';
import { DirectoryFacade, type OrganizationCard } from '../../directory/directory.facade';
import type { GuideContent } from '../content/content.inputs';
import { guideOf } from '../content/guide-of.rules';
import type { DraftChangesView } from '../guide/guide-history.views';
import { GuideShelf } from '../guide/guide-shelf.service';
import { ListRules } from '../cross-field/list-rule.store';
import { refuse } from '../implementation.errors';
import type { Finding, ListDraft, ListedItem } from '../rules/finding.rules';
import { checkList } from '../rules/list-check.rules';
import type { Implementation } from './implementation.entity';

export interface ToldFinding {
  pointer: string;
  code: string;
  rule?: string;
  detail: string;
}

/** What every act on a list looks up and checks. */
@Injectable()
export class ListDesk {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly standing: StandingFacade,
    private readonly directory: DirectoryFacade,
    private readonly rules: ListRules,
    private readonly shelf: GuideShelf,
  ) {}

  /** As it stands today unless told, for a list of the area; `pointer`: the field that names the item, where one does. */
  async item(
    basicCode: string,
    areaPath: string[],
    { pointer, day }: { pointer?: string; day?: string } = {},
  ): Promise<ListedItem> {
    const item = await this.catalog.publishedItem(basicCode, day);
    if (item) return (await this.bound([item], areaPath)).get(basicCode)!;
    const errors = pointer ? [{ pointer, code: 'implementation.no-such-item', detail: `${basicCode} is not in force` }] : [];
    throw refuse('no-such-item', { values: { code: basicCode }, errors });
  }

  /** catalog/C9: before a list is written over these items: a withdrawal meanwhile would not find it. */
  hold(basicCodes: string[]): Promise<void> {
    return this.catalog.holdItems(basicCodes);
  }

  /** Items in force by basic code, with what binds their lists besides. */
  async items(basicCodes: string[], organizations: OrganizationCard[]): Promise<Map<string, ListedItem>> {
    const divisions = [...new Set(organizations.flatMap(({ areaPath }) => areaPath))];
    return this.bound(await this.catalog.publishedItems(basicCodes), divisions);
  }

  /** What a list is worked on against: the version in force, or the coming one that it follows already. */
  async itemOf({ basicCode, itemVersionId }: Implementation, areaPath: string[]): Promise<ListedItem> {
    const item = await this.item(basicCode, areaPath);
    if (item.versionId === itemVersionId) return item;
    const followed = await this.catalog.itemVersion(itemVersionId);
    if (!followed || followed.versionNumber < item.versionNumber) return item;
    return (await this.bound([followed], areaPath)).get(basicCode)!;
  }

  private async bound(items: PublishedItem[], divisions: string[]): Promise<Map<string, ListedItem>> {
    const codes = items.map(({ basicCode }) => basicCode);
    const [listed, standards] = [await this.standing.listedForCommitment(codes), await this.standing.splittingStandards(codes)];
    const ruleChanges = await this.rules.along(divisions);
    const adopted = await this.standing.adoptedBy(codes, divisions);
    const besides = (code: string) => ({
      ...{
        listedForCommitment: listed.has(code),
        standard: standards.get(code),
        adoptedBy: adopted.get(code) ?? new Set<string>(),
        ruleChanges,
      },
    });
    return new Map(items.map((item) => [item.basicCode, { ...item, ...besides(item.basicCode) }]));
  }

  /** Active organizations by unified social credit code. */
  async organizationsByUscc(usccs: string[]): Promise<Map<string, OrganizationCard>> {
    const found = await this.directory.organizationsByUscc(usccs);
    return new Map(found.filter(({ state }) => state === 'active').map((one) => [one.uscc, one]));
  }

  async organization(id: string): Promise<OrganizationCard> {
    const [organization] = await this.directory.organizationsById([id]);
    if (organization?.state !== 'active') throw refuse('organization-not-active');
    return organization;
  }

  findings(
    { level, variantNumber, variantName, stepApproval }: Omit<ListDraft, 'organization' | 'content'>,
    content: GuideContent,
    organization: OrganizationCard,
    item: ListedItem,
  ): Finding[] {
    return checkList({ level, variantNumber, variantName, stepApproval, organization, content }, item);
  }

  /** Everything that stands against a list now, without refusing. */
  async report(list: Implementation): Promise<ToldFinding[]> {
    try {
      const organization = await this.organization(list.organizationId);
      const item = await this.itemOf(list, organization.areaPath);
      return this.findings(list, list.content, organization, item).map((finding) => this.told(finding));
    } catch (error) {
      if (error instanceof Refusal) return rowProblems(error);
      throw error;
    }
  }

  /** implementation/I9: the draft against the version in force. */
  async changes(list: Implementation): Promise<DraftChangesView> {
    const [organization] = await this.directory.organizationsById([list.organizationId]);
    const offer = await this.shelf.offer(list.variantCode);
    const draft = guideOf(list, list.content, organization!);
    return { ...(offer && { with: offer.versionNumber }), differences: diff(offer?.guide ?? {}, draft) };
  }

  /** Refuses with the first finding's rule, naming all of them at once. */
  refuseAny(findings: Finding[]): void {
    const [first] = findings;
    if (first) throw refuse(first.code, { values: first.values, errors: findings.map((finding) => this.told(finding)) });
  }

  told({ code, pointer, values }: Finding): ToldFinding {
    const { type } = refuse(code);
    return { pointer, code: type.code, rule: type.rule, detail: fill(type[context().language], values) };
  }
}
