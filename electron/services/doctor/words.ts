const [minute, hour] = [60_000, 3600_000]

/** A duration in words, as exactly as a person cares: `45 秒`, `12 分钟`, `2 小时 5 分钟`. */
export function timeSpan(ms: number): string {
  if (ms < minute) return `${Math.round(ms / 1000)} 秒`
  if (ms < hour) return `${Math.floor(ms / minute)} 分钟`
  const minutes = Math.floor((ms % hour) / minute)
  return `${Math.floor(ms / hour)} 小时${minutes === 0 ? '' : ` ${minutes} 分钟`}`
}

/** The desktop whose turn it is, by its name where the relay told it. */
export function heldBy(name: string | null): string {
  return name === null ? '另一台电脑' : `另一台电脑「${name}」`
}
