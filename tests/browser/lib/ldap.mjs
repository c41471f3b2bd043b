// Starts Debian's slapd beside the town, with what a test puts into it, and stops it.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './town.mjs';

const ADMIN = ['-x', '-D', 'cn=admin,dc=town,dc=test', '-w', 'admin'];

/**
 * @param {string} ldif entries below dc=town,dc=test
 * @returns {Promise<{url: string, add: (ldif: string) => void, stop: () => Promise<void>}>}
 */
export async function startDirectory(ldif) {
  const folder = await mkdtemp(join(tmpdir(), 'dedalus-ldap-'));
  const child = spawn(join(ROOT, 'tests/tools/slapd.sh'), [folder], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('close', resolve));
  let port;
  for (let tries = 0; !port; tries++) {
    if (tries > 200 || child.exitCode !== null) throw new Error('slapd did not start: is it installed (make setup)?');
    await pause(100);
    port = await readFile(join(folder, 'port'), 'utf8').then((text) => text.trim(), () => undefined);
  }
  const url = `ldap://127.0.0.1:${port}`;
  const add = (entries) => execFileSync('ldapadd', [...ADMIN, '-H', url], { input: entries, stdio: ['pipe', 'ignore', 'inherit'] });
  add(ldif);
  return {
    url, add,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
