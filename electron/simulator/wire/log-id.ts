import type { World } from '../world/world'

const chinaOffsetMs = 8 * 3_600_000

/** A `log_id` as the platform writes them: China time to the second, then 20 hexadecimal digits. */
export function mintLogId(world: World): string {
  const china = new Date(world.now() + chinaOffsetMs)
  return china.toISOString().replace(/\D/g, '').slice(0, 14) + world.mint('log').slice(0, 20).toUpperCase()
}
