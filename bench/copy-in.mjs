import { once } from 'node:events';

/** `COPY ... FROM STDIN` of these pieces, for `client.query`; ends with `done`. */
export class CopyIn {
  constructor(text, pieces) {
    Object.assign(this, { text, pieces });
    this.done = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
  }

  submit(connection) {
    connection.query(this.text);
  }

  async handleCopyInResponse(connection) {
    for (const piece of this.pieces) {
      connection.sendCopyFromChunk(piece);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  }

  handleError(error) {
    this.reject(error);
  }

  handleCommandComplete() {}

  handleReadyForQuery() {
    this.resolve();
  }
}
