import { createHash } from 'node:crypto';
import type { Context } from 'koa';

/** Markup that is safe to put into a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
type Part = string | Markup | Markup[] | undefined;

const render = (part: Part): string => {
  if (part === undefined) return '';
  if (Array.isArray(part)) return part.map(render).join('');
  return part instanceof Markup ? part.text : part.replace(/[&<>"']/g, (character) => entities[character]!);
};

/** Escapes everything that is not markup already. */
export const html = (pieces: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(String.raw({ raw: pieces }, ...parts.map(render)));

/** The same thing in both languages. */
export const both = (chinese: string, english: string): Markup => html`${chinese} <span lang="en">${english}</span>`;

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 24rem; margin: 8vh auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
[lang=en] { opacity: .8; font-size: .9em }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
input, button { padding: .5rem .75rem; min-height: 2.75rem; margin-bottom: 1rem; border: 1px solid #767676; border-radius: .25rem }
button { cursor: pointer } button.main { background: #0b57a4; border-color: #0b57a4; color: #fff }
:focus-visible { outline: 3px solid #f0a500; outline-offset: 2px }
[role=alert] { border-left: 4px solid #c62828; padding: .5rem .75rem }
`;

const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

export const page = (title: Markup, body: Markup): string =>
  '<!DOCTYPE html>\n' +
  html`<html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title.text.replace(/<[^>]+>/g, '')}</title>
      ${new Markup(`<style>${style}</style>`)}
    </head>
    <body>
      <main>
        <h1>${title}</h1>
        ${body}
      </main>
    </body>
  </html>`.text;

/** CSP Level 3: browsers check `form-action` against the redirects that follow a form too, hence `formTargets`. */
export function showPage(ctx: Context, status: number, body: string, formTargets: string[] = []): void {
  const policy = ["default-src 'none'", `style-src ${styleSource}`, "base-uri 'none'", "frame-ancestors 'none'"];
  policy.push(['form-action', "'self'", ...formTargets].join(' '));
  ctx.status = status;
  ctx.type = 'html';
  ctx.set({ 'content-security-policy': policy.join('; '), 'cache-control': 'no-store' });
  ctx.body = body;
}
