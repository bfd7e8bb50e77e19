import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import type { Offer } from '../guide.rules';
import { guideSheet } from './guide-sheet.rules';

const style = readFileSync(join(__dirname, 'guide-page.css'), 'utf8');
const eta = new Eta({ views: __dirname, cache: true });

/** Nothing on the page but itself and its one style sheet. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** implementation/I11: the published guide as a page that needs no script and no second request (WCAG 2.2 AA). */
@Injectable()
export class GuidePageWriter {
  /** `asOf` goes along, so that the large page speaks of the same version. */
  page(offer: Offer, { large, asOf }: { large: boolean; asOf?: string }): string {
    const document = `/v1/guides/${offer.variantCode}`;
    const address = (path: string, query: Record<string, string | undefined>): string => {
      const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined));
      return search.size ? `${path}?${search.toString()}` : path;
    };
    const links = {
      document: address(document, { asOf }),
      size: address(`${document}/page`, { asOf, size: large ? undefined : 'large' }),
      print: address(`${document}/print`, { asOf }),
    };
    return eta.render('guide-page', { sheet: guideSheet(offer), style, large, links });
  }
}
