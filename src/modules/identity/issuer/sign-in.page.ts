import { both, html, Markup, page } from './page';
import type { DemoSignIn } from './ports';

export interface SignInView {
  clientName: string;
  demoSignIns: readonly DemoSignIn[];
  signInName?: string;
  wrong?: boolean;
}

export const signInPage = (view: SignInView): string =>
  page(
    both('登录', 'Sign in'),
    html`
      <p>${both('继续前往', 'to continue to')} <strong>${view.clientName}</strong></p>
      ${view.wrong ? html`<p role="alert">${WRONG}</p>` : undefined}
      <form method="post">
        <label for="name">${both('登录名', 'Sign-in name')}</label>
        <input
          id="name"
          name="signInName"
          value="${view.signInName}"
          autocomplete="username"
          maxlength="128"
          required
          autofocus
        />
        <label for="password">${both('密码', 'Password')}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" maxlength="128" required />
        <button class="main">${both('登录', 'Sign in')}</button>
        <button name="cancel" value="yes" formnovalidate>${both('取消', 'Cancel')}</button>
      </form>
      ${view.demoSignIns.length > 0 ? demoList(view.demoSignIns) : undefined}
    `,
  );

const demoList = (signIns: readonly DemoSignIn[]): Markup => html`
  <h2>${both('演示账号', 'Demo accounts')}</h2>
  ${signIns.map(
    ({ label, signInName, password }) => html`
      <form method="post">
        <input type="hidden" name="signInName" value="${signInName}" />
        <input type="hidden" name="password" value="${password}" />
        <button>${label} (${signInName})</button>
      </form>
    `,
  )}
`;

const WRONG = both(
  '登录名或密码不正确。连续五次错误后，该登录名锁定十五分钟。',
  'The sign-in name or the password is not correct. After five wrong attempts the name is locked for 15 min.',
);

export const expiredPage = (): string =>
  page(
    both('登录已失效', 'This sign-in has expired'),
    html`<p role="alert">${both('请返回应用重新登录。', 'Go back to the application and sign in again.')}</p>`,
  );

export const errorPage = (error: string, description = ''): string =>
  page(
    both('无法继续', 'This cannot go on'),
    html`<p role="alert">${both('请求无法处理。', 'The request cannot be handled.')}</p>
      <p lang="en"><code>${error}</code> ${description}</p>`,
  );

/** `form` is the library's form `op.logoutForm` with its token against forged requests. */
export const signOutPage = (form: string): string =>
  page(
    both('退出登录？', 'Sign out?'),
    html`${new Markup(form)}
      <button class="main" form="op.logoutForm" name="logout" value="yes">${both('退出', 'Sign out')}</button>
      <button form="op.logoutForm">${both('保持登录', 'Stay signed in')}</button>`,
  );

export const signedOutPage = (): string =>
  page(both('已退出登录', 'Signed out'), html`<p>${both('可以关闭此页面。', 'You can close this page.')}</p>`);
