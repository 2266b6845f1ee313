import type { RolloutCounts } from '../domain/rollout'

/** No merchant in any state: what counting begins with. */
export const noRolloutCounts: RolloutCounts = {
  waiting: 0,
  running: 0,
  reviewing: 0,
  approved: 0,
  done: 0,
  unchanged: 0,
  blocked: 0,
  rejected: 0,
  failed: 0,
  unknown: 0,
  skipped: 0
}
