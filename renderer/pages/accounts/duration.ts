const minuteMs = 60_000

/** A span in hours and minutes: `2 小时 10 分钟`, `45 分钟`; below a minute `不到 1 分钟`. */
export function durationText(ms: number): string {
  const minutes = Math.floor(ms / minuteMs)
  if (minutes < 1) return '不到 1 分钟'
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours} 小时`, rest > 0 && `${rest} 分钟`].filter(Boolean).join(' ')
}
