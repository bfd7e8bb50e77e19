import { execFileSync } from 'node:child_process';
import { source as axe } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type GivenGuide, givenGuide } from '../kit/given-guide';
import { World } from '../kit/world';

/** Checked where a Chromium is installed; the pipeline installs one. */
const executablePath = ['chromium', 'chromium-browser', 'google-chrome'].map(installed).find(Boolean);
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const UYGHUR = 'ئاممىۋى سورۇن تازىلىق ئىجازەتنامىسى';
const HOSTILE = '<script>alert(1)</script>';

let w: World;
let guide: GivenGuide;
beforeAll(async () => {
  w = await World.open();
  guide = await givenGuide(w, { overrides: { uyghurName: UYGHUR } });
});
afterAll(() => w.close());

const get = (path: string) => w.as().get(`/v1/guides/${guide.variantCode}${path}`);

describe('the page', () => {
  test('implementation/I11: shows every part of the published guide, complete in itself', async () => {
    const { text, headers } = await get('/page').expect(200).expect('content-type', 'text/html; charset=utf-8');
    const { name, organization, materials, steps, legalBasis, windows, remedies } = guide.guide;
    const told = [name, organization.name, ...legalBasis, remedies.review, guide.digest, guide.variantCode];
    for (const each of [...materials, ...steps, ...windows]) told.push(each.name);
    for (const each of told) expect(text).toContain(each);
    expect(text).not.toMatch(/<script|<link|<img|\ssrc=|\sonclick=/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
  });

  test('implementation/I11: situations and what depends on them are told', async () => {
    const appliesWhen = [{ situation: 'Q1', anyOf: ['yes'] }];
    const options = [
      { code: 'yes', name: '是' },
      { code: 'no', name: '否' },
    ];
    const [first] = guide.guide.materials;
    const { variantCode } = await givenGuide(w, {
      overrides: {
        acceptanceConditions: '场所已经建成。集中空调检测合格。',
        situations: [{ code: 'Q1', question: '是否使用集中空调', choice: 'single', options }],
        materials: [first!, { ...first!, code: 'M09', name: '空调检测报告', appliesWhen }],
        conditions: [
          { code: 'C0', text: '场所已经建成。' },
          { code: 'C1', text: '集中空调检测合格。', appliesWhen },
        ],
      },
    });
    const { text } = await w.as().get(`/v1/guides/${variantCode}/page`).expect(200);
    for (const told of [
      '<td>是、否</td>',
      '必要；“是否使用集中空调”为“是”时适用',
      '集中空调检测合格。；“是否使用集中空调”为“是”时适用',
    ])
      expect(text).toContain(told);
  });

  test('implementation/I11: the Uyghur name stands from right to left, in its language', async () => {
    const { text } = await get('/page').expect(200);
    expect(text).toContain(`<p class="uyghur" lang="ug" dir="rtl">${UYGHUR}</p>`);
    const { variantCode } = await givenGuide(w);
    expect((await w.as().get(`/v1/guides/${variantCode}/page`)).text).not.toContain('lang="ug"');
  });

  test('implementation/I11: large type is a link away and speaks of the same version', async () => {
    const asOf = new Date(Date.now() + 60_000).toISOString();
    const { text } = await get(`/page?asOf=${encodeURIComponent(asOf)}`).expect(200);
    const [, link] = /<a href="([^"]+)">大字版<\/a>/.exec(text)!;
    const large = await w.as().get(link!.replaceAll('&amp;', '&')).expect(200);
    expect(large.text).toContain('<html lang="zh-CN" class="large">');
    expect(large.text).toContain(guide.digest);
    await get('/page?size=huge').expect(400);
  });

  test('implementation/I10: who has the page already gets 304', async () => {
    const { headers } = await get('/page').expect(200);
    await w.as().with({ 'if-none-match': headers.etag! }).get(`/v1/guides/${guide.variantCode}/page`).expect(304);
    await w
      .as()
      .get(`/v1/guides/${guide.variantCode.slice(0, -2)}99/page`)
      .expect(404);
  });

  test('implementation/I11: names are text, whatever stands in them', async () => {
    const { variantCode } = await givenGuide(w, { overrides: { name: `${HOSTILE}许可` } });
    const { text } = await w.as().get(`/v1/guides/${variantCode}/page`).expect(200);
    expect(text).not.toContain(HOSTILE);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;许可');
  });
});

test('implementation/I11: a Uyghur name in another script is refused', async () => {
  await expect(givenGuide(w, { overrides: { uyghurName: '公共场所' } })).rejects.toMatchObject({
    type: { code: 'implementation.not-uyghur', rule: 'implementation/I11' },
  });
});

test('implementation/I11: the print is a PDF that who has it already need not fetch again', async () => {
  const { body, headers } = await get('/print').responseType('blob').expect(200).expect('content-type', 'application/pdf');
  expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  await w.as().with({ 'if-none-match': headers.etag! }).get(`/v1/guides/${guide.variantCode}/print`).expect(304);
});

if (executablePath) {
  describe('the page in a browser', () => {
    let browser: Browser;
    let page: Page;
    let address: string;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      page = await browser.newPage();
      address = `${w.config.settings.PUBLIC_URL}/v1/guides/${guide.variantCode}/page`;
    });
    afterAll(() => browser.close());

    test.each(['normal', 'large'])(
      'implementation/I11: the %s page passes WCAG 2.2 AA as far as a machine can tell',
      async (size) => {
        await page.goto(`${address}?size=${size}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
          `axe.run({ runOnly: ${JSON.stringify(WCAG)} })`,
        );
        expect(violations.map(({ id, nodes }) => [id, nodes[0]!.html])).toEqual([]);
      },
    );

    test('implementation/I11: large type is large, and nothing has to be scrolled sideways at 320 pixels', async () => {
      await page.setViewportSize({ width: 320, height: 600 });
      await page.goto(`${address}?size=large`);
      expect(await page.evaluate('getComputedStyle(document.body).fontSize')).toBe('24px');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    });

    test('implementation/I11: the Uyghur name runs from right to left', async () => {
      await page.goto(address);
      expect(await page.evaluate(`getComputedStyle(document.querySelector('[lang=ug]')).direction`)).toBe('rtl');
    });

    test('implementation/I11: the keyboard reaches the text at once', async () => {
      await page.goto(address);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('guide');
    });

    test('implementation/I11: the style sheet is the only thing the page may load, and it is let in', async () => {
      const told: string[] = [];
      page.on('console', (message) => told.push(message.text()));
      await page.goto(address);
      expect(told.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
      expect(await page.evaluate(`getComputedStyle(document.querySelector('thead th')).backgroundColor`)).toBe(
        'rgb(240, 240, 240)',
      );
    });
  });
}

function installed(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}
