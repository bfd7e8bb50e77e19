import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../../../kernel/config/config';
import type { Wording } from '../message/words.rules';

/** What the server answered, without its words: they repeat the address. */
export class MailFault extends Error {
  constructor(
    readonly code: string,
    /** The server will never take this one (a 5xx answer to the address or the text). */
    readonly final: boolean,
  ) {
    super(`the mail server did not take it (${code})`);
  }
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Mail by SMTP, where SMTP_URL names a server. Every wait has an end well below a delivery's claim. */
@Injectable()
export class MailService {
  private readonly transport?: Transporter;
  private readonly from: string;

  constructor({ settings: { SMTP_URL, MAIL_FROM } }: Config) {
    this.from = MAIL_FROM;
    if (SMTP_URL) {
      const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 };
      this.transport = createTransport({ url: SMTP_URL, disableFileAccess: true, disableUrlAccess: true, ...patience });
    }
  }

  get configured(): boolean {
    return this.transport !== undefined;
  }

  /** `key` becomes the Message-ID: whoever receives a message twice can tell. */
  async send(to: string, key: string, { title, body }: Wording): Promise<void> {
    if (!this.transport) throw new MailFault('not configured', false);
    const messageId = `<${key}@${this.from.split('@')[1]}>`;
    try {
      await this.transport.sendMail({ from: this.from, to: { name: '', address: to }, messageId, subject: title, text: body });
    } catch (error) {
      const { code = 'unknown', command, responseCode } = error as SmtpError;
      // A refused sign-in (535) is ours to mend and worth another try; a refused address or text is not.
      const final = code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500;
      throw new MailFault([code, command, responseCode].filter(Boolean).join(' '), final);
    }
  }
}
