/** A speed of the practice environment's audits, in words that need no arithmetic. */
export type PracticeSpeed = { readonly timeFactor: number; readonly text: string; readonly example: string }

const named: readonly PracticeSpeed[] = [
  { timeFactor: 1, text: '真实速度', example: '审核一天就是一天' },
  { timeFactor: 60, text: '稍快', example: '审核一天 ≈ 24 分钟' },
  { timeFactor: 720, text: '较快', example: '审核一天 ≈ 2 分钟' },
  { timeFactor: 3600, text: '快', example: '审核一天 ≈ 24 秒' },
  { timeFactor: 86_400, text: '最快', example: '审核一天 ≈ 1 秒' }
]

const daySeconds = 86_400

/** The choices, slowest first. A factor that was set by other means is added, so that the choice never lies. */
export function practiceSpeeds(timeFactor: number): readonly PracticeSpeed[] {
  if (named.some((speed) => speed.timeFactor === timeFactor)) return named
  const own = { timeFactor, text: '自定', example: `审核一天 ≈ ${Math.round(daySeconds / timeFactor)} 秒` }
  return [...named, own].sort((a, b) => a.timeFactor - b.timeFactor)
}
