const chinaOffsetMs = 8 * 3_600_000

/** A moment as the platform's events write it: `yyyy-MM-dd HH:mm:ss` in China. */
export function chinaTime(at: number): string {
  return new Date(at + chinaOffsetMs).toISOString().slice(0, 19).replace('T', ' ')
}

/** The day in China, `yyyy-MM-dd`: daily allowances count by it. */
export function chinaDay(at: number): string {
  return chinaTime(at).slice(0, 10)
}

/** The month in China, `yyyy-MM`: monthly allowances count by it. */
export function chinaMonth(at: number): string {
  return chinaTime(at).slice(0, 7)
}
