import { onTestFinished } from 'vitest'
import { memoryVault, type PlatformClientOptions } from '../../../../electron/douyin'
import type { PlatformClient } from '../../../../electron/douyin/platform'
import { start, testClient, testClock } from './client'
import { PlatformServer, ok, tokenPath, versionsPath } from './platform-server'

export const minute = 60_000

/** A platform, a clock and a vault, and clients that share them; all end with the test. */
export async function bench() {
  const server = await new PlatformServer().listen()
  server.on(versionsPath, ok({}))
  onTestFinished(() => server.close())
  const clock = testClock()
  const vault = memoryVault()
  return {
    server,
    clock,
    vault,
    client: (more: Partial<PlatformClientOptions> = {}): PlatformClient => {
      const client = testClient(server.url, { clock, tokens: vault, ...more })
      onTestFinished(() => client.close())
      return client
    },
    /** Tokens kept from an earlier run, the access token good for so long. */
    keep: (accessForMs: number, mark = 'kept'): void =>
      vault.save('tt01', {
        accessToken: `isvact.${mark}`,
        accessExpiresAt: start + accessForMs,
        refreshToken: `isvrft.${mark}`,
        refreshExpiresAt: start + 30 * 24 * 60 * minute
      }),
    grants: () => server.at(tokenPath).map(({ query }) => query.get('grant_type')),
    sentToken: (path: string) => server.at(path).map(({ headers }) => headers['access-token'])
  }
}

/** A reply that waits until it is let go. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: () => resolve() }
}
