import { Injectable } from '@nestjs/common';
import { context } from '../../../kernel/http/context';
import { type FieldError, fill } from '../../../kernel/http/problem';
import { ImplementationFacade, type Offer } from '../../implementation/implementation.facade';
import { refuse } from '../bundles.errors';
import type { BundleContent } from '../content/content.inputs';
import { checkBundle } from '../rules/bundle-check.rules';
import type { BundleDraft, Finding } from '../rules/finding.rules';

export type ToldFinding = FieldError & { rule?: string };

/** bundles/B2: a bundle against what its members offer today. */
@Injectable()
export class BundleCheck {
  constructor(private readonly guides: ImplementationFacade) {}

  /** What the members offer now, by key; one that is offered no more is absent. */
  async offers(members: BundleContent['members']): Promise<Map<string, Offer>> {
    const offers = new Map<string, Offer>();
    for (const { key, code } of members) {
      const offer = await this.guides.offer(code);
      if (offer) offers.set(key, offer);
    }
    return offers;
  }

  /** Everything that stands against publication, without refusing. */
  async report(content: BundleContent): Promise<ToldFinding[]> {
    return this.findings({ content, offers: await this.offers(content.members) });
  }

  findings(bundle: BundleDraft): ToldFinding[] {
    return checkBundle(bundle).map(told);
  }

  /** The content with its offers, or a refusal with the first finding's rule that names all of them. */
  async mustPass(content: BundleContent): Promise<BundleDraft> {
    const bundle = { content, offers: await this.offers(content.members) };
    const [first, ...others] = checkBundle(bundle);
    if (first) throw refuse(first.code, { values: first.values, errors: [first, ...others].map(told) });
    return bundle;
  }
}

function told({ code, pointer, values }: Finding): ToldFinding {
  const { type } = refuse(code);
  return { pointer, code: type.code, rule: type.rule, detail: fill(type[context().language], values) };
}
