import { Injectable } from '@nestjs/common';
import { fill, Refusal } from '../../../kernel/http/problem';
import { context } from '../../../kernel/http/context';
import { CatalogFacade, rowProblems } from '../../catalog/catalog.facade';
import { StandingFacade } from '../../catalog/standing.facade';
import { DirectoryFacade, type OrganizationCard } from '../../directory/directory.facade';
import type { GuideContent } from '../content/content.inputs';
import { refuse } from '../implementation.errors';
import type { Finding, ListedItem } from '../rules/finding.rules';
import { checkList } from '../rules/list-check.rules';
import type { Implementation, ListFacts } from './implementation.entity';

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
  ) {}

  /** `pointer`: the field that names the item, where one does. */
  async item(basicCode: string, pointer?: string): Promise<ListedItem> {
    const item = (await this.items([basicCode])).get(basicCode);
    if (item) return item;
    const errors = pointer ? [{ pointer, code: 'implementation.no-such-item', detail: `${basicCode} is not in force` }] : [];
    throw refuse('no-such-item', { values: { code: basicCode }, errors });
  }

  /** Items in force by basic code, with what binds their lists besides. */
  async items(basicCodes: string[]): Promise<Map<string, ListedItem>> {
    const items = await this.catalog.publishedItems(basicCodes);
    const [listed, standards] = [
      await this.standing.listedForCommitment(basicCodes),
      await this.standing.splittingStandards(basicCodes),
    ];
    const bound = (code: string) => ({ listedForCommitment: listed.has(code), standard: standards.get(code) });
    return new Map(items.map((item) => [item.basicCode, { ...item, ...bound(item.basicCode) }]));
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
    { level, variantNumber, variantName }: Pick<ListFacts, 'level' | 'variantNumber'> & { variantName?: string | null },
    content: GuideContent,
    organization: OrganizationCard,
    item: ListedItem,
  ): Finding[] {
    return checkList({ level, variantNumber, variantName, organization, content }, item);
  }

  /** Everything that stands against a list now, without refusing. */
  async report(list: Implementation): Promise<ToldFinding[]> {
    try {
      const [item, organization] = [await this.item(list.basicCode), await this.organization(list.organizationId)];
      return this.findings(list, list.content, organization, item).map((finding) => this.told(finding));
    } catch (error) {
      if (error instanceof Refusal) return rowProblems(error);
      throw error;
    }
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
