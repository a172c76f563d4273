import { once } from "node:events";
import { createServer } from "node:net";
import { type Config, StartupProblem } from "../../platform/index.ts";

const FAULTS: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program; stop that, or choose another port with --port ${port + 1}.`,
  EACCES: ({ port }) => `This user may not listen on port ${port}; choose one above 1023 with --port.`,
  EADDRNOTAVAIL: ({ host }) => `${host} is not an address of this machine; choose another with --host.`,
  ENOTFOUND: ({ host }) => `There is no host called ${host}; choose another with --host.`,
};

/**
 * Makes sure of the port before anything slow begins, and picks a free one for port 0. Answers with the
 * settings as they are then. A taken port is a StartupProblem.
 */
export async function claimPort(config: Config): Promise<Config> {
  const server = createServer();
  try {
    server.listen(config.port, config.host);
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    return config.port === 0 ? Object.freeze({ ...config, port, publicUrl: withPort(config, port) }) : config;
  } catch (error) {
    throw explainListening(error, config);
  } finally {
    server.close();
  }
}

/** The sentence for an error of `listen`, or the error itself when it is none an operator can mend. */
export function explainListening(error: unknown, config: Config): unknown {
  const fault = FAULTS[(error as NodeJS.ErrnoException).code ?? ""];
  return fault === undefined ? error : new StartupProblem(fault(config), { exitCode: 1, cause: error });
}

function withPort({ publicUrl }: Config, port: number): string {
  return publicUrl.replace(/^http:\/\/localhost:0$/, `http://localhost:${port}`);
}
