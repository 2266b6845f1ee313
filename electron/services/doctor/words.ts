import { say } from '@shared/texts/say'

const [minute, hour] = [60_000, 3600_000]

/** A duration in words, as exactly as a person cares: `45 秒`, `12 分钟`, `2 小时 5 分钟`. */
export function timeSpan(ms: number): string {
  if (ms < minute) return say`${Math.round(ms / 1000)} 秒`
  if (ms < hour) return say`${Math.floor(ms / minute)} 分钟`
  const minutes = Math.floor((ms % hour) / minute)
  const hours = Math.floor(ms / hour)
  return minutes === 0 ? say`${hours} 小时` : say`${hours} 小时 ${minutes} 分钟`
}

/** The desktop whose turn it is, by its name where the relay told it. */
export function heldBy(name: string | null): string {
  return name === null ? say`另一台电脑` : say`另一台电脑「${name}」`
}
