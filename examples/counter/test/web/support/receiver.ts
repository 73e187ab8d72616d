import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in. */
export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** A server that receives webhooks: it answers with the next status that it was told, 204 without, or with nothing at all. */
export class Receiver {
  readonly received: Received[] = [];
  readonly answers: (number | 'nothing')[] = [];
  private readonly server: Server;
  private waiting: { readonly many: number; readonly tell: () => void }[] = [];

  private constructor(server: Server) {
    this.server = server;
  }

  static async open(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        receiver.received.push({ headers: request.headers, body });
        const answer = receiver.answers.shift() ?? 204;
        if (answer !== 'nothing') response.writeHead(answer, { Location: '/elsewhere' }).end();
        for (const { many, tell } of receiver.waiting) if (receiver.received.length >= many) tell();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/notices`;
  }

  get ids(): string[] {
    return this.received.map(({ headers }) => String(headers['webhook-id']));
  }

  get bodies(): { readonly type: string; readonly data: { readonly accountId: string } }[] {
    return this.received.map(({ body }) => JSON.parse(body));
  }

  /** Once so many have come in. */
  has(many: number): Promise<void> {
    if (this.received.length >= many) return Promise.resolve();
    return new Promise((tell) => {
      this.waiting.push({ many, tell });
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
