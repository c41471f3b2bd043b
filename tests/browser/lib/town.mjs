// The demo town as a person starts it: one process, one folder that goes when the test ends.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BINARY = process.env.DEDALUS_BIN ?? join(ROOT, 'target', 'debug', 'dedalus');

/** A port of the loopback that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** `verified citizen   Marta Di Bella   marta@example.org   password`, in aligned columns; other lines are no sign-in. */
export function parseSignIn(line) {
  const [role, name, email, password, ...more] = line.trim().split(/\s{2,}/);
  return more.length === 0 && password && /^\S+@\S+\.\S+$/.test(email) ? { role, name, email, password } : null;
}

/**
 * Starts `dedalus demo` and waits for the line `ready http://ADDRESS`. Filling the town takes longer than any test, so
 * run.sh fills one and names its folder in DEDALUS_TOWN: each test file begins with a copy of it.
 * `live(day)` goes on with the same town on a later day, at the same address.
 * @returns {Promise<{base: string, data: string, outbox: string, lines: string[], signIns: {role, name, email, password}[],
 *   signIn: (role: string) => {role, name, email, password}, live: (day: string) => Promise<void>, stop: () => Promise<void>}>}
 */
export async function startTown({ today = '2028-02-24', args = [], command = [BINARY], seconds = 120 } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'dedalus-town-'));
  if (process.env.DEDALUS_TOWN && command[0] === BINARY) await cp(process.env.DEDALUS_TOWN, data, { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  const lines = [], complaints = [];
  const begin = (day) => run({ address, data, today: day, args, command, seconds, lines, complaints });
  const forget = () => rm(data, { recursive: true, force: true });
  let running = await begin(today).catch(async (error) => {
    await forget();
    throw error;
  });
  const signIns = lines.map(parseSignIn).filter(Boolean);
  return {
    base: running.base, data, lines, signIns, outbox: join(data, 'outbox'), complaints,
    async stop() {
      await running.end();
      await forget();
    },
    async live(day) {
      await running.end();
      running = await begin(day);
    },
    signIn(role) {
      const found = signIns.find((one) => one.role === role);
      if (!found) throw new Error(`no sign-in for ${role} among: ${signIns.map((one) => one.role).join(', ') || 'none'}`);
      return found;
    },
  };
}

/** One process of the town, until it is ready; `end` waits for its last word. */
async function run({ address, data, today, args, command, seconds, lines, complaints }) {
  const [program, ...before] = command;
  const child = spawn(program, [...before, 'demo', '--listen', address, '--data', data, '--today', today, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const gone = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));

  async function end() {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const timer = setTimeout(endWithUs, 15_000);
      await gone;
      clearTimeout(timer);
    }
    process.removeListener('exit', endWithUs);
  }

  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const ready = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('ready http')) resolve(line.slice('ready '.length).trim());
    });
    child.once('error', (error) => reject(new Error(`${program} could not be started (${error.code}): run make build`)));
    gone.then((how) => reject(new Error(`the town ended (${how}) before it was ready:\n${[...lines, ...complaints].slice(-20).join('\n')}`)));
    setTimeout(() => reject(new Error(`the town was not ready after ${seconds} s`)), seconds * 1000).unref();
  });
  try {
    return { base: (await ready).replace(/\/$/, ''), end };
  } catch (error) {
    await end();
    throw error;
  }
}
