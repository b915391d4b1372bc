// For tests that nothing takes quadratic time. What else the machine does must not fail them.

/** Milliseconds that this process has worked so far: unlike the clock on the wall, it stands still while others do. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
