import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface Mail {
  to: string[];
  messageId: string;
  /** Headers and text as they came, with quoted-printable and base64 words still encoded. */
  raw: string;
}

/** A mail server that keeps what it gets. Answers to `RCPT TO` can be set, to refuse for a while or for good. */
export class MailSink {
  readonly mails: Mail[] = [];
  /** Answers to the next recipients; when it is empty everybody is taken. */
  readonly answers: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async open(): Promise<MailSink> {
    const sink: MailSink = new MailSink(createServer((socket) => sink.serve(socket)));
    sink.server.listen(0, '127.0.0.1');
    await once(sink.server, 'listening');
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    let [text, data, to] = ['', false, [] as string[]];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'RCPT') {
        const answer = this.answers.shift() ?? '250 ok';
        if (answer.startsWith('250')) to.push(/<(.*)>/.exec(line)![1]!);
        return say(answer);
      }
      if (command === 'DATA') data = true;
      if (command === 'QUIT') return socket.end('221 bye\r\n');
      return say(data ? '354 go on' : '250 ok');
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (let end; (end = text.indexOf(data ? '\r\n.\r\n' : '\r\n')) >= 0;) {
        const part = text.slice(0, end);
        text = text.slice(end + (data ? 5 : 2));
        if (!data) {
          hear(part);
          continue;
        }
        this.mails.push({ to, messageId: /^Message-ID: (.*)$/im.exec(part)?.[1] ?? '', raw: part });
        [data, to] = [false, []];
        say('250 taken');
      }
    });
    say('220 sink');
  }
}
