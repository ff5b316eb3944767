// Serves a TCPStore until it is killed, and sends its port.
import { distributed } from '#torch/index.js';

const store = await distributed.TCPStore.open({ port: 0, isServer: true });
process.send(store.port);
setInterval(() => undefined, 60_000);
