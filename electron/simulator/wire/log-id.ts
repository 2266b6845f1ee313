import { chinaTime } from '../world/china-time'
import type { World } from '../world/world'

/** A `log_id` as the platform writes them: China time to the second, then 20 hexadecimal digits. */
export function mintLogId(world: World): string {
  return chinaTime(world.now()).replace(/\D/g, '') + world.mint('log').slice(0, 20).toUpperCase()
}
