import os from "node:os";

const MEGABYTE = 1024 * 1024;

/** How the server runs: given on every start, so that a new release changes them without editing files. */
export function serverSettings(socketFolder: string): Readonly<Record<string, string>> {
  return {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    max_connections: "100",
    shared_buffers: `${sharedBuffersMegabytes()}MB`,
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    random_page_cost: "1.1",
    jit: "off",
    // Bounds what a crash leaves to replay: the database must be back within five seconds.
    max_wal_size: "512MB",
    checkpoint_timeout: "5min",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "",
    // Statements and their values hold codes and addresses: an error is told to its caller, never to the log.
    log_min_messages: "log",
    log_min_error_statement: "panic",
  };
}

function sharedBuffersMegabytes(): number {
  const eighth = Math.floor(os.totalmem() / MEGABYTE / 8);
  return Math.max(64, Math.min(512, eighth));
}
