// Starts a provider of identity beside the town, and stops it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * @param {{redirects: string[], people: Record<string, object>, ahead: number}} settings addresses of return, claims by
 *   account, and by how many milliseconds its clock is ahead of the machine's
 * @returns {Promise<{issuer: string, host: string, misbehave: (mode: string) => Promise<void>, stop: () => Promise<void>}>}
 */
export async function startProvider({ redirects, people, ahead }) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('openid_server.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, OPENID_AHEAD: String(ahead), OPENID_SETTINGS: JSON.stringify({ redirects, people }) },
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const gone = new Promise((resolve) => child.once('close', resolve));
  const complaints = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const issuer = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => { if (line.startsWith('ready ')) resolve(line.slice(6)); });
    gone.then(() => reject(new Error(`the provider did not start:\n${complaints.join('\n')}`)));
  });
  return {
    issuer, complaints,
    host: new URL(issuer).host,
    async misbehave(mode) {
      const answer = await fetch(`${issuer}/__mode`, { method: 'POST', body: mode });
      if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      process.removeListener('exit', endWithUs);
    },
  };
}
