import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A door between the platform and PostgreSQL that can be shut (connections break) or held (nothing comes through). */
export class Proxy {
  private readonly sockets = new Set<Socket>();
  private state: 'open' | 'shut' | 'held' = 'open';

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(target: string): Promise<Proxy> {
    const { hostname, port } = new URL(target);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = new URL(target);
    url.port = String((server.address() as AddressInfo).port);
    const proxy = new Proxy(server, url.toString());
    server.on('connection', (near) => proxy.pass(near, connect(Number(port), hostname)));
    return proxy;
  }

  shut(): void {
    this.state = 'shut';
    this.sockets.forEach((socket) => socket.destroy());
  }
  hold(): void {
    this.state = 'held';
    this.sockets.forEach((socket) => socket.pause());
  }
  reopen(): void {
    this.state = 'open';
    this.sockets.forEach((socket) => socket.resume());
  }

  close(): void {
    this.shut();
    this.server.close();
  }

  private pass(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.on('error', () => undefined);
      if (this.state === 'shut') from.destroy();
      if (this.state === 'held') from.pause();
    }
  }
}
